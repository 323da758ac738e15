/// Waste-heat recovery, combined production and free cooling of facilities: what is registered of
/// them and what came of it. The formulas are in `thermal`.
@NullMarked
package org.netzero.datacenter.heat;

import org.jspecify.annotations.NullMarked;
