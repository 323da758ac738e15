package org.netzero.energy.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportKind;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.Reversal;

/// The import of certificates and contracts.
@ApplicationScoped
class InstrumentImport implements ImportKind {

    private final Instruments instruments;

    InstrumentImport(Instruments instruments) {
        this.instruments = instruments;
    }

    @Override
    public String name() {
        return "instruments";
    }

    @Override
    public Columns columns() {
        return InstrumentFields.COLUMNS;
    }

    @Override
    public Set<String> decimals() {
        return Set.of("quantity", "price", "kgCo2ePerKwh");
    }

    @Override
    public Set<String> dates() {
        return Set.of("commissioned", "vintageStart", "vintageEnd", "expiresOn");
    }

    @Override
    public Import<RegisteredInstrument> reading(Origin origin) {
        return new Import<>(
                columns(),
                InstrumentFields.OF_ROW::read,
                batch -> instruments.store(batch, origin.recordedBy()));
    }

    @Override
    public Reversal reversal() {
        return new Reversal.Refused(
                "claims may stand on its instruments; correct one by a row whose supersedes names it, or expire or transfer it at POST /api/energy/instruments/{instrumentId}/steps");
    }
}
