@NullMarked
package org.netzero.platform.identity;

import org.jspecify.annotations.NullMarked;
