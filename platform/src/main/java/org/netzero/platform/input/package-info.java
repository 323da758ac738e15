@NullMarked
package org.netzero.platform.input;

import org.jspecify.annotations.NullMarked;
