package org.netzero.emissions.inventory;

import java.util.List;
import java.util.stream.Collectors;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.MarketSupply;
import org.netzero.emissions.calculation.ResultTotal;
import org.netzero.platform.digest.Sha256;
import org.netzero.platform.json.Decimals;
import org.netzero.quantities.GasMass;

/// A SHA-256 that two inventories share when they have the same figures in the same places from the
/// same factor versions. Traces do not enter: they name the day of the calculation.
final class FigureDigest {

    private FigureDigest() {}

    static String of(Inventory inventory) {
        var digest = new Sha256();
        inventory.results().forEach(result -> digest.add(line("", result)));
        inventory.totals().stream()
                .map(FigureDigest::line)
                .sorted()
                .forEach(line -> digest.add(line));
        inventory
                .apart()
                .forEach(beside -> digest.add(line(beside.accounting().name(), beside.result())));
        return digest.hex();
    }

    private static String line(String accounting, EmissionResult result) {
        return String.join(
                "|",
                accounting,
                result.id().toString(),
                result.scope().name(),
                result.method().map(Enum::name).orElse(""),
                result.category().map(Enum::name).orElse(""),
                result.siteId().orElse(""),
                masses(result.emission().gases()),
                masses(result.emission().otherGases()),
                Decimals.plain(result.emission().kilograms()),
                result.factor().map(factor -> factor.id() + "@" + factor.version()).orElse(""),
                instruments(result.supplies()) + "\n");
    }

    /// Empty where there are none: so it was before there were any.
    private static String instruments(List<MarketSupply> supplies) {
        return supplies.stream()
                .flatMap(supply ->
                        supply.instrument().stream()
                                .map(its ->
                                        "%s/%s=%s|"
                                                .formatted(
                                                        supply.tier(),
                                                        its,
                                                        Decimals.plain(supply.energyKwh()))))
                .collect(Collectors.joining());
    }

    /// A sum stands for its results by the sum of their digests.
    private static String line(ResultTotal total) {
        return String.join(
                "|",
                total.key().toString(),
                masses(total.emission().gases()),
                masses(total.emission().otherGases()),
                Decimals.plain(total.emission().kilograms()),
                String.valueOf(total.results()),
                total.digest().toPlainString(),
                "\n");
    }

    private static String masses(List<GasMass> masses) {
        return masses.stream()
                .map(mass -> mass.gas() + "=" + Decimals.plain(mass.kilograms()))
                .collect(Collectors.joining(","));
    }
}
