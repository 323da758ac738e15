package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.ASSUMED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.in;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.lever;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.onlyScope3;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.target;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.withoutGrowth;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// 1,000 t of scope 3, of which 400 stay in 2030 on a path of 500.
class CreditsRegisterTest {

    private static final Lever CUT =
            lever(
                    "cut",
                    LeverNode.SUPPLIER_FACTOR,
                    new LeverEffect.Reduction(new Reach.Scope3(), 0.6));
    private static final CreditLot YOUNG = new CreditLot("young", 2029, 300, ASSUMED);
    private static final CreditLot OLD = new CreditLot("old", 2025, 150, ASSUMED);
    private static final CreditLot FUTURE = new CreditLot("future", 2031, 900, ASSUMED);

    @Test
    void theOldestVintageIsRetiredFirst() {
        ProjectionYear year = in(2030, project(0, YOUNG, OLD));
        assertThat(year.creditsTonnes()).isEqualTo(year.grossTonnes());
        assertThat(year.retirements())
                .extracting(Retirement::lotId)
                .containsExactly("old", "young");
        assertThat(year.retirements().getFirst().tonnes()).isEqualTo(150);
        assertThat(year.netTonnes()).isZero();
    }

    @Test
    void tooFewCreditsOfPastVintagesBlockTheClaim() {
        ProjectionYear year = in(2030, project(0, OLD, FUTURE));
        assertThat(year.claim().status()).isEqualTo(Claim.Status.BLOCKED);
        assertThat(year.claim().reasons())
                .containsExactly(
                        "400 t stay above the net target and the register holds 150 t of vintages"
                                + " up to 2030 that are not retired.");
        assertThat(year.creditsTonnes()).isZero();
        assertThat(year.creditsNeededTonnes()).isEqualTo(year.grossTonnes());
        assertThat(year.retirements()).isEmpty();
    }

    @Test
    void aRegisterWhoseLastLotIsGoneHoldsNothing() {
        ProjectionYear year = in(2030, project(0));
        assertThat(year.claim().status()).isEqualTo(Claim.Status.BLOCKED);
        assertThat(year.claim().reasons())
                .anyMatch(reason -> reason.contains("the register holds 0 t"));
    }

    @Test
    void withoutARegisterCreditsAreBoughtWhenTheyAreNeeded() {
        ProjectionYear year =
                in(2030, project(new OffsetPolicy(true, OptionalDouble.empty(), ASSUMED)));
        assertThat(year.claim().status()).isEqualTo(Claim.Status.ALLOWED);
        assertThat(year.creditsTonnes()).isEqualTo(year.grossTonnes());
        assertThat(year.retirements()).isEmpty();
    }

    @Test
    void aPriceThatIsNotStatedIsSaidToBeAssumed() {
        assertThat(project(new OffsetPolicy(true, OptionalDouble.empty(), ASSUMED)).remarks())
                .anyMatch(remark -> remark.contains("40,000 CNY at 100 a tonne, which is assumed"));
    }

    @Test
    void whatIsRetiredDoesNotComeBack() {
        CreditsRegister register = new CreditsRegister(Optional.of(List.of(OLD, YOUNG)));
        register.retire(2029, 200);
        assertThat(register.availableTonnes(2029)).isEqualTo(250);
        assertThat(register.retire(2030, 300)).containsExactly(new Retirement("young", 250));
        assertThat(register.availableTonnes(2040)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 50, 1_000_000})
    void thePriceMovesTheCostAndNoCredit(double price) {
        Projection projection = project(price, YOUNG, OLD);
        assertThat(in(2030, projection).creditsTonnes())
                .isEqualTo(in(2030, project(0, YOUNG, OLD)).creditsTonnes());
        assertThat(projection.remarks())
                .anyMatch(remark ->
                        remark.startsWith(
                                "400 t stay above the net target in 2030: credits for them would"
                                        + " take "
                                        + Text.rounded(400 * price)
                                        + " CNY at "));
    }

    private static Projection project(double price, CreditLot... lots) {
        OffsetPolicy policy =
                new OffsetPolicy(
                        true,
                        OptionalDouble.empty(),
                        Optional.of(new CreditPrice(price, "CNY", ASSUMED)),
                        Optional.of(List.of(lots)),
                        ASSUMED);
        return project(policy);
    }

    private static Projection project(OffsetPolicy policy) {
        List<Target> targets =
                List.of(
                        target("net", TargetMetric.NET_EMISSIONS, new TargetLevel.Tonnes(0)),
                        target(
                                "gross",
                                TargetMetric.GROSS_EMISSIONS,
                                new TargetLevel.ChangeFromBase(-0.5)),
                        target("share", TargetMetric.RENEWABLE_SHARE, new TargetLevel.Share(0)));
        return Roadmap.project(
                withoutGrowth(List.of(CUT), targets, policy), onlyScope3(1_000), Actuals.NONE);
    }
}
