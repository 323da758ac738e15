@NullMarked
package org.netzero.energy.report;

import org.jspecify.annotations.NullMarked;
