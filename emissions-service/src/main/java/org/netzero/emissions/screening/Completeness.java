package org.netzero.emissions.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.netzero.emissions.boundary.Consolidated;
import org.netzero.emissions.boundary.Ownership;
import org.netzero.emissions.calculation.Finding;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.InventoryLine;
import org.netzero.emissions.calculation.Scope;

/// Holds an inventory against what was declared. Pure.
final class Completeness {

    /// What `Entries` says of a scope without results; a declaration can answer it.
    private static final String NOTHING_CALCULATED = "NOTHING_CALCULATED";

    private final Consolidated boundary;
    private final List<Declaration> declarations;
    private final List<String> owners;
    private final List<Finding> findings = new ArrayList<>();

    private Completeness(Consolidated boundary, List<Declaration> declarations) {
        this.boundary = boundary;
        this.declarations =
                declarations.stream()
                        .sorted(
                                Comparator.comparing(Declaration::entity)
                                        .thenComparing(declared -> declared.subject().key()))
                        .toList();
        this.owners = boundary.ownership().inside(boundary.approach(), boundary.inventory().year());
    }

    static Screened of(Consolidated boundary, List<Declaration> declarations) {
        return new Completeness(boundary, declarations).screened();
    }

    private Screened screened() {
        Inventory inventory = boundary.inventory();
        inventory.findings().forEach(finding -> findings.add(answered(finding)));
        declarations.forEach(this::check);
        List<Screened.Missing> missing = missing();
        if (!missing.isEmpty()) {
            findings.add(
                    new Finding(
                            "NOT_YET_SCREENED",
                            Finding.Severity.OPEN,
                            "screening",
                            "%d scopes and categories are not yet calculated, nor declared immaterial or not applicable: 'missing' lists them, PUT /api/organization/screening/{subject} declares them"
                                    .formatted(missing.size())));
        }
        return new Screened(
                new Inventory(
                        inventory.year(),
                        inventory.gwpSet(),
                        inventory.results(),
                        inventory.totals(),
                        inventory.apart(),
                        findings),
                boundary,
                missing);
    }

    /// Nothing calculated is in order where nothing was declared to be there but what is derived.
    private Finding answered(Finding finding) {
        return finding.code().equals(NOTHING_CALCULATED) && isAnswered(finding.subject())
                ? new Finding(
                        "NOTHING_TO_CALCULATE",
                        Finding.Severity.NOTE,
                        finding.subject(),
                        "All of %s is calculated, or declared immaterial or not applicable"
                                .formatted(finding.subject()))
                : finding;
    }

    private boolean isAnswered(String scope) {
        return owners.stream()
                .allMatch(owner ->
                        ScreeningSubject.REQUIRED.stream()
                                .filter(subject -> isPartOf(subject, scope))
                                .allMatch(subject ->
                                        declared(owner, subject)
                                                .map(Declaration::status)
                                                .filter(status -> isTrueOf(status, owner, subject))
                                                .isPresent()));
    }

    private boolean isTrueOf(ScreeningStatus status, String owner, ScreeningSubject subject) {
        return switch (status) {
            case IMMATERIAL, NOT_APPLICABLE -> true;
            case CALCULATED ->
                    boundary.inventory()
                            .lines()
                            .filter(subject::covers)
                            .anyMatch(result -> boundary.ownersOf(result).contains(owner));
            case NOT_YET -> false;
        };
    }

    private static boolean isPartOf(ScreeningSubject subject, String scope) {
        return scope.equals(Scope.SCOPE_3.name())
                ? !subject.key().startsWith("SCOPE_")
                : subject.key().equals(scope);
    }

    private List<Screened.Missing> missing() {
        var missing = new ArrayList<Screened.Missing>();
        for (String owner : owners) {
            ScreeningSubject.REQUIRED.forEach(subject -> {
                Optional<Declaration> declared = declared(owner, subject);
                if (declared.map(Declaration::status).orElse(ScreeningStatus.NOT_YET)
                        == ScreeningStatus.NOT_YET) {
                    missing.add(missing(owner, subject, declared));
                }
            });
            declarations.stream()
                    .filter(declared -> declared.entity().equals(owner))
                    .filter(declared -> declared.status() == ScreeningStatus.NOT_YET)
                    .filter(declared -> !ScreeningSubject.REQUIRED.contains(declared.subject()))
                    .forEach(declared ->
                            missing.add(missing(owner, declared.subject(), Optional.of(declared))));
        }
        return missing;
    }

    private static Screened.Missing missing(
            String owner, ScreeningSubject subject, Optional<Declaration> declared) {
        return new Screened.Missing(
                Optional.of(owner).filter(id -> !id.equals(Ownership.COMPANY)),
                subject.key(),
                declared.flatMap(Declaration::reason));
    }

    /// An entity's own declaration, else the company's.
    private Optional<Declaration> declared(String owner, ScreeningSubject subject) {
        return own(owner, subject).or(() -> own(Ownership.COMPANY, subject));
    }

    private Optional<Declaration> own(String owner, ScreeningSubject subject) {
        return declarations.stream()
                .filter(declared ->
                        declared.entity().equals(owner) && declared.subject().equals(subject))
                .findFirst();
    }

    private void check(Declaration declared) {
        boolean recorded =
                boundary.inventory()
                        .lines()
                        .filter(declared.subject()::covers)
                        .anyMatch(result -> speaksOf(declared, result));
        String about =
                declared.entity().isEmpty()
                        ? declared.subject().key()
                        : declared.entity() + "/" + declared.subject().key();
        int year = boundary.inventory().year();
        if (declared.status() == ScreeningStatus.CALCULATED
                && !recorded
                && (declared.entity().isEmpty() || owners.contains(declared.entity()))) {
            findings.add(
                    new Finding(
                            "CALCULATED_WITHOUT_RECORD",
                            Finding.Severity.OPEN,
                            about,
                            "%s is declared calculated, but no record of %d gave a result of it; record it, or declare otherwise"
                                    .formatted(about, year)));
        }
        if (declared.status() == ScreeningStatus.NOT_APPLICABLE && recorded) {
            findings.add(
                    new Finding(
                            "RECORDS_OF_NOT_APPLICABLE",
                            Finding.Severity.OPEN,
                            about,
                            "%s is declared not applicable, but %d has records of it; declare it calculated, or correct the records"
                                    .formatted(about, year)));
        }
    }

    /// The company's declaration speaks of everyone who has none of its own.
    private boolean speaksOf(Declaration declared, InventoryLine result) {
        Set<String> itsOwners = boundary.ownersOf(result);
        return declared.entity().isEmpty()
                ? itsOwners.stream()
                        .anyMatch(owner ->
                                owner.isEmpty() || own(owner, declared.subject()).isEmpty())
                : itsOwners.contains(declared.entity());
    }
}
