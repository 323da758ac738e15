package org.netzero.emissions.library;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.FactorSource;
import org.netzero.emissions.factor.GasIntensity;
import org.netzero.emissions.factor.Potentials;
import org.netzero.emissions.factor.PriceBasis;
import org.netzero.emissions.factor.Purpose;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Unit;

/// The shipped factor sets, read from their source files on top of the core set. An id is taken by
/// the first set that has it.
final class SourceSets {

    /// Changes with the rules of reading, so that a set read by other rules is noticed.
    private static final String RULES = "1";

    private static final Pattern HALOCARBON = Pattern.compile("^(CFC|HCFC|HFC|Halon)-?(\\d.*)$");
    private static final Pattern SOURCE_ROW_ID = Pattern.compile(" flat file, id [0-9_]+");
    private static final LocalDate FIRST_DAY_OF_GASES = LocalDate.of(1990, 1, 1);
    private static final int PRICE_YEAR = 2022;

    private final SetFolder folder;
    private final List<Declared> declared;

    /// A set as `sets.csv` declares it.
    ///
    /// @param published the day from which rows without a date count as known; empty: the last of
    ///   their data year
    record Declared(
            String version,
            List<String> files,
            String title,
            String publisher,
            String licence,
            Optional<LocalDate> published) {}

    SourceSets(String edition) {
        folder = new SetFolder(edition);
        declared =
                folder.rows("sets.csv").stream()
                        .map(row ->
                                new Declared(
                                        row.getField("version"),
                                        Arrays.asList(row.getField("file").split(" ")),
                                        row.getField("title"),
                                        row.getField("publisher"),
                                        row.getField("licence"),
                                        Optional.of(row.getField("published"))
                                                .filter(day -> !day.isEmpty())
                                                .map(LocalDate::parse)))
                        .toList();
    }

    /// The version of each set and the hash of what it is read from.
    Map<String, String> contents() {
        var contents = new LinkedHashMap<String, String>();
        declared.forEach(set -> contents.put(set.version(), sha256(set)));
        return contents;
    }

    private String sha256(Declared set) {
        var files = new ArrayList<>(set.files());
        files.addAll(List.of("activities.csv", "places.csv"));
        if (set.equals(declared.getFirst())) {
            files.add("activity-names.csv");
        }
        return RULES + ":" + folder.sha256(files);
    }

    /// Reads every set.
    ///
    /// @param core the set that takes its ids and the names of its activities first
    List<FactorSet> read(FactorSet core) {
        return new Reader(core).read();
    }

    /// Carries what sets before have taken.
    private final class Reader {

        private final SourceNames names = new SourceNames(folder);
        private final SourceRules rules = new SourceRules(names);
        private final Map<FactorSource, FactorSource> sources = new HashMap<>();
        private final Set<String> ids = new HashSet<>();
        private final Set<String> gasActivities = new HashSet<>();
        private final Set<String> rowIds = new HashSet<>();
        private final Map<String, String> aliases = new LinkedHashMap<>();
        private final FactorSet core;
        private Potentials potentials;

        Reader(FactorSet core) {
            this.core = core;
            this.potentials = new Potentials(core.potentials());
            core.factors()
                    .forEach(factor -> {
                        ids.add(factor.id());
                        if (factor.purpose() == Purpose.FUGITIVE) {
                            gasActivities.add(factor.activity());
                        }
                    });
            rowIds.addAll(ids);
            folder.pairs("activity-names.csv", "alias", "activity")
                    .forEach((alias, activity) -> aliases.put(FactorLibrary.key(alias), activity));
        }

        List<FactorSet> read() {
            var sets = new ArrayList<FactorSet>();
            for (Declared set : declared) {
                sets.add(set.version().startsWith("refrigerants") ? gases(set) : rows(set));
            }
            return sets;
        }

