package org.netzero.energy.instrument;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// The release of an allocation as somebody asks for it.
record ReleaseRequest(@Nullable String reason) {

    Optional<String> why() {
        Fields fields = Fields.of(this);
        Optional<String> said = fields.optionalText("reason");
        fields.refuseIfInvalid();
        return said;
    }
}
