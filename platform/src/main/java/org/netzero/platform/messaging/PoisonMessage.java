package org.netzero.platform.messaging;

/// A message that no repetition will make readable or acceptable. It goes to the dead-letter topic
/// with this reason.
public final class PoisonMessage extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PoisonMessage(String reason, Throwable cause) {
        super(reason, cause);
    }
}