        private FactorSet rows(Declared set) {
            var tally = new LoadReport.Tally();
            var groups = new LinkedHashMap<List<Object>, List<Accepted>>();
            for (NamedCsvRecord named : folder.rows(set.files().getFirst())) {
                SourceRow row = SourceRow.of(named);
                accept(row, tally)
                        .ifPresent(accepted ->
                                groups.computeIfAbsent(accepted.group(), key -> new ArrayList<>())
                                        .add(accepted));
            }
            var factors = new ArrayList<EmissionFactor>();
            groups.values().forEach(group -> factor(set, group, tally).ifPresent(factors::add));
            return factorSet(set, factors, List.of(), Map.of(), tally.report());
        }

        /// A row that says what it is for, and in which gas and unit.
        private record Accepted(
                SourceRow row,
                SourceRules.Reading reading,
                String region,
                SourceUnit unit,
                String gas) {

            /// Rows of one group are gases of one factor. Hosts that a cloud lists under one name
            /// are factors of their own, of which the highest is chosen.
            List<Object> group() {
                return List.of(
                        row.category().equals("it-embodied") ? row.id() : "",
                        reading.purpose(),
                        reading.activity(),
                        reading.name().toLowerCase(Locale.ROOT).replace(" ", ""),
                        region,
                        row.validFrom(),
                        unit.per(),
                        row.unit().substring(row.unit().indexOf('/')),
                        row.publisher());
            }
        }

        private Optional<Accepted> accept(SourceRow row, LoadReport.Tally tally) {
            if (!rowIds.add(row.id())) {
                tally.count(RowFate.DUPLICATE);
                return Optional.empty();
            }
            if (row.restsOnMemory()) {
                tally.refuse(row.id(), RowFate.REFUSED_MEMORY, "confidence " + row.confidence());
                return Optional.empty();
            }
            if (row.publisher().isEmpty() || row.source().isEmpty()) {
                tally.refuse(row.id(), RowFate.REFUSED_NO_SOURCE, "no publisher or no document");
                return Optional.empty();
            }
            if (isProperty(row)) {
                tally.count(
                        row.category().startsWith("gwp") ? RowFate.POTENTIAL : RowFate.PROPERTY);
                return Optional.empty();
            }
            if (isComputedByEpa(row)) {
                tally.count(RowFate.SAME_IN_OTHER_UNIT);
                return Optional.empty();
            }
            return understood(row, tally);
        }

        private Optional<Accepted> understood(SourceRow row, LoadReport.Tally tally) {
            Optional<SourceRules.Reading> reading = rules.read(row);
            if (reading.isEmpty()) {
                if (row.category().equals("Refrigerant & other")) {
                    tally.count(RowFate.POTENTIAL);
                } else {
                    tally.refuse(
                            row.id(), RowFate.REFUSED_NO_PURPOSE, "category " + row.category());
                }
                return Optional.empty();
            }
            if (row.category().equals("Refrigerant & other")
                    && isKnownGas(reading.get().activity())) {
                tally.count(RowFate.POTENTIAL);
                return Optional.empty();
            }
            Optional<SourceUnit> unit = SourceUnit.parse(row.unit());
            if (unit.isEmpty()) {
                tally.refuse(row.id(), RowFate.REFUSED_UNKNOWN_UNIT, "unit " + row.unit());
                return Optional.empty();
            }
            if (!row.gas().equals(GasIntensity.CO2E) && !potentials.knows(row.gas())) {
                tally.refuse(row.id(), RowFate.REFUSED_UNKNOWN_GAS, "gas " + row.gas());
                return Optional.empty();
            }
            Optional<String> region = names.region(reading.get().place());
            if (region.isEmpty()) {
                tally.refuse(
                        row.id(), RowFate.REFUSED_UNKNOWN_REGION, "place " + reading.get().place());
                return Optional.empty();
            }
            return Optional.of(
                    new Accepted(row, reading.get(), region.get(), unit.get(), row.gas()));
        }

