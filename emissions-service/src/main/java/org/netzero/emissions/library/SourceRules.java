package org.netzero.emissions.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.Purpose;

/// How rows of each source are read: what a row is for, of which activity, and where it holds.
///
/// A variant that a source names stays an activity of its own (`diesel-100-mineral`); one variant,
/// given in `activities.csv`, carries the plain key, so that selection by region finds every
/// country's diesel under `diesel`.
final class SourceRules {

    private static final Pattern SPEND = Pattern.compile("(.*) \\(spend, (.*)\\)");
    private static final Pattern GENERATION =
            Pattern.compile(
                    "Electricity generation — (.*?)(?: \\((life cycle|direct)\\)|, life-cycle carbon footprint)");

    private final SourceNames names;

    SourceRules(SourceNames names) {
        this.names = names;
    }

    /// What a row states.
    ///
    /// @param name in words, cleared of repetitions
    /// @param place as the source names it
    record Reading(Purpose purpose, String activity, String name, String place) {}

    /// Empty where the row is no emission of an activity.
    Optional<Reading> read(SourceRow row) {
        return row.activity().contains(" > ") || row.id().startsWith("uk.")
                ? ofUnitedKingdom(row)
                : ofOthers(row);
    }

    private Optional<Reading> ofUnitedKingdom(SourceRow row) {
        List<String> path = path(row.activity());
        String last = path.getLast();
        String name = String.join(" > ", path);
        return switch (row.category()) {
            case "Fuels", "Bioenergy" ->
                    reading(Purpose.COMBUSTION, names.activity(last), name, row);
            case "WTT- fuels", "WTT- bioenergy" ->
                    reading(Purpose.UPSTREAM, names.activity(last), name, row);
            case "Outside of scopes" ->
                    reading(Purpose.OUTSIDE_OF_SCOPES, names.activity(last), name, row);
            case "UK electricity" -> reading(Purpose.LOCATION_BASED, "electricity", name, row);
            case "Heat and steam" ->
                    reading(Purpose.LOCATION_BASED, names.activity(last), name, row);
            case "UK electricity for EVs", "UK electricity for Evs" ->
                    reading(Purpose.LOCATION_BASED, FactorLibrary.key(name), name, row);
            case "WTT- UK & overseas elec", "WTT- UK electricity" -> upstreamElectricity(row, path);
            case "Transmission and distribution" ->
                    reading(
                            Purpose.UPSTREAM,
                            last.equals("Electricity: UK")
                                    ? "electricity-transmission-losses"
                                    : "district-heat-distribution-losses",
                            name,
                            row);
            case "Passenger vehicles", "Delivery vehicles" ->
                    reading(Purpose.COMBUSTION, FactorLibrary.key(name), name, row);
            case "Business travel- air",
                    "Business travel- land",
                    "Business travel- sea",
                    "Freighting goods",
                    "Managed assets- vehicles" ->
                    reading(Purpose.TRANSPORT, FactorLibrary.key(name), name, row);
            case "Hotel stay" ->
                    Optional.of(new Reading(Purpose.AVERAGE_DATA, "hotel-stay", name, last));
            case "Waste disposal",
                    "Water supply",
                    "Water treatment",
                    "Homeworking",
                    "Managed assets- electricity" ->
                    reading(Purpose.AVERAGE_DATA, FactorLibrary.key(name), name, row);
            case "Material use" -> reading(Purpose.LIFE_CYCLE, FactorLibrary.key(name), name, row);
            case "Refrigerant & other" -> gasOfUnitedKingdom(path, name);
            default ->
                    row.category().startsWith("WTT-") || row.category().contains("T&D")
                            ? reading(Purpose.UPSTREAM, FactorLibrary.key(name), name, row)
                            : Optional.empty();
        };
    }

    /// What counts in the scopes of a gas or blend; potentials hold everywhere.
    private Optional<Reading> gasOfUnitedKingdom(List<String> path, String name) {
        boolean inScopes =
                path.getLast().equals("Emissions including only Kyoto products") || path.size() < 4;
        String gas = path.size() > 2 ? path.get(2) : path.getLast();
        return inScopes
                ? Optional.of(new Reading(Purpose.FUGITIVE, FactorLibrary.key(gas), name, "GLOBAL"))
                : Optional.empty();
    }

    /// The way of the fuels from the well to the tank: of the electricity that arrives, or of what
    /// is lost on its way, whose own emissions are another factor.
    private Optional<Reading> upstreamElectricity(SourceRow row, List<String> path) {
        String losses =
                path.get(path.size() - 2).endsWith("(T&D)")
                        ? "-transmission-losses-well-to-tank"
                        : "";
        String place = path.getLast().replaceFirst("^Electricity: ", "");
        return Optional.of(
                new Reading(
                        Purpose.UPSTREAM,
                        "electricity" + losses,
                        String.join(" > ", path),
                        place.equals(path.getLast()) ? row.region() : place));
    }

