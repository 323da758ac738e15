/// How plants did: what they generated against their capacity, what was expected of them, and the
/// fuel they took.
@NullMarked
package org.netzero.energy.performance;

import org.jspecify.annotations.NullMarked;
