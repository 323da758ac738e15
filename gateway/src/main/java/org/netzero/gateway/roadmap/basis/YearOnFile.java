package org.netzero.gateway.roadmap.basis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.netzero.gateway.roadmap.engine.Inventory;

/// What is on file of one calendar year.
///
/// @param emissions the inventory as the emissions service told it
/// @param pue of the fleet, stated or calculated
record YearOnFile(
        int year,
        Optional<EmissionsOfYear> emissions,
        ElectricityOfYear electricity,
        Optional<BigDecimal> pue) {

    private static final int KG_IN_TONNE_PLACES = 3;
    private static final String UNSPECIFIED = "UNSPECIFIED";

    /// What a projection cannot do without.
    List<MissingBaseData.Item> missing() {
        List<MissingBaseData.Item> missing = new ArrayList<>();
        if (emissions.map(EmissionsOfYear::isEmpty).orElse(true)) {
            missing.add(
                    new MissingBaseData.Item(
                            "inventory",
                            "no inventory of %d is known: import the year's energy (POST /api/imports/energy) and activities (POST /api/imports/activities); the emissions service calculates it from them"
                                    .formatted(year)));
        }
        if (electricity.purchasedKwh().isEmpty()) {
            missing.add(
                    new MissingBaseData.Item(
                            "electricity",
                            "no purchased electricity of %d is known: import it as carrier ELECTRICITY, source PURCHASED (POST /api/imports/energy)"
                                    .formatted(year)));
        }
        if (pue.isEmpty()) {
            missing.add(
                    new MissingBaseData.Item(
                            "pue",
                            "no PUE of the fleet in %d is known: state it as indicator PUE of the subject fleet (POST /api/imports/stated-indicators), or measure it"
                                    .formatted(year)));
        }
        return missing;
    }

    /// @throws MissingBaseData naming everything that is missing
    Inventory inventory() {
        List<MissingBaseData.Item> missing = missing();
        if (!missing.isEmpty()) {
            throw new MissingBaseData(year, missing);
        }
        EmissionsOfYear told = emissions.orElseThrow();
        return new Inventory(
                year,
                tonnes(told.scope1KgCo2e()),
                tonnes(told.scope2LocationKgCo2e()),
                tonnes(told.scope2MarketKgCo2e()),
                scope3Tonnes(told),
                electricity.use(pue.orElseThrow().doubleValue()));
    }

    /// What a reader should know of the figures used.
    List<String> remarks() {
        List<String> remarks = new ArrayList<>(electricity.remarks());
        emissions
                .filter(told -> !told.complete())
                .ifPresent(told ->
                        remarks.add(
                                "The inventory of %d is %s and not declared complete; findings on it: %d."
                                        .formatted(year, told.status(), told.findings())));
        emissions
                .map(EmissionsOfYear::emptyScopes)
                .filter(empty -> !empty.isEmpty())
                .ifPresent(empty ->
                        remarks.add(
                                "Nothing of %s is on file for %d: its 0 means unknown, not none."
                                        .formatted(String.join(" and ", empty), year)));
        return remarks;
    }

    private static SortedMap<String, Double> scope3Tonnes(EmissionsOfYear told) {
        SortedMap<String, Double> tonnes = new TreeMap<>();
        told.scope3Categories()
                .forEach((category, kilograms) -> tonnes.put(category, tonnes(kilograms)));
        if (tonnes.isEmpty() && told.scope3KgCo2e().signum() != 0) {
            tonnes.put(UNSPECIFIED, tonnes(told.scope3KgCo2e()));
        }
        return tonnes;
    }

    private static double tonnes(BigDecimal kilograms) {
        return kilograms.movePointLeft(KG_IN_TONNE_PLACES).doubleValue();
    }
}
