/// Lists in pages and as CSV.
@NullMarked
package org.netzero.emissions.tabular;

import org.jspecify.annotations.NullMarked;
