package org.netzero.emissions.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Laws that hold for every company; a failing seed stands in the test's name.
class InventoryPropertiesTest {

    private static final List<String> PROVINCES =
            List.of("CN-BJ", "CN-TJ", "CN-GD", "CN-SH", "CN-CQ", "CN-NM");

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static Company company(long seed) {
        var random = new Random(seed);
        var company = new Company(2021 + random.nextInt(6));
        for (String province : PROVINCES) {
            company.site(
                    province,
                    EnergyCarrier.ELECTRICITY,
                    EnergySource.PURCHASED,
                    String.valueOf(random.nextInt(1, 100_000)),
                    Unit.KWH);
            company.site(
                    province,
                    EnergyCarrier.DIESEL,
                    EnergySource.COMBUSTION_STATIONARY,
                    String.valueOf(random.nextInt(1, 5_000)),
                    random.nextBoolean() ? Unit.L : Unit.KG);
        }
        return company;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfRecordsDoesNotMatter(long seed) {
        Company company = company(seed);
        Inventory before = company.inventory();

        Collections.shuffle(company.totals, new Random(seed));

        assertThat(company.inventory()).isEqualTo(before);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void twiceTheActivityIsTwiceTheEmission(long seed) {
        Company once = company(seed);
        var twice = new Company(once.totals.getFirst().start().getYear());
        once.totals.stream().map(InventoryPropertiesTest::doubled).forEach(twice.totals::add);

        BigDecimal expected =
                once.inventory().total(Scope2Method.LOCATION_BASED).multiply(BigDecimal.TWO);
        assertThat(twice.inventory().total(Scope2Method.LOCATION_BASED))
                .isEqualByComparingTo(expected);
    }

    private static EnergyTotal doubled(EnergyTotal total) {
        return new EnergyTotal(
                total.siteId(),
                total.siteKind(),
                total.place(),
                total.carrier(),
                total.source(),
                total.period(),
                total.start(),
                total.end(),
                total.energyKwh().map(BigDecimal.TWO::multiply),
                total.quantities().stream().map(q -> q.times(BigDecimal.TWO)).toList(),
                total.provenance());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aGroupTotalEqualToItsPartsAddsNothing(long seed) {
        Company company = company(seed);
        BigDecimal parts = company.inventory().scope2(Scope2Method.LOCATION_BASED);
        BigDecimal energy =
                company.totals.stream()
                        .filter(total -> total.carrier() == EnergyCarrier.ELECTRICITY)
                        .flatMap(total -> total.energyKwh().stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        company.group(
                EnergyCarrier.ELECTRICITY,
                EnergySource.PURCHASED,
                energy.toPlainString(),
                Unit.KWH);

        assertThat(company.inventory().scope2(Scope2Method.LOCATION_BASED))
                .isEqualByComparingTo(parts);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partsAndRemainderCarryTheWholeOfTheGroup(long seed) {
        Company company = company(seed);
        company.group(EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED, "10000000", Unit.KWH);

        BigDecimal accounted =
                new GroupSplit(2021, new ArrayList<>())
                                .split(
                                        company.totals.stream()
                                                .filter(t ->
                                                        t.carrier() == EnergyCarrier.ELECTRICITY)
                                                .toList())
                                .stream()
                                .flatMap(slice -> slice.quantities().stream())
                                .reduce(Quantity::plus)
                                .orElseThrow()
                                .value();
        assertThat(accounted).isEqualByComparingTo("10000000");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void resultsKeepTheirIds(long seed) {
        assertThat(company(seed).inventory().results().stream().map(r -> r.id().toString()))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        company(seed).inventory().results().stream()
                                .map(r -> r.id().toString())
                                .toList())
                .allSatisfy(id -> assertThat(ResultId.parse(id)).isPresent());
    }
}
