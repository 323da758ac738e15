package org.netzero.energy.report;

/// As many questions about hours are being answered as may be at once.
final class TooManyQuestions extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyQuestions(int most) {
        super(
                "%d questions about the hours of meters are being answered, which is the most at once; ask again in a moment"
                        .formatted(most));
    }
}
