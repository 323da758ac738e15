package org.netzero.emissions.calculation;

import static org.netzero.emissions.calculation.MethodInput.equipment;
import static org.netzero.emissions.calculation.MethodInput.minus;
import static org.netzero.emissions.calculation.MethodInput.months;
import static org.netzero.emissions.calculation.MethodInput.part;
import static org.netzero.emissions.calculation.MethodInput.plus;
import static org.netzero.emissions.calculation.MethodInput.times;
import static org.netzero.emissions.calculation.MethodInput.whole;

import org.netzero.emissions.calculation.MethodInput.Measure;
import org.netzero.emissions.calculation.MethodRule.Accounting;
import org.netzero.emissions.factor.Purpose;

/// How an activity is turned into emissions: a closed vocabulary, each with the scope and
/// categories it serves, its inputs, its formula and the clause it comes from.
public enum CalculationMethod {
    STATIONARY_COMBUSTION(
            MethodRule.of(
                            "fuel burnt",
                            "fuel × combustion factor",
                            Source.CORPORATE + ", chapter 6")
                    .scope(Scope.SCOPE_1)
                    .purpose(Purpose.COMBUSTION)),
    MOBILE_FUEL(
            MethodRule.of(
                            "fuel burnt in own vehicles",
                            "fuel × combustion factor",
                            Source.MOBILE + ", by fuel")
                    .scope(Scope.SCOPE_1)
                    .purpose(Purpose.COMBUSTION)),
    MOBILE_DISTANCE(
            MethodRule.of(
                            "distance driven, or the number of vehicles",
                            "distance [× distance of each vehicle] × factor per distance",
                            Source.MOBILE + ", by distance")
                    .scope(Scope.SCOPE_1)
                    .purpose(Purpose.COMBUSTION)
                    .with(times("distance", Measure.DISTANCE, "of each vehicle").optional())),
    PROCESS(
            MethodRule.of(
                            "material processed or produced",
                            "material [× share that reacts] × process factor",
                            Source.CORPORATE + ", chapter 6")
                    .scope(Scope.SCOPE_1)
                    .with(times("share", Measure.SHARE, "share that reacts").optional())),
    FUGITIVE_TOP_UP(
            MethodRule.of(
                            "gas refilled",
                            "gas refilled × composition × GWP",
                            Source.REFRIGERANTS + ", section 2.3, what is refilled in servicing")
                    .scope(Scope.SCOPE_1)
                    .purpose(Purpose.FUGITIVE)),
    FUGITIVE_MASS_BALANCE(
            MethodRule.of(
                            "gas in store at the start",
                            "(stock at start + bought − sold or recovered − stock at end − growth of the charge) × composition × GWP",
                            Source.REFRIGERANTS + ", section 2.2, material balance")
                    .scope(Scope.SCOPE_1)
                    .purpose(Purpose.FUGITIVE)
                    .with(
                            plus("purchased", "gas bought in the period"),
                            minus("disbursed", "gas sold, returned, recovered or destroyed")
                                    .optional(),
                            minus("stockAtEnd", "gas in store at the end"),
                            minus("capacityIncrease", "growth of the charge of all equipment")
                                    .optional())),
    FUGITIVE_STOCK_LEAKAGE(
            MethodRule.of(
                            "gas charged in the equipment, in each unit of it where they are counted",
                            "charge [× units] × leakage rate per year [× share of the year, or months ÷ 12] × composition × GWP",
                            "IPCC Guidelines 2006, volume 3, chapter 7, table 7.9")
                    .scope(Scope.SCOPE_1)
                    .purpose(Purpose.FUGITIVE)
                    .with(
                            equipment(
                                    StockLeakage.EQUIPMENT,
                                    "number and kind of units, such as 3 CHILLERS; the kind gives the rate where leakageRate does not"),
                            times(StockLeakage.RATE, Measure.SHARE, "share that leaks in a year")
                                    .optional(),
                            times(
                                            StockLeakage.YEAR_SHARE,
                                            Measure.SHARE,
                                            "share of the year in operation")
                                    .optional(),
                            months(
                                    StockLeakage.MONTHS,
                                    "months of the year in operation, in place of yearShare"))),
    PURCHASED_ENERGY(
            MethodRule.of(
                            "electricity, heat, steam or cooling bought",
                            "energy × grid average; energy × residual mix",
                            "GHG Protocol Scope 2 Guidance (2015), both methods")
                    .scope(Scope.SCOPE_2)),
    /// Scope 2 only: the stated figure is location-based.
    LOCATION_BASED(
            MethodRule.of(
                            "stated emissions",
                            "taken over as stated",
                            "GHG Protocol Scope 2 Guidance (2015)")
                    .scope(Scope.SCOPE_2)),
    /// Scope 2 only: the stated figure is market-based.
    MARKET_BASED(
            MethodRule.of(
                            "stated emissions",
                            "taken over as stated",
                            "GHG Protocol Scope 2 Guidance (2015)")
                    .scope(Scope.SCOPE_2)),
    SUPPLIER_SPECIFIC(
            MethodRule.of(
                            "what was bought",
                            "quantity × the supplier's factor",
                            Source.SCOPE_3 + ", supplier-specific method")
                    .categories(1, 2, 3, 4, 5, 6, 8, 9, 12)),
    HYBRID(
            MethodRule.of(
                            "a supplier's energy, material, waste or freight for the goods bought",
                            "quantity [× distance] [× share of the goods] × factor, summed over the components",
                            Source.SCOPE_3 + ", categories 1 and 2, hybrid method")
                    .categories(1, 2)
                    .with(
                            times("distance", Measure.DISTANCE, "over which it was carried")
                                    .optional(),
                            times("share", Measure.SHARE, "share of the goods bought").optional())),
    AVERAGE_DATA(
            MethodRule.of(
                            "what was bought, used or treated",
                            "quantity [× share] × average factor",
                            Source.SCOPE_3 + ", average-data method")
                    .scope(Scope.SCOPE_3, Scope.SCOPE_1, Scope.SCOPE_2)
                    .with(times("share", Measure.SHARE, "share that is meant").optional())),
    SPEND_BASED(
            MethodRule.of(
                            "money spent",
                            "money [→ currency and price year of the factor] [× share] × factor per money",
                            Source.SCOPE_3 + ", spend-based method")
                    .categories(1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 15)
                    .purpose(Purpose.SPEND)
                    .with(times("share", Measure.SHARE, "share that is meant").optional())),
    AMORTISED_EMBODIED(
            MethodRule.of(
                            "number of machines",
                            "machines × embodied factor of each × years used ÷ years of life",
                            "attribution over the life of the machine; "
                                    + Source.WHOLE_IN_FIRST_YEAR)
                    .categories(1, 2)
                    .with(
                            part("yearsUsed", Measure.COUNT, "years in this period, such as 1"),
                            whole("lifetimeYears", Measure.COUNT, "years of life"))),
    WELL_TO_TANK(
            MethodRule.of(
                            "fuel burnt",
                            "fuel × upstream factor",
                            Source.SCOPE_3 + ", category 3, activity A")
                    .categories(3)
                    .purpose(Purpose.UPSTREAM)),
    UPSTREAM_OF_PURCHASED_ENERGY(
            MethodRule.of(
                            "electricity, heat, steam or cooling bought",
                            "energy × upstream factor",
                            Source.SCOPE_3 + ", category 3, activity B")
                    .categories(3)
                    .purpose(Purpose.UPSTREAM)),
    TRANSMISSION_LOSSES(
            MethodRule.of(
                            "electricity, heat, steam or cooling bought",
                            "energy × loss rate × factor of its generation",
                            Source.SCOPE_3 + ", category 3, activity C")
                    .categories(3)
                    .with(times("lossRate", Measure.SHARE, "share lost on the way"))),
    FREIGHT_DISTANCE(
            MethodRule.of(
                            "goods carried",
                            "mass × distance × factor per mass and distance",
                            Source.SCOPE_3 + ", categories 4 and 9, distance-based method")
                    .categories(4, 9)
                    .with(times("distance", Measure.DISTANCE, "over which they were carried"))),
    FREIGHT_FUEL(
            MethodRule.of(
                            "fuel burnt on the loaded way",
                            "(fuel + fuel of the empty way back) × own mass ÷ mass of all goods × factor",
                            Source.SCOPE_3 + ", categories 4 and 9, fuel-based method")
                    .categories(4, 9)
                    .with(
                            plus("backhaulFuel", "fuel burnt on the empty way back").optional(),
                            part("mass", Measure.MASS, "of the company's goods").optional(),
                            whole("totalMass", Measure.MASS, "of all goods on board").optional())),
    WASTE_TYPE_SPECIFIC(
            MethodRule.of(
                            "waste of one kind",
                            "mass × factor of its kind and treatment",
                            Source.SCOPE_3 + ", categories 5 and 12, waste-type-specific method")
                    .categories(5, 12)),
    WASTE_AVERAGE(
            MethodRule.of(
                            "all waste",
                            "mass × share of the treatment × average factor of the treatment",
                            Source.SCOPE_3 + ", categories 5 and 12, average-data method")
                    .categories(5, 12)
                    .with(times("share", Measure.SHARE, "share that is treated this way"))),
    TRAVEL_DISTANCE(
            MethodRule.of(
                            "distance travelled, or the number of travellers",
                            "travellers × distance × factor per distance",
                            Source.SCOPE_3 + ", category 6, distance-based method")
                    .categories(6)
                    .with(
                            times("distance", Measure.DISTANCE, "of each traveller").optional(),
                            times("trips", Measure.COUNT, "of each traveller").optional())),
    TRAVEL_FUEL(
            MethodRule.of(
                            "fuel burnt",
                            "fuel [× share of the travellers] × factor",
                            Source.SCOPE_3 + ", category 6, fuel-based method")
                    .categories(6)
                    .with(times("share", Measure.SHARE, "share of the travellers").optional())),
    HOTEL_NIGHTS(
            MethodRule.of(
                            "room nights, or the number of travellers",
                            "rooms [× nights] × factor per room and night",
                            Source.SCOPE_3 + ", category 6, hotel stays")
                    .categories(6)
                    .with(times("nights", Measure.COUNT, "of each traveller").optional())),
    COMMUTING_DISTANCE(
            MethodRule.of(
                            "employees",
                            "employees [× share of the mode] × distance × trips a day × days [× weeks] × factor per distance",
                            Source.SCOPE_3
                                    + ", category 7, distance-based and average-data methods")
                    .categories(7)
                    .with(
                            times("share", Measure.SHARE, "share of employees by this mode")
                                    .optional(),
                            times("distance", Measure.DISTANCE, "one way"),
                            times("trips", Measure.COUNT, "ways a day, usually 2"),
                            times("days", Measure.COUNT, "a year, or a week"),
                            times("weeks", Measure.COUNT, "a year, where days are a week's")
                                    .optional())),
    COMMUTING_AVERAGE(
            MethodRule.of(
                            "employees",
                            "employees × days × average factor per employee and day",
                            Source.SCOPE_3 + ", category 7, average-data method")
                    .categories(7)
                    .with(times("days", Measure.COUNT, "a year"))),
    HOME_WORKING(
            MethodRule.of(
                            "employees",
                            "employees × days × energy a day × factor",
                            Source.SCOPE_3 + ", category 7, teleworking")
                    .categories(7)
                    .with(
                            times("days", Measure.COUNT, "at home in the year"),
                            times("energyPerDay", Measure.RATE, "more energy used for a day"))),
    ASSET_SPECIFIC(
            MethodRule.of(
                            "energy of the asset, or gas it released",
                            "quantity [× share of the asset] × factor",
                            Source.SCOPE_3 + ", categories 8 and 13, asset-specific method")
                    .scope(Scope.SCOPE_3, Scope.SCOPE_1, Scope.SCOPE_2)
                    .categories(8, 13)
                    .with(times("share", Measure.SHARE, "leased share of the asset").optional())),
    LESSOR_SPECIFIC(
            MethodRule.of(
                            "emissions, energy or gas of all the lessor's assets",
                            "quantity × leased ÷ total area, volume or number of the lessor's assets [× factor]",
                            Source.SCOPE_3
                                    + ", categories 8 and 13, lessor- and lessee-specific methods")
                    .categories(8, 13)
                    .with(
                            part("leased", Measure.AMOUNT, "area, volume or number that is leased"),
                            whole(
                                    "total",
                                    Measure.AMOUNT,
                                    "area, volume or number of all assets"))),
    LEASED_AREA(
            MethodRule.of(
                            "leased floor area",
                            "area [× energy a unit of area] × factor",
                            Source.SCOPE_3 + ", categories 8 and 13, average-data method by area")
                    .categories(8, 13)
                    .with(
                            times("energyPerArea", Measure.RATE, "energy for a unit of area")
                                    .optional())),
    LEASED_AVERAGE(
            MethodRule.of(
                            "number of assets",
                            "assets × average factor of each",
                            Source.SCOPE_3 + ", categories 8 and 13, average-data method by number")
                    .categories(8, 13)),
    LEASED_HALL(
            MethodRule.of(
                            "energy of the own IT equipment",
                            "IT energy × the landlord's PUE × grid factor",
                            "ISO/IEC 30134-2 (PUE); scope 2 or category 8 by control")
                    .scope(Scope.SCOPE_3, Scope.SCOPE_2)
                    .categories(8)
                    .with(times("pue", Measure.AT_LEAST_ONE, "of the landlord, over the year"))),
    PROCESSING_SITE_SPECIFIC(
            MethodRule.of(
                            "fuel, electricity, waste or emissions of the processor",
                            "quantity × share of the sold products [× factor]",
                            Source.SCOPE_3 + ", category 10, site-specific method")
                    .categories(10)
                    .with(times("share", Measure.SHARE, "share of the sold products").optional())),
    PROCESSING_AVERAGE(
            MethodRule.of(
                            "sold intermediate products",
                            "mass or number × average factor of processing",
                            Source.SCOPE_3 + ", category 10, average-data method")
                    .categories(10)),
    USE_PHASE_ENERGY(
            MethodRule.of(
                            "products sold",
                            "products [× share used this way] × uses in a lifetime × energy or fuel a use × factor",
                            Source.SCOPE_3 + ", category 11, products that use energy")
                    .categories(11)
                    .with(
                            times("share", Measure.SHARE, "share used in this way").optional(),
                            times("lifetimeUses", Measure.COUNT, "uses, hours or km in a lifetime"),
                            times("consumptionPerUse", Measure.RATE, "energy or fuel for a use"))),
    USE_PHASE_FUELS(
            MethodRule.of(
                            "fuel or feedstock sold",
                            "quantity × combustion factor",
                            Source.SCOPE_3 + ", category 11, fuels and feedstocks")
                    .categories(11)
                    .purpose(Purpose.COMBUSTION)),
    USE_PHASE_CONTAINED_GASES(
            MethodRule.of(
                            "products sold",
                            "products × gas in each × share released in a lifetime × composition × GWP",
                            Source.SCOPE_3
                                    + ", category 11, products that contain greenhouse gases")
                    .categories(11)
                    .purpose(Purpose.FUGITIVE)
                    .with(
                            times("gasPerProduct", Measure.RATE, "mass of gas for a product"),
                            times("releasedShare", Measure.SHARE, "share released in a lifetime"))),
    FRANCHISE_SPECIFIC(
            MethodRule.of(
                            "energy, gas or emissions of the franchises",
                            "quantity [× share] [× factor]",
                            Source.SCOPE_3 + ", category 14, franchise-specific method")
                    .categories(14)
                    .with(times("share", Measure.SHARE, "share of the franchise").optional())),
    FRANCHISE_AVERAGE(
            MethodRule.of(
                            "floor area or number of franchises",
                            "quantity [× energy a unit of area] × factor",
                            Source.SCOPE_3 + ", category 14, average-data method")
                    .categories(14)
                    .with(
                            times("energyPerArea", Measure.RATE, "energy for a unit of area")
                                    .optional())),
    INVESTMENT_EQUITY(
            MethodRule.of(
                            "emissions of scope 1 and 2 of the company invested in",
                            "emissions × share of equity",
                            Source.SCOPE_3 + ", category 15, investment-specific method")
                    .categories(15)
                    .with(times("share", Measure.SHARE, "share of equity"))),
    PROJECT_FINANCE(
            MethodRule.of(
                            "emissions of the project in the year",
                            "emissions × share of the project's cost",
                            Source.SCOPE_3 + ", category 15, project-specific method")
                    .categories(15)
                    .with(times("share", Measure.SHARE, "share of the project's cost"))),
    INVESTMENT_AVERAGE(
            MethodRule.of(
                            "revenue of the company or cost of the project invested in",
                            "money [× share of the sector] × factor of the sector × share of equity or cost",
                            Source.SCOPE_3 + ", category 15, average-data method")
                    .categories(15)
                    .purpose(Purpose.SPEND)
                    .with(
                            times("sectorShare", Measure.SHARE, "share of the sector").optional(),
                            times("share", Measure.SHARE, "share of equity or cost"))),
    PROJECT_LIFETIME(
            MethodRule.of(
                            "emissions of the project in a year",
                            "emissions × years of life × share of the project's cost",
                            Source.SCOPE_3 + ", category 15, projected lifetime emissions")
                    .categories(15)
                    .accounting(Accounting.REPORTED_SEPARATELY)
                    .with(
                            times("lifetimeYears", Measure.COUNT, "of the project"),
                            times("share", Measure.SHARE, "share of the project's cost"))),
    AVOIDED_EXPORT(
            MethodRule.of(
                            "what was handed over: heat, electricity",
                            "quantity × factor of what it replaces",
                            "avoided emissions, beside the inventory")
                    .accounting(Accounting.EXPORTED_AVOIDED)),
    DISTANCE_BASED(
            MethodRule.of(
                            "distance, or goods or passengers over a distance",
                            "quantity [× distance] × factor",
                            Source.SCOPE_3 + ", distance-based method")
                    .scope(Scope.SCOPE_3, Scope.SCOPE_1)
                    .with(times("distance", Measure.DISTANCE, "of each").optional())),
    FUEL_BASED(
            MethodRule.of("fuel burnt", "fuel × factor", Source.SCOPE_3 + ", fuel-based method")
                    .scope(Scope.SCOPE_3, Scope.SCOPE_1)),
    /// A figure taken over from a report.
    STATED(
            MethodRule.of("emissions", "taken over as stated", "the report named as evidence")
                    .scope(Scope.SCOPE_1, Scope.SCOPE_2, Scope.SCOPE_3));

    private static final class Source {
        static final String CORPORATE = "GHG Protocol Corporate Standard (2004)";
        static final String MOBILE = "GHG Protocol, Calculating CO2 Emissions from Mobile Sources";
        static final String REFRIGERANTS =
                "US EPA Climate Leaders, Use of Refrigeration and Air Conditioning Equipment (2004)";
        static final String SCOPE_3 =
                "GHG Protocol Technical Guidance for Calculating Scope 3 Emissions (2013)";
        static final String WHOLE_IN_FIRST_YEAR =
                "the Scope 3 Standard counts capital goods whole in the year they are acquired";
    }

    @SuppressWarnings("ImmutableEnumChecker") // a record that copies its lists
    private final MethodRule rule;

    CalculationMethod(MethodRule rule) {
        this.rule = rule;
    }

    public MethodRule rule() {
        return rule;
    }
}
