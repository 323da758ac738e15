@NullMarked
package org.netzero.emissions.screening;

import org.jspecify.annotations.NullMarked;
