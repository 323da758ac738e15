@NullMarked
package org.netzero.platform.idempotency;

import org.jspecify.annotations.NullMarked;
