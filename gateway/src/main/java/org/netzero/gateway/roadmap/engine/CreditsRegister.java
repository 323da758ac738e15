package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which credits are held and which are retired, from one year to the next. The oldest vintage goes
/// first; what is retired does not come back. Where no register is kept there are always enough, of
/// no lot in particular.
final class CreditsRegister {

    private final boolean kept;
    private final List<CreditLot> lots;
    private final double[] leftTonnes;

    CreditsRegister(Optional<List<CreditLot>> held) {
        kept = held.isPresent();
        lots =
                held.orElse(List.of()).stream()
                        .sorted(
                                Comparator.comparingInt(CreditLot::vintageYear)
                                        .thenComparing(CreditLot::id))
                        .toList();
        leftTonnes = lots.stream().mapToDouble(CreditLot::tonnes).toArray();
    }

    /// Of vintages up to a year, not retired yet.
    double availableTonnes(int year) {
        if (!kept) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (int i = 0; i < leftTonnes.length && lots.get(i).vintageYear() <= year; i++) {
            sum += leftTonnes[i];
        }
        return sum;
    }

    /// Takes as much as there is, at most so many tonnes.
    List<Retirement> retire(int year, double tonnes) {
        List<Retirement> retirements = new ArrayList<>();
        double open = tonnes;
        for (int i = 0; i < leftTonnes.length && lots.get(i).vintageYear() <= year; i++) {
            double taken = Math.min(open, leftTonnes[i]);
            if (taken > 0) {
                leftTonnes[i] -= taken;
                open -= taken;
                retirements.add(new Retirement(lots.get(i).id(), taken));
            }
        }
        return retirements;
    }
}
