package org.netzero.energy.greenpower;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.progress.TargetPath;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// A path as its sender writes it.
record GreenPowerTargetRequest(
        @Nullable List<@Nullable ShareRequest> shares, @Nullable String evidence) {

    /// The share to be reached in a year, as a fraction from 0 to 1.
    record ShareRequest(@Nullable String year, @Nullable String share) {}

    private static final String SHARES = "shares";

    /// As many as a path has years with a share of their own; more are a slip.
    private static final int MOST_YEARS = 100;

    record Stated(TargetPath path, Optional<String> evidence) {}

    /// @throws InvalidInput with everything that is wrong
    Stated read() {
        var violations = new ArrayList<Violation>();
        Optional<String> said = said(violations);
        var stated = new TreeMap<Integer, BigDecimal>();
        List<@Nullable ShareRequest> items = shares == null ? List.of() : shares;
        if (items.size() < 2 || items.size() > MOST_YEARS) {
            throw new InvalidInput(
                    SHARES,
                    "YEAR_COUNT",
                    "%d years; a path states the share of 2 to %d, such as {\"year\": 2030, \"share\": \"1\"}"
                            .formatted(items.size(), MOST_YEARS));
        }
        for (int i = 0; i < items.size(); i++) {
            String place = "%s[%d]".formatted(SHARES, i);
            try {
                read(items.get(i), stated);
            } catch (InvalidInput invalid) {
                invalid.violations().forEach(v -> violations.add(v.within(place)));
            }
        }
        if (violations.isEmpty()) {
            refuseFall(stated, violations);
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return new Stated(new TargetPath(stated), said);
    }

    private Optional<String> said(List<Violation> violations) {
        var values = new java.util.HashMap<String, @Nullable String>();
        values.put("evidence", evidence);
        var fields = new Fields(values);
        Optional<String> said = fields.optionalText("evidence");
        try {
            fields.refuseIfInvalid();
        } catch (InvalidInput invalid) {
            violations.addAll(invalid.violations());
        }
        return said;
    }

    private static void read(@Nullable ShareRequest item, Map<Integer, BigDecimal> stated) {
        if (item == null) {
            throw new InvalidInput(
                    "", "NULL_ELEMENT", "is null; write {\"year\": 2030, \"share\": \"1\"}");
        }
        Fields fields = Fields.of(item);
        Optional<Integer> year = fields.year("year");
        Optional<BigDecimal> share = fields.decimal("share");
        share.filter(of -> of.signum() < 0 || of.compareTo(BigDecimal.ONE) > 0)
                .ifPresent(of ->
                        fields.refuse(
                                "share",
                                "OUT_OF_RANGE",
                                "'%s' is not from 0 to 1; 12.4 %% is 0.124"
                                        .formatted(of.toPlainString())));
        year.filter(stated::containsKey)
                .ifPresent(of ->
                        fields.refuse(
                                "year", "YEAR_TWICE", "'%d' has a share already".formatted(of)));
        fields.refuseIfInvalid();
        BigDecimal written = share.orElseThrow().stripTrailingZeros();
        stated.put(year.orElseThrow(), written.scale() < 0 ? written.setScale(0) : written);
    }

    private static void refuseFall(
            TreeMap<Integer, BigDecimal> stated, List<Violation> violations) {
        stated.forEach((year, share) -> {
            Map.Entry<Integer, BigDecimal> before = stated.lowerEntry(year);
            if (before != null && before.getValue().compareTo(share) > 0) {
                violations.add(
                        new Violation(
                                SHARES,
                                "FALLING_PATH",
                                "the share of %d, %s, is below that of %d, %s; a path to green power does not fall"
                                        .formatted(
                                                year,
                                                share.toPlainString(),
                                                before.getKey(),
                                                before.getValue().toPlainString())));
            }
        });
    }
}
