/// Certificates and contracts: what is on file of them, what they are allocated to, and that no
/// kilowatt-hour is claimed twice.
@NullMarked
package org.netzero.energy.instrument;

import org.jspecify.annotations.NullMarked;
