@NullMarked
package org.netzero.local;

import org.jspecify.annotations.NullMarked;
