package org.netzero.load;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netzero.journey.Api;

/// What is stated of the data centres of the [DemoFleet] before their readings come: sites, points,
/// plants, baselines and reports. The same again changes nothing.
final class DemoRegister {

    private static final int MOST_TRIES = 100;

    private static final String FACTOR_SOURCE = "synthetic, of no document";

    /// Provinces in which the data centres without plants stand; those with plants stand in the
    /// European Union, so that its report is asked of them, and where it is as warm as the fleet
    /// has it there.
    private static final List<String> GRIDS =
            List.of("CN-HE", "CN-TJ", "CN-SH", "CN-GD", "CN-JS", "CN-CQ");

    private final Api api;
    private final List<DemoFacility> facilities;

    DemoRegister(Api api, List<DemoFacility> facilities) {
        this.api = api;
        this.facilities = facilities;
    }

    void register() {
        Stream<String> sites =
                Stream.concat(
                        GRIDS.stream()
                                .map(grid ->
                                        "%s,Synthetic site %s,DATA_CENTER,CN,%s,Asia/Shanghai"
                                                .formatted(siteIn(grid), grid, grid)),
                        facilities.stream()
                                .filter(DemoFacility::isShown)
                                .map(shown ->
                                        "%s,Synthetic site %d,DATA_CENTER,ES,,Atlantic/Canary"
                                                .formatted(site(shown), shown.number() + 1)));
        Ground.good(
                api.importing("sites", csv("siteId,name,kind,country,gridZone,timeZone", sites)));
        registerDataCentres();
        imported(
                "points",
                csv(
                        DemoPoint.COLUMNS,
                        facilities.stream()
                                .flatMap(facility ->
                                        facility.points().stream()
                                                .map(point -> point.row(facility.id())))));
        facilities.stream().filter(DemoFacility::isShown).forEach(this::registerPlant);
    }

    private static String siteIn(String grid) {
        return "synthetic-" + grid;
    }

    private static String site(DemoFacility facility) {
        return facility.isShown()
                ? "synthetic-site-" + (facility.number() + 1)
                : siteIn(GRIDS.get(facility.number() % GRIDS.size()));
    }

    private static String csv(String columns, Stream<String> rows) {
        return rows.collect(Collectors.joining("\n", columns + "\n", "\n"));
    }

    /// Sites take their time to get to the service of the data centres.
    private void registerDataCentres() {
        String rows =
                csv(
                        "datacenterId,siteId,name,inOperationSince,itCapacityKw,pueCategory",
                        facilities.stream()
                                .map(facility ->
                                        "%s,%s,%s,2020-01-01,%d,2"
                                                .formatted(
                                                        facility.id(),
                                                        site(facility),
                                                        facility.name(),
                                                        facility.itCapacityKw())));
        Api.Answer answer = Ground.good(api.importing("datacenters", rows));
        for (int i = 0; i < MOST_TRIES && !answer.body().path("rejected").isEmpty(); i++) {
            Api.pause();
            answer = Ground.good(api.importing("datacenters", rows));
        }
        complete(answer);
    }

    private void imported(String kind, String rows) {
        complete(Ground.good(api.importing(kind, rows)));
    }

    private static void complete(Api.Answer answer) {
        if (!answer.body().path("rejected").isEmpty()) {
            throw new AssertionError("Refused: " + answer.body().path("rejected").path(0));
        }
    }

    private void registerPlant(DemoFacility facility) {
        put(facility, "reporting-profile", profile(facility));
        switch (facility.plant()) {
            case NONE -> {}
            case HEAT_PUMP -> registerHeatPump(facility);
            case TRI_GENERATION_OUTSIDE -> put(facility, "tri-generation", triGeneration(""));
            case TRI_GENERATION_INSIDE ->
                    put(
                            facility,
                            "tri-generation",
                            triGeneration(", \"exportedHeatPoints\": [\"{id}.heat-sold\"]"));
        }
    }

    private void put(DemoFacility facility, String what, String body) {
        Ground.good(
                api.put(
                        "/api/datacenters/%s/%s".formatted(facility.id(), what),
                        body.replace("{id}", facility.id())));
    }

    /// The last of them leaves out some of what a report asks for.
    private static String profile(DemoFacility facility) {
        boolean inside = facility.plant() == DemoFacility.Plant.TRI_GENERATION_INSIDE;
        String more =
                inside
                        ? ""
                        : """
                        , "owner": "Synthetic owner", "municipality": "ES-SYNTHETIC", "floorAreaM2": 8000, "computerRoomAreaM2": 3200,
                        "refrigerants": "R-1234ze", "electricalRedundancy": "2N", "coolingRedundancy": "N+1"
                        """;
        return """
        {"boundary": "%s", "designPue": 1.25, "type": "COLOCATION", "operator": "Synthetic operator",
         "installedItPowerKw": 1500, "fuelKgCo2ePerKwh": 0.2, "fuelFactorSource": "%s", "generation": "FUELLED"%s}
        """
                .formatted(inside ? "INSIDE" : "OUTSIDE", FACTOR_SOURCE, more);
    }

    private void registerHeatPump(DemoFacility facility) {
        put(
                facility,
                "heat-recovery",
                """
                {"heatPump": {"electricityPoints": ["{id}.heat-pump"]}, "replacedCarrier": "DISTRICT_HEAT", "replacedFactor": %s,
                 "gridFactor": %s, "effect": "EXPORTED_AVOIDED"}
                """
                        .formatted(factor("0.28"), factor("0.36")));
        put(
                facility,
                "free-cooling",
                """
                {"rule": "OUTDOOR_AT_MOST", "limit": "20", "temperaturePoint": "{id}.outdoor"}
                """);
        put(
                facility,
                "baselines/building",
                """
                {"building": {"specificEnergyKwh": "1.5", "per": "IT_KWH", "source": "synthetic building"}, "gridFactor": %s}
                """
                        .formatted(factor("0.36")));
    }

    private static String triGeneration(String more) {
        return """
        {"fuel": "NATURAL_GAS", "fuelPoints": ["{id}.gas"], "powerPoints": ["{id}.plant-power"],
         "heatPoints": ["{id}.plant-heat"], "coolingPoints": ["{id}.plant-cooling"],
         "references": {"set": "EU-2015-2402", "category": "G10", "builtIn": "2018", "coolingPerformance": "5",
                        "source": "synthetic chiller"},
         "fuelFactor": %s, "gridFactor": %s%s}
        """
                .formatted(factor("0.2"), factor("0.36"), more);
    }

    private static String factor(String kgCo2ePerKwh) {
        return "{\"kgCo2ePerKwh\": \"%s\", \"source\": \"%s\"}"
                .formatted(kgCo2ePerKwh, FACTOR_SOURCE);
    }
}
