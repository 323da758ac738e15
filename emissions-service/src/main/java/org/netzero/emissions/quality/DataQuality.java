package org.netzero.emissions.quality;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How well a figure represents what it stands for: five indicators from 1, the best, to 5, the
/// poorest, in the order and by the scale of the pedigree matrix (Weidema and Wesnæs 1996). The
/// indicators are those of the GHG Protocol's Corporate Value Chain Standard, table 7.6.
///
/// @param technology does it come from the same technology?
/// @param time from the same time?
/// @param geography from the same place?
/// @param completeness from all that it stands for?
/// @param reliability measured and checked, or guessed?
public record DataQuality(
        int technology, int time, int geography, int completeness, int reliability) {

    private static final int BEST = 1;
    private static final int POOREST = 5;
    private static final BigDecimal INDICATORS = BigDecimal.valueOf(5);
    private static final Pattern FORM = Pattern.compile("\\d(?: *; *\\d){4}");

    /// @throws QualityRefused if an indicator is not from 1 to 5
    public DataQuality {
        check("technology", technology);
        check("time", time);
        check("geography", geography);
        check("completeness", completeness);
        check("reliability", reliability);
    }

    private static void check(String indicator, int score) {
        if (score < BEST || score > POOREST) {
            throw new QualityRefused(
                    "SCORE_OUT_OF_RANGE",
                    "%s is %d; each score is from %d, the best, to %d, the poorest"
                            .formatted(indicator, score, BEST, POOREST));
        }
    }

    /// Reads `2;1;3;2;1`: technology, time, geography, completeness, reliability.
    ///
    /// @throws QualityRefused naming the text and the remedy
    public static DataQuality parse(String text) {
        if (!FORM.matcher(text.strip()).matches()) {
            throw new QualityRefused(
                    "NOT_FIVE_SCORES",
                    "'%s' is not five scores; write technology; time; geography; completeness; reliability, each from 1 to 5, such as 2;1;3;2;1"
                            .formatted(text));
        }
        List<Integer> scores =
                Stream.of(text.strip().split(" *; *", -1)).map(Integer::valueOf).toList();
        return new DataQuality(
                scores.get(0), scores.get(1), scores.get(2), scores.get(3), scores.get(4));
    }

    /// The mean of the five, from 1 to 5, with one decimal.
    public BigDecimal score() {
        return BigDecimal.valueOf((long) technology + time + geography + completeness + reliability)
                .divide(INDICATORS);
    }

    /// `2;1;3;2;1`, as [#parse] reads it.
    @Override
    public String toString() {
        return technology + ";" + time + ";" + geography + ";" + completeness + ";" + reliability;
    }
}
