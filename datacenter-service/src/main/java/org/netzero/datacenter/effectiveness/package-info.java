/// Indicators of a data centre from its hourly energies (ISO/IEC 30134). Pure functions.
@NullMarked
package org.netzero.datacenter.effectiveness;

import org.jspecify.annotations.NullMarked;
