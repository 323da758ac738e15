package org.netzero.local;

/// The stack cannot start or go on. The message is written for whoever typed the command: what is
/// wrong and what to do.
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StackException(String message) {
        super(message);
    }

    StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