        private boolean isKnownGas(String written) {
            String dashed = written.replaceFirst("^r(\\d)", "r-$1");
            return gasActivities.contains(written)
                    || gasActivities.contains(dashed)
                    || gasActivities.contains(aliases.getOrDefault(written, written))
                    || written.equals("carbon-dioxide")
                    || written.equals("methane")
                    || written.equals("nitrous-oxide");
        }

        private static boolean isProperty(SourceRow row) {
            return switch (row.category()) {
                case "fuel-property", "gwp", "gwp-blend", "it-power", "electricity-td-loss" -> true;
                default -> row.gas().equals("kWh") || row.unit().startsWith("kWh/");
            };
        }

        /// EPA prints grid averages in lb/MWh; kilograms and CO2e are computed from them.
        private static boolean isComputedByEpa(SourceRow row) {
            return row.id().startsWith("us.epa.hub")
                    && row.category().startsWith("electricity")
                    && row.unit().endsWith("/kWh");
        }

        private Optional<EmissionFactor> factor(
                Declared set, List<Accepted> group, LoadReport.Tally tally) {
            boolean perGas = group.stream().anyMatch(row -> !row.gas().equals(GasIntensity.CO2E));
            List<Accepted> taken =
                    group.stream()
                            .filter(row -> !perGas || !row.gas().equals(GasIntensity.CO2E))
                            .toList();
            group.stream()
                    .filter(row -> !taken.contains(row))
                    .forEach(row -> tally.count(RowFate.TOTAL_OF_GASES));
            try {
                EmissionFactor factor = factor(set, group.getFirst(), taken);
                taken.forEach(row -> tally.count(RowFate.FACTOR));
                ids.add(factor.id());
                return Optional.of(factor);
            } catch (RuntimeException refused) {
                taken.forEach(row ->
                        tally.refuse(
                                row.row().id(),
                                RowFate.REFUSED_INVALID,
                                String.valueOf(refused.getMessage())));
                return Optional.empty();
            }
        }

        /// @param first names the factor: where gases are summed, it is the row of the sum
        private EmissionFactor factor(Declared set, Accepted first, List<Accepted> taken) {
            SourceRules.Reading reading = first.reading();
            var gases = new ArrayList<GasIntensity>();
            taken.forEach(row -> gases.add(gas(row)));
            boolean withoutCo2 =
                    reading.purpose() == Purpose.COMBUSTION
                            && gases.stream()
                                    .allMatch(g -> g.gas().equals("CH4") || g.gas().equals("N2O"));
            Optional<PriceBasis> prices =
                    first.unit().per().dimension() == Dimension.MONEY_USD
                            ? Optional.of(
                                    new PriceBasis("USD", PRICE_YEAR, PriceBasis.Kind.PURCHASER))
                            : Optional.empty();
            return new EmissionFactor(
                    first.row().id(),
                    set.version(),
                    reading.activity(),
                    withoutCo2 ? reading.name() + " (CH4 and N2O only)" : reading.name(),
                    reading.purpose(),
                    first.region(),
                    LocalDate.parse(first.row().validFrom()),
                    first.row().validTo(),
                    gases,
                    source(set, first.row()),
                    prices,
                    SourceRange.ofSum(ranges(taken)),
                    Optional.empty());
        }

        /// The gases that make the factor's CO2e, each with its range.
        private List<SourceRange> ranges(List<Accepted> taken) {
            return taken.stream()
                    .filter(row -> !Potentials.isOutsideScopes(gas(row).gas()))
                    .map(row ->
                            SourceRange.of(
                                    row.row().value(),
                                    row.unit().co2e()
                                            ? Optional.of(BigDecimal.ONE)
                                            : potentials
                                                    .of(row.gas(), GwpSet.DEFAULT)
                                                    .map(Potentials.Potential::value),
                                    row.row().notes()))
                    .toList();
        }

