package org.netzero.emissions.credit;

/// The id of a credit is on file with other content.
final class CreditConflict extends RuntimeException {

    private static final long serialVersionUID = 1;

    CreditConflict(String creditId) {
        super(
                "'%s' is on file with other content; a credit is stated once, and only its retirement is added later"
                        .formatted(creditId));
    }
}
