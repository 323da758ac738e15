/// Lists as the API answers them: in pages of JSON, and as CSV and XLSX files.
@NullMarked
package org.netzero.platform.listing;

import org.jspecify.annotations.NullMarked;
