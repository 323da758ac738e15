@NullMarked
package org.netzero.emissions.library;

import org.jspecify.annotations.NullMarked;
