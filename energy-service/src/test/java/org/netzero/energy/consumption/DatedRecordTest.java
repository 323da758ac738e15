package org.netzero.energy.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Provenance;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteKind;
import org.netzero.platform.input.StatedInterval;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

class DatedRecordTest {

    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
    private static final Site TIANJIN =
            new Site(
                    "tianjin",
                    "Tianjin",
                    SiteKind.DATA_CENTER,
                    "CN",
                    Optional.empty(),
                    Optional.empty(),
                    ZoneId.of("Asia/Shanghai"),
                    Optional.empty(),
                    Optional.empty());

    private static DatedRecord dated(String id, long kwh, String start, String end) {
        return DatedRecord.of(
                new EnergyRecord(
                        id,
                        "tianjin",
                        EnergyCarrier.ELECTRICITY,
                        EnergySource.PURCHASED,
                        new Quantity(BigDecimal.valueOf(kwh), Unit.KWH),
                        StatedInterval.parse(start, end),
                        Provenance.MEASURED,
                        Optional.empty(),
                        Optional.empty()),
                TIANJIN,
                NOW);
    }

    @Test
    void anHourIsTotalledInTheLocalMonthOfItsSite() {
        DatedRecord hour = dated("a", 1, "2023-03-31T15:30:00Z", "2023-03-31T16:00:00Z");
        DatedRecord next = dated("b", 1, "2023-03-31T16:00:00Z", "2023-03-31T16:30:00Z");
        assertThat(hour.days().totalled()).hasToString("2023-03");
        assertThat(next.days().totalled()).hasToString("2023-04");
    }

    @Test
    void whatExceedsAMonthIsTotalledInItsOwnPeriod() {
        Span across = dated("a", 1, "2023-03-15", "2023-04-15").days().totalled();
        assertThat(across).hasToString("2023-03-15/2023-04-15");
        assertThat(dated("a", 1, "2023", "").days().totalled()).hasToString("2023");
    }
}
