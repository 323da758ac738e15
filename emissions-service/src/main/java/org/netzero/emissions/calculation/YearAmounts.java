package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// How much was done in a year. The group's total of an energy holds what its sites have of it, so
/// the company's amount is that of the sites and what of the total no site has.
///
/// @param bySite as it is on record, the group's totals among them
/// @param ofCompany what sums to the company's amounts, nothing of it twice
public record YearAmounts(List<ActivityTotal> bySite, List<ActivityTotal> ofCompany) {

    public static final YearAmounts NONE = new YearAmounts(List.of(), List.of());

    public YearAmounts {
        bySite = List.copyOf(bySite);
        ofCompany = List.copyOf(ofCompany);
    }

    /// @param energy in kWh by carrier and source; totals whose energy is not known are left out
    /// @param activities of activity records, each of which stands for itself
    public static YearAmounts of(
            Collection<EnergyTotal> energy, Collection<ActivityTotal> activities) {
        List<Energy> known = energy.stream().flatMap(total -> Energy.of(total).stream()).toList();
        return new YearAmounts(
                Stream.concat(known.stream().map(Energy::bySite), activities.stream()).toList(),
                Stream.concat(ofCompany(known), activities.stream()).toList());
    }

    public boolean isEmpty() {
        return bySite.isEmpty();
    }

    /// A total whose energy is known.
    private record Energy(EnergyTotal total, BigDecimal kwh) {

        static Optional<Energy> of(EnergyTotal total) {
            return total.energyKwh().map(kwh -> new Energy(total, kwh));
        }

        String activity() {
            return total.carrier() + "/" + total.source();
        }

        boolean isOfGroup() {
            return total.siteKind() == SiteKind.GROUP;
        }

        ActivityTotal bySite() {
            return new ActivityTotal(
                    Optional.of(total.siteId()), activity(), new Quantity(kwh, Unit.KWH));
        }
    }

    private static Stream<ActivityTotal> ofCompany(List<Energy> totals) {
        Map<String, List<Energy>> byActivity = new TreeMap<>();
        totals.forEach(total ->
                byActivity
                        .computeIfAbsent(total.activity(), activity -> new ArrayList<>())
                        .add(total));
        return byActivity.entrySet().stream()
                .map(its ->
                        new ActivityTotal(
                                Optional.empty(),
                                its.getKey(),
                                new Quantity(companyKwh(its.getValue()), Unit.KWH)));
    }

    /// As [GroupSplit] has it: the sites, and what is left of the group's total after those of its
    /// time.
    private static BigDecimal companyKwh(List<Energy> totals) {
        List<Energy> group = totals.stream().filter(Energy::isOfGroup).toList();
        List<Energy> sites = totals.stream().filter(total -> !total.isOfGroup()).toList();
        List<Energy> parts =
                sites.stream()
                        .filter(site ->
                                group.stream().anyMatch(g -> site.total().overlaps(g.total())))
                        .toList();
        return kwh(sites).add(kwh(group).subtract(kwh(parts)).max(BigDecimal.ZERO));
    }

    private static BigDecimal kwh(List<Energy> totals) {
        return totals.stream().map(Energy::kwh).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
