/// How storage was run: what it took in, gave back and lost, and what it held.
@NullMarked
package org.netzero.energy.operation;

import org.jspecify.annotations.NullMarked;
