package org.netzero.emissions.calculation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.factor.FactorChoice;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.FactorQuery;
import org.netzero.emissions.factor.Purpose;
import org.netzero.quantities.Unit;

/// Chooses the factor of a calculation.
@FunctionalInterface
public interface Choices {

    /// Choices remembered at a time; records ask for a few thousand, unless each names a place that
    /// nobody knows.
    int MOST = 50_000;

    /// @throws CalculationRefused when no factor can be chosen
    FactorChoice choose(FactorQuery query);

    /// The choices of a library, each made once for all days between which no validity begins or
    /// ends. Its reasons name one of those days, so they are good for no trace.
    static Choices remembered(FactorLibrary library) {
        Map<Question, FactorChoice> made = new ConcurrentHashMap<>();
        return query -> {
            Question question = Question.of(query, library);
            FactorChoice known = made.get(question);
            if (known == null) {
                known = library.choose(query);
                if (made.size() >= MOST) {
                    made.clear();
                }
                made.put(question, known);
            }
            return known;
        };
    }

    /// The choices, of which the last one is at hand: a record asks for the same on every GWP set.
    /// For one thread.
    static Choices lastAtHand(Choices choices) {
        return new Choices() {
            private @Nullable FactorQuery asked;
            private @Nullable FactorChoice last;

            @Override
            public FactorChoice choose(FactorQuery query) {
                FactorChoice known = last;
                if (known == null || !query.equals(asked)) {
                    known = choices.choose(query);
                    asked = query;
                    last = known;
                }
                return known;
            }
        };
    }

    /// All that a choice depends on.
    record Question(
            String activity,
            Purpose purpose,
            List<String> regions,
            LocalDate since,
            LocalDate asAt,
            Optional<String> pinned,
            Optional<Unit> unit) {

        static Question of(FactorQuery query, FactorLibrary library) {
            return new Question(
                    query.activity(),
                    query.purpose(),
                    query.regions(),
                    library.unchangedSince(query.activity(), query.on()),
                    query.asAt(),
                    query.pinned(),
                    query.amount().map(amount -> amount.unit()));
        }
    }
}
