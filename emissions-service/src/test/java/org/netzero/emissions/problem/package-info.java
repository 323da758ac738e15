@NullMarked
package org.netzero.emissions.problem;

import org.jspecify.annotations.NullMarked;
