package org.netzero.gateway.roadmap.check;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.InvalidInput;

/// Yearly emissions against a budget, as it is written.
@Schema(name = "CarbonBudgetRequest")
record CarbonBudgetRequest(
        @Nullable Integer firstYear,
        @Schema(description = "Tonnes of each year from the first on, 1 to 100")
                @Nullable List<@Nullable Double> emissions,
        @Schema(description = "Tonnes of all years together; or a line") @Nullable Double budget,
        @Schema(description = "The budget is the sum of this line over the years")
                @Nullable LineRequest line) {

    private static final int MOST_YEARS = 100;

    @Schema(name = "CarbonBudgetLine")
    record LineRequest(
            @Nullable Integer baseYear,
            @Nullable Double baseTonnes,
            @Schema(description = "Of base-year emissions a year, linear: 0.042 for 4.2 %")
                    @Nullable Double rate) {}

    /// @param allowed of each year; all of a budget without a line in the first
    record Read(int firstYear, List<Double> allowed, List<Double> emissions) {}

    /// @throws InvalidInput naming the first field that breaks a rule
    Read read() {
        int first = Stated.year("firstYear", firstYear);
        List<@Nullable Double> stated = Stated.list("emissions", emissions, 1, MOST_YEARS);
        List<Double> tonnes = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            tonnes.add(Stated.number("emissions[%d]".formatted(i), stated.get(i), 0, Stated.MOST));
        }
        if ((budget == null) == (line == null)) {
            throw new InvalidInput(
                    "budget",
                    "ONE_OF_TWO",
                    "state the budget or the line that it is the sum of, and not both");
        }
        return new Read(first, allowed(first, tonnes.size()), tonnes);
    }

    private List<Double> allowed(int first, int years) {
        List<Double> allowed = new ArrayList<>();
        if (line == null) {
            allowed.add(Stated.number("budget", budget, 0, Stated.MOST));
            while (allowed.size() < years) {
                allowed.add(0.0);
            }
            return allowed;
        }
        int baseYear = Stated.year("line.baseYear", line.baseYear());
        Stated.after("firstYear", first, baseYear);
        double base = Stated.number("line.baseTonnes", line.baseTonnes(), 0, Stated.MOST);
        double rate = Stated.number("line.rate", line.rate(), 1e-6, 1);
        for (int year = first; year < first + years; year++) {
            allowed.add(new AbsoluteContraction.Flat(rate, baseYear, year, base).targetTonnes());
        }
        return allowed;
    }
}
