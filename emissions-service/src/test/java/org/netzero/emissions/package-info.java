@NullMarked
package org.netzero.emissions;

import org.jspecify.annotations.NullMarked;
