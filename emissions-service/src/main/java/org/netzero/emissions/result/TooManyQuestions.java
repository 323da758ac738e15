package org.netzero.emissions.result;

/// As many questions that go through every record of a year are being answered as may be at once.
final class TooManyQuestions extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyQuestions(int most) {
        super(
                "%d questions that go through every record of a year are being answered, which is the most at once; ask again in a moment"
                        .formatted(most));
    }
}
