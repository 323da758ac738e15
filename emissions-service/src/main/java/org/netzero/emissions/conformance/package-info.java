/// Published worked examples, computed live by the engine that computes inventories.
@NullMarked
package org.netzero.emissions.conformance;

import org.jspecify.annotations.NullMarked;
