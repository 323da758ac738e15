package org.netzero.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// An activity as companies record them: fuels, refrigerants, electricity, purchases, freight,
/// waste and travel, at one of the published sites, mostly on a day, sometimes in a month.
///
/// @param quantity in the unit of its kind
/// @param kilometres where the kind takes a distance
record SampleActivity(
        Kind kind,
        String siteId,
        LocalDate day,
        boolean wholeMonth,
        String quantity,
        int kilometres,
        String provenance,
        String uncertainty,
        String quality) {

    static final String HEADER =
            "activityId,scope,category,activity,quantity,unit,siteId,region,start,method,inputs,provenance,evidence,"
                    + "uncertainty,quality";

    private static final List<String> SITES =
            List.of(
                    "chongqing",
                    "group",
                    "huailai",
                    "qingpu",
                    "qingyuan",
                    "shenzhen-binhai",
                    "tianjin-binhai",
                    "yizheng");

    private static final String GOODS = "C1_PURCHASED_GOODS_AND_SERVICES";
    private static final String FREIGHT = "C4_UPSTREAM_TRANSPORTATION_AND_DISTRIBUTION";
    private static final String WASTE = "C5_WASTE_GENERATED_IN_OPERATIONS";
    private static final String TRAVEL = "C6_BUSINESS_TRAVEL";
    private static final Input DISTANCE = new Input("distance", Optional.empty(), "km");

    /// Each as often as it stands beside the others.
    private static final List<Kind> KINDS =
            Stream.of(
                            many(3, Kind.own("diesel", "L", "MOBILE_FUEL")),
                            many(3, Kind.own("natural-gas", "m3", "STATIONARY_COMBUSTION")),
                            many(1, Kind.own("r-410a", "kg", "FUGITIVE_TOP_UP")),
                            many(1, Kind.bought("electricity", "kWh", "PURCHASED_ENERGY")),
                            many(
                                    3,
                                    Kind.of(GOODS, "software-publishers", "USD")
                                            .by("SPEND_BASED", "US")),
                            many(
                                    1,
                                    Kind.of(GOODS, "cooling towers", "t")
                                            .by(
                                                    "SUPPLIER_SPECIFIC",
                                                    "",
                                                    new Input(
                                                            "emissionFactor",
                                                            Optional.of("1.9"),
                                                            "kgCO2e/kg"))),
                            many(
                                    3,
                                    Kind.of(
                                                    FREIGHT,
                                                    "freighting-goods-cargo-ship-container-ship-average",
                                                    "tkm")
                                            .by("DISTANCE_BASED", "GB")),
                            many(
                                    2,
                                    Kind.of(
                                                    FREIGHT,
                                                    "freighting-goods-hgv-all-diesel-all-hgvs-average-laden",
                                                    "t")
                                            .by("FREIGHT_DISTANCE", "GB", DISTANCE)),
                            many(
                                    1,
                                    Kind.of(
                                                    WASTE,
                                                    "waste-disposal-refuse-commercial-and-industrial-waste-landfill",
                                                    "t")
                                            .by("WASTE_TYPE_SPECIFIC", "GB")),
                            many(
                                    3,
                                    Kind.of(
                                                    TRAVEL,
                                                    "business-travel-air-flights-long-haul-to-from-uk-economy-class-with-rf",
                                                    "pkm")
                                            .by("TRAVEL_DISTANCE", "GB")),
                            many(
                                    2,
                                    Kind.of(
                                                    TRAVEL,
                                                    "business-travel-land-rail-national-rail",
                                                    "count")
                                            .by(
                                                    "TRAVEL_DISTANCE",
                                                    "GB",
                                                    DISTANCE,
                                                    new Input("trips", Optional.of("2"), "1"))),
                            many(
                                    2,
                                    Kind.of(TRAVEL, "hotel-stay", "room-night")
                                            .by("HOTEL_NIGHTS", "CN")))
                    .flatMap(kinds -> kinds)
                    .toList();

    /// An input of a method.
    ///
    /// @param value empty: each activity has its own
    private record Input(String name, Optional<String> value, String unit) {}

    /// What is done, and how it is accounted.
    ///
    /// @param category empty: none
    /// @param region empty: the site's
    private record Kind(
            String scope,
            String category,
            String activity,
            String unit,
            String method,
            String region,
            List<Input> inputs) {

        static Kind own(String activity, String unit, String method) {
            return new Kind("SCOPE_1", "", activity, unit, method, "", List.of());
        }

        static Kind bought(String activity, String unit, String method) {
            return new Kind("SCOPE_2", "", activity, unit, method, "", List.of());
        }

        static Kind of(String category, String activity, String unit) {
            return new Kind("SCOPE_3", category, activity, unit, "", "", List.of());
        }

        Kind by(String its, String in, Input... with) {
            return new Kind(scope, category, activity, unit, its, in, List.of(with));
        }
    }

    private static Stream<Kind> many(int times, Kind kind) {
        return IntStream.range(0, times).mapToObj(time -> kind);
    }

    /// The next one on a day of the year.
    static SampleActivity next(RandomGenerator random, int year) {
        LocalDate day = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
        return new SampleActivity(
                KINDS.get(random.nextInt(KINDS.size())),
                SITES.get(random.nextInt(SITES.size())),
                day,
                random.nextInt(20) == 0,
                "%d.%03d".formatted(1 + random.nextInt(500), random.nextInt(1_000)),
                1 + random.nextInt(1_500),
                random.nextBoolean() ? "INVOICED" : "MEASURED",
                random.nextInt(5) == 0 ? "5 %" : "",
                random.nextInt(10) == 0 ? "2;1;3;2;1" : "");
    }

    private String start() {
        return wholeMonth ? day.toString().substring(0, "2024-03".length()) : day.toString();
    }

    private String valueOf(Input input) {
        return input.value().orElseGet(() -> String.valueOf(kilometres));
    }

    /// A line of a file, below the [#HEADER].
    String line(String activityId) {
        String inputs =
                kind.inputs().stream()
                        .map(input ->
                                "%s=%s %s".formatted(input.name(), valueOf(input), input.unit()))
                        .collect(Collectors.joining("; "));
        return String.join(
                ",",
                activityId,
                kind.scope(),
                kind.category(),
                kind.activity(),
                quantity,
                kind.unit(),
                siteId,
                kind.region(),
                start(),
                kind.method(),
                inputs,
                provenance,
                "document " + activityId,
                uncertainty,
                quality);
    }

    /// An item of a batch of estimates.
    String item() {
        String inputs =
                kind.inputs().stream()
                        .map(input ->
                                "\"%s\":{\"value\":\"%s\",\"unit\":\"%s\"}"
                                        .formatted(input.name(), valueOf(input), input.unit()))
                        .collect(Collectors.joining(","));
        return "{\"activity\":\"%s\",\"quantity\":{\"value\":\"%s\",\"unit\":\"%s\"},\"region\":\"%s\",\"on\":\"%s\",\"method\":\"%s\",\"inputs\":{%s}}"
                .formatted(
                        kind.activity(),
                        quantity,
                        kind.unit(),
                        kind.region().isEmpty() ? "CN" : kind.region(),
                        day,
                        kind.method(),
                        inputs);
    }
}
