/// Messages that a consumer could not take: looking at them and sending them again.
@NullMarked
package org.netzero.local.deadletter;

import org.jspecify.annotations.NullMarked;
