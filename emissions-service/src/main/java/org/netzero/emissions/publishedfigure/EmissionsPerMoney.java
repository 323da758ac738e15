package org.netzero.emissions.publishedfigure;

import java.util.Optional;
import org.netzero.emissions.driver.Money;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.QuantityException;
import org.netzero.quantities.Unit;

/// The unit of an emission intensity by revenue: `tCO2e per million CNY`.
public record EmissionsPerMoney(Unit emissions, Money money) {

    private static final String PER = " per ";

    /// Empty when the text is no such unit.
    public static Optional<EmissionsPerMoney> parse(String text) {
        int per = text.indexOf(PER);
        if (per < 0) {
            return Optional.empty();
        }
        return co2e(text.substring(0, per))
                .flatMap(unit ->
                        Money.parse(text.substring(per + PER.length()))
                                .map(money -> new EmissionsPerMoney(unit, money)));
    }

    private static Optional<Unit> co2e(String symbol) {
        try {
            return Optional.of(Unit.parse(symbol))
                    .filter(unit -> unit.dimension() == Dimension.CO2E_MASS);
        } catch (QuantityException unknown) {
            return Optional.empty();
        }
    }
}
