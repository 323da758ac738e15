@NullMarked
package org.netzero.platform.imports;

import org.jspecify.annotations.NullMarked;
