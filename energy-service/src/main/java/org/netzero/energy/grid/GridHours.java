package org.netzero.energy.grid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.netzero.platform.imports.ConcurrentIntake;
import org.netzero.platform.imports.Intake;
import org.netzero.platform.imports.RowOutcome;

/// How carbon-intensive the zones of the grid were, hour by hour. What is corrected stays on file.
@ApplicationScoped
public class GridHours {

    private final GridHourTable table;

    GridHours(GridHourTable table) {
        this.table = table;
    }

    /// Stores the new ones of a batch.
    @Transactional
    List<RowOutcome> store(List<GridHour> batch, String caller) {
        var intake = new Intake<GridHour, GridHourTable.Content>("start", table.known(batch));
        List<RowOutcome> outcomes =
                batch.stream()
                        .map(hour ->
                                intake.take(
                                        hour,
                                        hour.id(),
                                        hour.supersedes(),
                                        GridHourTable.Content.of(hour)))
                        .toList();
        var insertions = intake.insertions();
        if (!insertions.isEmpty() && table.insert(insertions, caller) < insertions.size()) {
            throw new ConcurrentIntake();
        }
        return outcomes;
    }

    /// What is on file of a zone, by the start of each hour.
    public Map<Instant, GridIntensity> of(
            String zone, GridPurpose purpose, Instant from, Instant to) {
        Map<Instant, GridIntensity> hours = new TreeMap<>();
        table.between(zone, purpose, from, to)
                .forEach(known ->
                        hours.put(
                                known.start(),
                                new GridIntensity(
                                        known.intensity(),
                                        known.co2Only(),
                                        known.mix().map(GridHours::generation))));
        return hours;
    }

    private static BigDecimal generation(String mix) {
        return Arrays.stream(mix.split(";", -1))
                .map(part -> new BigDecimal(part.substring(part.indexOf('=') + 1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
