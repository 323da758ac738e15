@NullMarked
package org.netzero.platform.problem;

import org.jspecify.annotations.NullMarked;
