/// Files of rows, CSV and XLSX, on their way in: the same columns, checks, batches and outcome.
@NullMarked
package org.netzero.platform.imports;

import org.jspecify.annotations.NullMarked;
