package org.netzero.energy.balance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Evidence;
import org.netzero.energy.carrier.HeatingValueSet;
import org.netzero.energy.heatingvalue.HeatingValues;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// States what is on file in a line each: `books.group().stated("2021", ELECTRICITY, PURCHASED,
/// "100 MWh")`.
final class Books {

    static final HeatingValueSet HEATING_VALUES = new HeatingValues().defaultSet();

    private final List<EnergyItem> items = new ArrayList<>();
    private String siteId = "group";

    Books group() {
        siteId = "group";
        return this;
    }

    Books site(String id) {
        siteId = id;
        return this;
    }

    Books stated(String period, EnergyCarrier carrier, EnergySource source, String quantity) {
        return item(Evidence.STATED, period, carrier, source, quantity);
    }

    Books invoiced(String period, EnergyCarrier carrier, EnergySource source, String quantity) {
        return item(Evidence.INVOICED, period, carrier, source, quantity);
    }

    Books purchased(Evidence evidence, String period, String quantity) {
        return item(evidence, period, EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED, quantity);
    }

    /// Electricity bought on some days of a month.
    ///
    /// @param days the first of a run of days, the day after its last, and so on
    Books purchasedOn(Evidence evidence, String month, String quantity, int... days) {
        Span period = span(month);
        var covered = new ArrayList<Span>();
        for (int i = 0; i < days.length; i += 2) {
            covered.add(
                    new Span(
                            period.start().plusDays(days[i] - 1),
                            period.start().plusDays(days[i + 1] - 1)));
        }
        items.add(
                new EnergyItem(
                        new Series(siteId, EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED),
                        false,
                        period,
                        evidence,
                        quantity(quantity),
                        covered.size(),
                        covered));
        return this;
    }

    /// A month of telemetry of which only the first days were measured.
    Books telemetryOfFirstDays(String month, int days, String quantity) {
        Span period = span(month);
        Span measured = new Span(period.start(), period.start().plusDays(days));
        items.add(
                new EnergyItem(
                        new Series(siteId, EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED),
                        false,
                        period,
                        Evidence.TELEMETRY,
                        quantity(quantity),
                        24L * days,
                        List.of(measured)));
        return this;
    }

    Books item(
            Evidence evidence,
            String period,
            EnergyCarrier carrier,
            EnergySource source,
            String quantity) {
        items.add(
                new EnergyItem(
                        new Series(siteId, carrier, source),
                        siteId.equals("group"),
                        span(period),
                        evidence,
                        quantity(quantity),
                        1,
                        List.of(span(period))));
        return this;
    }

    List<EnergyItem> items() {
        return List.copyOf(items);
    }

    EnergyBalance balance(String period) {
        return EnergyBalance.of(
                span(period), items, List.of(), HEATING_VALUES, SourceRankings.DEFAULT);
    }

    Ranking ranking() {
        return Ranking.of(items, SourceRanking.DEFAULT);
    }

    static Span span(String text) {
        if (text.length() == 4) {
            LocalDate start = LocalDate.of(Integer.parseInt(text), 1, 1);
            return new Span(start, start.plusYears(1));
        }
        return Span.of(YearMonth.parse(text));
    }

    private static Quantity quantity(String text) {
        int space = text.indexOf(' ');
        return Quantity.of(text.substring(0, space), Unit.parse(text.substring(space + 1)));
    }
}
