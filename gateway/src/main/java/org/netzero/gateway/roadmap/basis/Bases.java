package org.netzero.gateway.roadmap.basis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.Inventory;

/// What the roadmap stands on: at an instant, now, or partly at one instant and partly at another.
@ApplicationScoped
public class Bases {

    /// At which the newest version of every figure holds.
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final FiguresOnFile file;
    private final Map<Figures.Reading, Object> newest = new ConcurrentHashMap<>();
    private final Set<Integer> baseYears = ConcurrentHashMap.newKeySet();

    Bases(FiguresOnFile file) {
        this.file = file;
    }

    /// The figures from a base year on, as they were known at an instant.
    ///
    /// A later inventory is an actual once its year is over and every scope has emissions, or it is
    /// declared complete; its electricity and PUE have to be known too.
    ///
    /// @throws MissingBaseData when the base year's inventory, purchased electricity or PUE is not
    ///   known
    @Transactional
    public Basis from(int baseYear, Instant at) {
        return basis(baseYear, at, new Figures(file, key -> at, new HashMap<>()));
    }

    /// The newest figures, of which those that were read before are held in memory until
    /// [#forget(FigureKey)].
    ///
    /// @throws MissingBaseData as above
    public Basis newest(int baseYear, Instant now) {
        baseYears.add(baseYear);
        return basis(baseYear, now, new Figures(file, key -> END_OF_TIME, newest));
    }

    /// Waits where the figures are being read: what is held afterwards was read later.
    public void forget(FigureKey changed) {
        if (changed.kind() == FigureKind.MEASURED) {
            baseYears.forEach(year -> drop(new FigureKey(FigureKind.MEASURED, year)));
        } else {
            drop(changed);
        }
    }

    private void drop(FigureKey key) {
        newest.remove(new Figures.Reading(key, END_OF_TIME));
    }

    public void forgetAll() {
        newest.clear();
    }

    /// Figures of several instants, each read once.
    public Mixture mixture() {
        return new Mixture(new HashMap<>());
    }

    /// Draws up bases some of whose figures are of one instant and some of another.
    public final class Mixture {

        private final Map<Figures.Reading, Object> read;

        private Mixture(Map<Figures.Reading, Object> read) {
            this.read = read;
        }

        /// @param now decides which years are over
        /// @throws MissingBaseData as [Bases#from(int, Instant)]
        public Basis from(int baseYear, Instant now, Function<FigureKey, Instant> instants) {
            return basis(baseYear, now, new Figures(file, instants, read));
        }
    }

    private static Basis basis(int baseYear, Instant now, Figures figures) {
        YearOnFile base = figures.year(baseYear);
        Inventory inventory = base.inventory();
        List<String> remarks = new ArrayList<>(base.remarks());
        List<Inventory> actuals = actualsAfter(baseYear, now, figures, remarks);
        MeasuredFleet fleet = figures.measuredAfter(baseYear);
        remarks.addAll(fleet.remarks());
        return new Basis(
                inventory,
                new Actuals(fleet.measurements(), actuals),
                figures.drivers(baseYear),
                remarks);
    }

    private static List<Inventory> actualsAfter(
            int baseYear, Instant now, Figures figures, List<String> remarks) {
        int runningYear = now.atZone(ZoneOffset.UTC).getYear();
        List<Inventory> actuals = new ArrayList<>();
        for (int later = baseYear + 1; later < runningYear; later++) {
            Optional<EmissionsOfYear> emissions = figures.emissions(later);
            if (emissions.isPresent()) {
                YearOnFile year = figures.year(later);
                Optional<String> gap = gapOf(year, emissions.get());
                if (gap.isPresent()) {
                    remarks.add(
                            "The inventory of %d is not used: %s. The year stays modelled."
                                    .formatted(later, gap.get()));
                } else {
                    actuals.add(year.inventory());
                    remarks.addAll(year.remarks());
                }
            }
        }
        return actuals;
    }

    private static Optional<String> gapOf(YearOnFile year, EmissionsOfYear emissions) {
        List<String> empty = emissions.emptyScopes();
        if (!emissions.complete() && !empty.isEmpty()) {
            return Optional.of("it has nothing of " + String.join(" and ", empty));
        }
        return year.missing().stream().findFirst().map(MissingBaseData.Item::remedy);
    }
}