        private GasIntensity gas(Accepted accepted) {
            SourceRow row = accepted.row();
            BigDecimal value = new BigDecimal(row.value());
            SourceUnit unit = accepted.unit();
            Optional<GwpSet> set = gwpSet(row.gwpSet());
            if (accepted.gas().equals(GasIntensity.CO2E)) {
                return new GasIntensity(GasIntensity.CO2E, set, unit.intensity(value));
            }
            if (accepted.gas().equals("CO2")) {
                SourceUnit mass = unit.co2e() ? unit.ofMass() : unit;
                return new GasIntensity(
                        isBiogenic(accepted) ? Potentials.BIOGENIC_CO2 : "CO2",
                        Optional.empty(),
                        mass.intensity(value));
            }
            return unit.co2e()
                    ? new GasIntensity(accepted.gas(), set, unit.intensity(value))
                    : new GasIntensity(accepted.gas(), Optional.empty(), unit.intensity(value));
        }

        private boolean isBiogenic(Accepted accepted) {
            return accepted.reading().purpose() == Purpose.OUTSIDE_OF_SCOPES
                    || (accepted.reading().purpose() == Purpose.COMBUSTION
                            && names.isBiogenic(fuelOf(accepted.reading().activity())));
        }

        private static String fuelOf(String activity) {
            return activity.replaceFirst(
                    "-(mobile|energy-industries|manufacturing-construction|residential-agri)$", "");
        }

        /// Empty where the source does not name its set, or names it from memory.
        private static Optional<GwpSet> gwpSet(String written) {
            return switch (written) {
                case "AR4" -> Optional.of(GwpSet.AR4_100);
                case "AR5" -> Optional.of(GwpSet.AR5_100);
                case "AR6" -> Optional.of(GwpSet.AR6_100);
                default -> Optional.empty();
            };
        }

        private FactorSource source(Declared set, SourceRow row) {
            FactorSource source =
                    new FactorSource(
                            row.publisher(),
                            SOURCE_ROW_ID.matcher(row.source()).replaceFirst(" flat file"),
                            row.known(set.published()),
                            row.licence().isEmpty() ? set.licence() : row.licence(),
                            row.confidence(),
                            row.notes());
            return sources.computeIfAbsent(source, key -> key);
        }

        private FactorSet factorSet(
                Declared set,
                List<EmissionFactor> factors,
                List<Potentials.Potential> ofGases,
                Map<String, String> names,
                LoadReport report) {
            return new FactorSet(
                    set.version(),
                    sha256(set),
                    set.title(),
                    set.publisher(),
                    set.licence(),
                    factors,
                    ofGases,
                    List.of(),
                    Map.of(),
                    names,
                    report);
        }

        /// Potentials, a kilogram of each pure gas, and blends by their composition.
        private FactorSet gases(Declared set) {
            var tally = new LoadReport.Tally();
            List<Potentials.Potential> found = potentialsOf(set, tally);
            var all = new ArrayList<>(core.potentials());
            all.addAll(found);
            potentials = new Potentials(all);
            var factors = new ArrayList<EmissionFactor>();
            pureGases(set, all).forEach(factors::add);
            blends(set, tally).forEach(factors::add);
            folder.rows("gwp_blends.csv.gz").stream()
                    .map(SourceRow::of)
                    .forEach(row -> accept(row, tally));
            folder.rows("refrigerant_leakage_ipcc2006.csv.gz")
                    .forEach(row -> tally.count(RowFate.PROPERTY));
            factors.forEach(factor -> gasActivities.add(factor.activity()));
            return factorSet(set, factors, found, aliases, tally.report());
        }

