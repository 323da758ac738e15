/// Where the energy of data centres comes from, as the other services tell it: factors of
/// electricity, and the certificates and contracts allocated to sites.
@NullMarked
package org.netzero.datacenter.supply;

import org.jspecify.annotations.NullMarked;
