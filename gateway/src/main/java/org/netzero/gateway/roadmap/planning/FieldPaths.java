package org.netzero.gateway.roadmap.planning;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.plan.PlanInputRefused;

/// Where in the request a field of the planner's input or of the scenario comes from.
final class FieldPaths {

    private static final Pattern LEVER = Pattern.compile("levers\\[(\\d+)](.*)");
    private static final Pattern TARGET = Pattern.compile("targets\\[(\\d+)](.*)");

    private FieldPaths() {}

    /// The place of a lever's terms, else the lever's own in the scenario.
    static String ofLever(PlanTerms terms, String leverId, int placeInScenario) {
        int place = terms.of(leverId).place();
        return "levers[%d]".formatted(place < 0 ? placeInScenario : place);
    }

    /// @param ofTonnes how many of the scenario's targets come from the stated targets
    static String ofTargets(String path, PlanTerms terms, int ofTonnes) {
        Matcher target = TARGET.matcher(path);
        if (!target.matches()) {
            return terms.targets().isPresent() ? "targets" : "renewablePath";
        }
        int place = Integer.parseInt(target.group(1));
        if (place < ofTonnes) {
            return terms.targets().isPresent()
                    ? "targets[%d]%s".formatted(placeOfYearly(terms, place), target.group(2))
                    : "targets";
        }
        return terms.renewablePath().isPresent()
                ? "renewablePath[%d].year".formatted(place - ofTonnes)
                : "targets";
    }

    /// Budgets stand among the stated targets and are none of the scenario's.
    private static int placeOfYearly(PlanTerms terms, int place) {
        int yearly = 0;
        List<PlanTerms.StatedTarget> stated = terms.targets().orElse(List.of());
        for (int i = 0; i < stated.size(); i++) {
            if (!stated.get(i).isBudget() && yearly++ == place) {
                return i;
            }
        }
        return place;
    }

    static PlanRefused refused(PlanInputRefused refused, PlanTerms terms, Scenario scenario) {
        String path = refused.path();
        Matcher lever = LEVER.matcher(path);
        String field;
        if (lever.matches()) {
            int place = Integer.parseInt(lever.group(1));
            field =
                    ofLever(terms, scenario.levers().get(place).id(), place)
                            + lever.group(2)
                                    .replaceAll("\\[\\d+]$", "")
                                    .replace("capitalPerUnit", "capital")
                                    .replace("operatingPerUnit", "operatingPerYear");
        } else {
            field =
                    path.replace("groups", "exclusiveGroups")
                            .replace("finance.discountRatePerYear", "discountRate")
                            .replace("finance.internalCarbonPricePerTonne", "internalCarbonPrice")
                            .replaceFirst(
                                    "^credits\\.availableTonnes.*",
                                    "credits.availableTonnesPerYear")
                            .replaceFirst("^renewable\\.targets", "renewablePath");
        }
        String message = String.valueOf(refused.getMessage());
        return new PlanRefused(
                field,
                "BREAKS_A_RULE",
                message.startsWith(path) ? field + message.substring(path.length()) : message);
    }

    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
