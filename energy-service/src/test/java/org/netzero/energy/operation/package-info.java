@NullMarked
package org.netzero.energy.operation;

import org.jspecify.annotations.NullMarked;
