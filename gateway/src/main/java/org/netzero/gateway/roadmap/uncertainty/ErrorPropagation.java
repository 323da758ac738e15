package org.netzero.gateway.roadmap.uncertainty;

import java.util.List;

/// Relative widths combined in closed form (IPCC 2006 Guidelines, volume 1, chapter 3, approach 1).
/// All widths are of one kind, half-widths or deviations, as fractions.
public final class ErrorPropagation {

    /// A summand.
    ///
    /// @param ownWidth what it shares with no other summand, relative to its value
    /// @param sharedWidth what it shares with all, such as one emission factor
    public record Term(double value, double ownWidth, double sharedWidth) {}

    private ErrorPropagation() {}

    /// Of a product of independent factors: root of the sum of squares.
    public static double ofProduct(double... widths) {
        double squares = 0;
        for (double width : widths) {
            squares += width * width;
        }
        return Math.sqrt(squares);
    }

    /// Of a sum: own parts add as squares, shared parts add up.
    public static double ofSum(List<Term> terms) {
        double total = 0;
        double squares = 0;
        double shared = 0;
        for (Term term : terms) {
            total += term.value();
            squares += Math.pow(term.value() * term.ownWidth(), 2);
            shared += term.value() * term.sharedWidth();
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException(
                    "the sum is " + total + ": a relative width needs one above 0");
        }
        return Math.sqrt(squares + shared * shared) / total;
    }
}
