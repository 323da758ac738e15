package org.netzero.energy.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportKind;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.Reversal;

/// The import of what is expected of sites. A file never states it anew.
@ApplicationScoped
class ExpectationImport implements ImportKind {

    private final Expectations expectations;

    ExpectationImport(Expectations expectations) {
        this.expectations = expectations;
    }

    @Override
    public String name() {
        return "collection";
    }

    @Override
    public Columns columns() {
        return ExpectationFields.COLUMNS;
    }

    @Override
    public Set<String> decimals() {
        return Set.of("accrualQuantity");
    }

    @Override
    public Set<String> dates() {
        return Set.of();
    }

    @Override
    public Import<Expectation> reading(Origin origin) {
        return new Import<>(
                columns(),
                ExpectationFields.OF_ROW::read,
                batch -> expectations.add(batch, origin.recordedBy()));
    }

    @Override
    public Reversal reversal() {
        return new Reversal.Refused(
                "what is expected is stated anew with PUT /api/energy/collection/expectations/{siteId}/{carrier}/{source}");
    }
}
