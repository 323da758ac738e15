/// Lists as the API answers them: in pages, and as CSV.
@NullMarked
package org.netzero.platform.listing;

import org.jspecify.annotations.NullMarked;
