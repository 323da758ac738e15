package org.netzero.emissions.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.Results;
import org.netzero.emissions.boundary.Consolidation;
import org.netzero.emissions.boundary.Ownership;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.Finding;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.organization.LegalEntity;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;
import org.netzero.quantities.GwpSet;

class CompletenessTest {

    private static final EmissionResult DIESEL = Results.scope1("office", "diesel", "10");
    private static final EmissionResult TRAVEL =
            Results.scope3("office", Scope3Category.C6_BUSINESS_TRAVEL, "5");
    private static final EmissionResult UNSPLIT =
            Results.scope3("office", Scope3Category.UNSPECIFIED, "5");

    private static Declaration of(String entity, String subject, ScreeningStatus status) {
        return new Declaration(
                entity,
                new ScreeningSubject(subject),
                status,
                status == ScreeningStatus.CALCULATED ? Optional.empty() : Optional.of("because"),
                Optional.empty());
    }

    /// Diesel and travel are calculated, everything else is not there.
    private static List<Declaration> all() {
        var all = new ArrayList<Declaration>();
        for (ScreeningSubject subject : ScreeningSubject.REQUIRED) {
            boolean calculated =
                    subject.key().equals("SCOPE_1") || subject.key().equals("C6_BUSINESS_TRAVEL");
            all.add(
                    of(
                            "",
                            subject.key(),
                            calculated
                                    ? ScreeningStatus.CALCULATED
                                    : ScreeningStatus.NOT_APPLICABLE));
        }
        return all;
    }

    private static Screened screened(List<Declaration> declarations, EmissionResult... results) {
        return screened(Ownership.undivided(), declarations, results);
    }

    private static Screened screened(
            Ownership ownership, List<Declaration> declarations, EmissionResult... results) {
        var nothing =
                new Finding(
                        "NOTHING_CALCULATED",
                        Finding.Severity.OPEN,
                        "SCOPE_2",
                        "unknown, not none");
        return Completeness.of(
                Consolidation.of(
                        new Inventory(
                                Results.YEAR,
                                GwpSet.AR5_100,
                                List.of(results),
                                List.of(),
                                List.of(nothing)),
                        ConsolidationApproach.OPERATIONAL_CONTROL,
                        ownership),
                declarations);
    }

    private static List<String> codes(Screened screened) {
        return screened.inventory().findings().stream().map(Finding::code).toList();
    }

    @Test
    void whatNobodyDeclaredIsNotYetCalculated() {
        Screened screened = screened(List.of(), DIESEL, TRAVEL);

        assertThat(screened.missing()).hasSize(17);
        assertThat(screened.inventory().complete()).isFalse();
        assertThat(codes(screened)).contains("NOT_YET_SCREENED", "NOTHING_CALCULATED");
    }

    @Test
    void anInventoryIsCompleteWhenEverythingIsCalculatedOrDeclaredOtherwise() {
        Screened screened = screened(all(), DIESEL, TRAVEL);

        assertThat(screened.missing()).isEmpty();
        assertThat(codes(screened)).containsExactly("NOTHING_TO_CALCULATE");
        assertThat(screened.inventory().complete()).isTrue();
    }

    @Test
    void oneDeclaredNotYetKeepsItOpen() {
        List<Declaration> declarations = all();
        declarations.removeIf(declared -> declared.subject().key().equals("C15_INVESTMENTS"));
        declarations.add(of("", "C15_INVESTMENTS", ScreeningStatus.NOT_YET));

        assertThat(screened(declarations, DIESEL, TRAVEL).missing())
                .containsExactly(
                        new Screened.Missing(
                                Optional.empty(), "C15_INVESTMENTS", Optional.of("because")));
    }

    @Test
    void calculatedWithoutARecordIsAFinding() {
        assertThat(codes(screened(all(), DIESEL))).contains("CALCULATED_WITHOUT_RECORD");
    }

    @Test
    void recordsOfWhatIsNotApplicableAreAFinding() {
        List<Declaration> declarations = all();
        declarations.add(of("", "DIESEL", ScreeningStatus.NOT_APPLICABLE));

        assertThat(codes(screened(declarations, DIESEL, TRAVEL)))
                .contains("RECORDS_OF_NOT_APPLICABLE");
    }

    @Test
    void aTotalWithoutCategoriesStandsForNoneOfThem() {
        List<Declaration> declarations = all();
        declarations.removeIf(declared -> declared.subject().key().startsWith("C"));

        Screened screened = screened(declarations, DIESEL, UNSPLIT);

        assertThat(screened.missing()).hasSize(15);
        assertThat(screened.inventory().complete()).isFalse();
    }

    @Test
    void anEntityIsScreenedByItselfWhereItHasADeclarationOfItsOwn() {
        var venture =
                new LegalEntity(
                        "venture",
                        "V",
                        Optional.empty(),
                        BigDecimal.ONE,
                        true,
                        true,
                        Optional.empty(),
                        Optional.empty());
        var ownership = new Ownership(List.of(venture), Map.of("plant", "venture"), List.of());
        List<Declaration> declarations = all();
        declarations.add(of("venture", "SCOPE_1", ScreeningStatus.NOT_YET));

        Screened screened = screened(ownership, declarations, DIESEL, TRAVEL);

        assertThat(screened.missing())
                .containsExactly(
                        new Screened.Missing(
                                Optional.of("venture"), "SCOPE_1", Optional.of("because")));
    }

    @Test
    void aDeclarationWithoutItsReasonIsRefused() {
        assertThatThrownBy(() ->
                        new Declaration(
                                "",
                                new ScreeningSubject("SCOPE_1"),
                                ScreeningStatus.IMMATERIAL,
                                Optional.empty(),
                                Optional.empty()))
                .hasMessageContaining("SCOPE_1");
    }
}