        private List<Potentials.Potential> potentialsOf(Declared set, LoadReport.Tally tally) {
            var found = new ArrayList<Potentials.Potential>();
            var seen = new HashSet<List<Object>>();
            for (NamedCsvRecord named : folder.rows(set.files().getFirst())) {
                SourceRow row = SourceRow.of(named);
                Optional<GwpSet> gwpSet = gwpSet(row.gwpSet());
                if (row.restsOnMemory()) {
                    tally.refuse(row.id(), RowFate.REFUSED_MEMORY, row.confidence());
                } else if (gwpSet.isEmpty()) {
                    tally.count(RowFate.OTHER_GWP_SET);
                } else {
                    tally.count(RowFate.POTENTIAL);
                    String gas = gasName(row.gas());
                    boolean isNew =
                            potentials.of(gas, gwpSet.get()).isEmpty()
                                    && seen.add(List.of(gas, gwpSet.get()));
                    if (isNew) {
                        found.add(
                                new Potentials.Potential(
                                        gas,
                                        gwpSet.get(),
                                        new BigDecimal(row.value()),
                                        row.source()));
                    }
                }
                rowIds.add(row.id());
            }
            return found;
        }

        private static String gasName(String written) {
            String name = HALOCARBON.matcher(written).replaceFirst("$1-$2");
            return name.equals("HFC-4310mee") ? "HFC-43-10mee" : name;
        }

        private List<EmissionFactor> pureGases(Declared set, List<Potentials.Potential> all) {
            var byActivity = new LinkedHashMap<String, EmissionFactor>();
            for (Potentials.Potential potential : all) {
                String activity = FactorLibrary.key(potential.gas());
                String refrigerant = activity.replaceFirst("^(cfc|hcfc|hfc)-(?=\\d)", "r-");
                if (gasActivities.contains(refrigerant) || gasActivities.contains(activity)) {
                    if (!refrigerant.equals(activity)) {
                        aliases.putIfAbsent(activity, refrigerant);
                    }
                    continue;
                }
                if (!refrigerant.equals(activity)) {
                    aliases.putIfAbsent(refrigerant, activity);
                }
                byActivity.computeIfAbsent(
                        activity,
                        key ->
                                released(
                                        set,
                                        key,
                                        potential.gas(),
                                        List.of(kilogram(potential.gas(), BigDecimal.ONE)),
                                        "a kilogram of the gas itself"));
            }
            return List.copyOf(byActivity.values());
        }

        private List<EmissionFactor> blends(Declared set, LoadReport.Tally tally) {
            var parts = new LinkedHashMap<String, List<GasIntensity>>();
            for (NamedCsvRecord row : folder.rows("blend_composition.csv.gz")) {
                tally.count(RowFate.POTENTIAL);
                BigDecimal share = new BigDecimal(row.getField("mass_percent")).movePointLeft(2);
                parts.computeIfAbsent(row.getField("blend"), key -> new ArrayList<>())
                        .add(kilogram(gasName(row.getField("component")), share));
            }
            var blends = new ArrayList<EmissionFactor>();
            parts.forEach((blend, gases) -> {
                String activity = FactorLibrary.key(blend);
                if (!gasActivities.contains(activity)) {
                    blends.add(
                            released(
                                    set,
                                    activity,
                                    blend,
                                    gases,
                                    "composition by mass; IPCC 2006 V3 Ch7 Table 7.8"));
                }
            });
            return blends;
        }

        private static GasIntensity kilogram(String gas, BigDecimal share) {
            return new GasIntensity(gas, Optional.empty(), new Intensity(share, Unit.KG, Unit.KG));
        }

        private EmissionFactor released(
                Declared set, String activity, String gas, List<GasIntensity> parts, String notes) {
            return new EmissionFactor(
                    "gas." + activity,
                    set.version(),
                    activity,
                    gas + " released",
                    Purpose.FUGITIVE,
                    "WORLD",
                    FIRST_DAY_OF_GASES,
                    Optional.empty(),
                    parts,
                    new FactorSource(
                            "IPCC",
                            "2006 IPCC Guidelines, volume 3, chapter 7",
                            set.published().orElseThrow(),
                            "numeric facts",
                            "verified-source",
                            notes),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
