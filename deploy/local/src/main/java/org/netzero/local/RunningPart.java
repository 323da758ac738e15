package org.netzero.local;

/// A started process of the stack.
interface RunningPart extends AutoCloseable {

    ProcessHandle process();

    int port();

    /// Stops it and waits until it is gone.
    @Override
    void close();
}