    /// The steps of a path without repetitions, units and years that some editions add.
    private static List<String> path(String activity) {
        var steps = new ArrayList<String>();
        Arrays.stream(activity.split(" > "))
                .map(String::strip)
                .filter(step -> steps.isEmpty() || !steps.getLast().equals(step))
                .forEach(steps::add);
        while (steps.size() > 1 && SourceUnit.isRepeated(steps.getLast())) {
            steps.removeLast();
        }
        return steps;
    }

    private Optional<Reading> ofOthers(SourceRow row) {
        String name = row.activity();
        return switch (row.category()) {
            case "fuel-combustion", "fuel-combustion-stationary", "fuel-combustion-mobile" ->
                    reading(Purpose.COMBUSTION, fuel(name), name, row);
            case "electricity-grid-average" ->
                    reading(Purpose.LOCATION_BASED, "electricity", name, row);
            case "electricity-residual" ->
                    reading(Purpose.MARKET_RESIDUAL, "electricity", name, row);
            case "electricity-marginal" -> reading(Purpose.MARGINAL, "electricity", name, row);
            case "electricity-grid-average-lifecycle" ->
                    reading(Purpose.LIFE_CYCLE, "electricity", name, row);
            case "electricity-fossil" ->
                    reading(Purpose.GENERATION, "electricity-from-fossil-fuels", name, row);
            case "electricity-lifecycle", "electricity-source-lifecycle" ->
                    reading(Purpose.LIFE_CYCLE, generated(name), name, row);
            case "electricity-source-direct" ->
                    reading(Purpose.GENERATION, generated(name), name, row);
            case "electricity-upstream" -> reading(Purpose.UPSTREAM, "electricity", name, row);
            case "electricity-td" ->
                    reading(
                            Purpose.UPSTREAM,
                            name.endsWith("td-incl-losses")
                                    ? "electricity-transmission-with-losses"
                                    : "electricity-transmission",
                            name,
                            row);
            case "heat" -> reading(Purpose.LOCATION_BASED, names.activity(name), name, row);
            case "waste" -> reading(Purpose.AVERAGE_DATA, FactorLibrary.key(name), name, row);
            case "business-travel-commuting", "freight" ->
                    reading(
                            Purpose.TRANSPORT,
                            FactorLibrary.key(row.category() + " " + name),
                            "%s (%s)".formatted(name, row.category()),
                            row);
            case "spend-based" -> spend(row);
            case "cloud-region" ->
                    reading(
                            Purpose.AVERAGE_DATA,
                            "gcp-" + name.substring(name.lastIndexOf(' ') + 1),
                            name,
                            row);
            case "it-embodied" ->
                    reading(
                            Purpose.LIFE_CYCLE,
                            FactorLibrary.key(name.split(" — ", 2)[0] + " embodied"),
                            name,
                            row);
            default -> Optional.empty();
        };
    }

    /// `Motor Gasoline — stationary combustion, energy industries`, `Diesel Fuel mobile
    /// combustion`, `diesel combustion (guideline default)`: the plain key is for fuel burnt in
    /// offices and installations, vehicles and industries say so.
    private String fuel(String name) {
        String[] parts = name.split(" — ", 2);
        if (parts.length == 2) {
            return switch (parts[1]) {
                case "stationary combustion, commercial/institutional" -> names.activity(parts[0]);
                case "road transport" -> names.activity(parts[0]) + "-mobile";
                default ->
                        parts[1].startsWith("stationary combustion, ")
                                ? names.activity(parts[0])
                                        + "-"
                                        + FactorLibrary.key(parts[1].split(", ", 2)[1])
                                : FactorLibrary.key(name);
            };
        }
        if (name.endsWith(" mobile combustion")) {
            return names.activity(name.replace(" mobile combustion", "")) + "-mobile";
        }
        if (name.endsWith(" combustion (guideline default)")) {
            return names.activity(name.replace(" combustion (guideline default)", ""))
                    + "-guideline-default";
        }
        return names.activity(name.replaceFirst("( stationary)? combustion$", ""));
    }

    private static String generated(String name) {
        Matcher generation = GENERATION.matcher(name);
        return generation.matches()
                ? "electricity-from-" + FactorLibrary.key(generation.group(1))
                : "electricity";
    }

    /// The price a buyer pays includes margins; the parts of the factor are activities of their
    /// own.
    private Optional<Reading> spend(SourceRow row) {
        Matcher spend = SPEND.matcher(row.activity());
        if (!spend.matches()) {
            return Optional.empty();
        }
        String part = spend.group(2).equals("with-margins") ? "" : " " + spend.group(2);
        return reading(
                Purpose.SPEND,
                FactorLibrary.key(spend.group(1) + part),
                "%s (%s, %s)".formatted(spend.group(1), spend.group(2), row.notes()),
                row);
    }

    private static Optional<Reading> reading(
            Purpose purpose, String activity, String name, SourceRow row) {
        return Optional.of(new Reading(purpose, activity, name, row.region()));
    }
}
