package org.netzero.energy.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Evidence;

/// Holds for any books; the seed names those that fail.
class BalancePropertiesTest {

    private static final int ITEMS = 60;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static List<EnergyItem> books(long seed) {
        var random = new Random(seed);
        var books = new Books();
        for (int i = 0; i < ITEMS; i++) {
            books.site(anyOf(List.of("group", "tianjin", "hangzhou"), random));
            EnergyCarrier carrier = anyOf(List.of(EnergyCarrier.values()), random);
            List<EnergySource> sources = EnergySource.possibleFor(carrier);
            String unit = carrier.isFuel() ? " t" : " MWh";
            books.item(
                    anyOf(List.of(Evidence.values()), random),
                    random.nextInt(4) == 0 ? "2021" : "2021-%02d".formatted(1 + random.nextInt(12)),
                    carrier,
                    anyOf(sources, random),
                    random.nextInt(100_000) + "." + random.nextInt(1000) + unit);
        }
        return books.items().stream()
                .collect(
                        Collectors.toMap(
                                BalancePropertiesTest::key, item -> item, (one, other) -> one))
                .values()
                .stream()
                .toList();
    }

    /// There is one sum for each series, period and kind of evidence.
    private static List<Object> key(EnergyItem item) {
        return List.of(item.series(), item.period(), item.evidence());
    }

    private static <T> T anyOf(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static EnergyBalance balance(List<EnergyItem> items) {
        return EnergyBalance.of(
                Books.span("2021"), items, List.of(), Books.HEATING_VALUES, SourceRankings.DEFAULT);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderInWhichRecordsCameChangesNothing(long seed) {
        List<EnergyItem> shuffled = new ArrayList<>(books(seed));
        Collections.shuffle(shuffled, new Random(seed));
        EnergyBalance balance = balance(books(seed));
        EnergyBalance again = balance(shuffled);
        assertThat(again.asPublishedKwh()).isEqualTo(balance.asPublishedKwh());
        assertThat(again.renewableKwh()).isEqualTo(balance.renewableKwh());
        assertThat(again.findings()).containsExactlyInAnyOrderElementsOf(balance.findings());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theTotalIsDirectPlusIndirectAndTheSumOfItsCarriers(long seed) {
        EnergyBalance balance = balance(books(seed));
        BigDecimal direct = balance.directKwh().orElse(BigDecimal.ZERO);
        BigDecimal indirect = balance.indirectKwh().orElse(BigDecimal.ZERO);
        BigDecimal ofCarriers =
                balance.carriers().stream()
                        .flatMap(carrier -> balance.consumptionOf(carrier).stream())
                        .flatMap(line -> line.energy().stream())
                        .map(energy -> energy.energyKwh())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(balance.asPublishedKwh().orElse(BigDecimal.ZERO))
                .isEqualByComparingTo(direct.add(indirect))
                .isEqualByComparingTo(ofCarriers);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsBoughtAsRenewableTheShareNeverExceedsTheWhole(long seed) {
        EnergyBalance balance = balance(books(seed));
        BigDecimal used = balance.electricityUsedKwh().orElse(BigDecimal.ZERO);
        assertThat(balance.renewableKwh().orElse(BigDecimal.ZERO)).isLessThanOrEqualTo(used);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFigureOnFileIsEitherAddedOrExplained(long seed) {
        List<EnergyItem> items = books(seed);
        EnergyBalance balance = balance(items);
        List<EnergyItem> added = balance.lines().stream().map(BalanceLine::item).toList();
        List<Span> totals =
                items.stream().filter(EnergyItem::ofGroup).map(EnergyItem::period).toList();
        assertThat(items)
                .allMatch(item ->
                        !item.series().source().flow().entersBalance()
                                || added.contains(item)
                                || balance.findings().stream()
                                        .anyMatch(f -> f.subject().equals(item.subject()))
                                || (!item.ofGroup()
                                        && totals.stream().anyMatch(item.period()::overlaps)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatEntersNoBalanceChangesNothing(long seed) {
        List<EnergyItem> items = books(seed);
        EnergyBalance balance = balance(items);
        assertThat(balance.lines())
                .allMatch(line -> line.item().series().source().flow().entersBalance());
        assertThat(
                        balance(
                                items.stream()
                                        .filter(item ->
                                                item.series().source().flow().entersBalance())
                                        .toList()))
                .isEqualTo(balance);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withinASeriesNoDayIsCountedFromTwoKindsOfEvidence(long seed) {
        List<EnergyItem> added =
                balance(books(seed)).lines().stream().map(BalanceLine::item).toList();
        for (EnergyItem one : added) {
            assertThat(added)
                    .noneMatch(other ->
                            other.series().equals(one.series())
                                    && SourceRanking.DEFAULT.isBetter(
                                            other.evidence(), one.evidence())
                                    && other.period().overlaps(one.period()));
        }
    }
}
