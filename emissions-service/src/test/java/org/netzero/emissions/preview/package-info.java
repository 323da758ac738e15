@NullMarked
package org.netzero.emissions.preview;

import org.jspecify.annotations.NullMarked;
