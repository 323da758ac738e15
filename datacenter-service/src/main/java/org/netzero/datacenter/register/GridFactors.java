package org.netzero.datacenter.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.register.StatedFactor.Factor;
import org.netzero.platform.input.Interval;

/// What a kWh of the grid's electricity emits at a facility. It is the factor that is stated with
/// what it is needed for; where the emissions service tells of its own, this is the one place that
/// has to know.
@ApplicationScoped
public class GridFactors {

    /// @param stated with the registration, which takes precedence
    /// @param span the time it is needed for
    public Optional<Factor> of(Facility facility, Interval span, Optional<Factor> stated) {
        return stated;
    }
}
