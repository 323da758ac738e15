@NullMarked
package org.netzero.platform.time;

import org.jspecify.annotations.NullMarked;
