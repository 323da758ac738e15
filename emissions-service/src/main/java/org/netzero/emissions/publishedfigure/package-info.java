/// Figures as a report printed them.
@NullMarked
package org.netzero.emissions.publishedfigure;

import org.jspecify.annotations.NullMarked;
