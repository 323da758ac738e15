package org.netzero.local;

/// The stack cannot start or go on. The message is written for whoever typed the command: what is
/// wrong and what to do.
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String explanation;

    StackException(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    StackException(String explanation, Throwable cause) {
        super(explanation, cause);
        this.explanation = explanation;
    }

    @Override
    public String getMessage() {
        return explanation;
    }
}
