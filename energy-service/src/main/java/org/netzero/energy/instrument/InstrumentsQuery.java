package org.netzero.energy.instrument;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.claim.InstrumentKind;
import org.netzero.energy.claim.Market;
import org.netzero.platform.input.Fields;

/// The parameters of a list of instruments.
record InstrumentsQuery(
        @QueryParam("market") @Nullable String market,
        @QueryParam("kind") @Nullable String kind,
        @QueryParam("status") @Nullable String status) {

    InstrumentTable.Filter filter() {
        Fields fields = Fields.of(this);
        Optional<Market> of =
                fields.optionalText("market")
                        .flatMap(text -> InstrumentFields.market(fields, text));
        Optional<InstrumentKind> what =
                fields.optionalText("kind").flatMap(text -> InstrumentFields.kind(fields, text));
        Optional<InstrumentStatus> how = fields.optionalOneOf("status", InstrumentStatus.class);
        fields.refuseIfInvalid();
        return new InstrumentTable.Filter(of.map(Market::code), what, how);
    }
}
