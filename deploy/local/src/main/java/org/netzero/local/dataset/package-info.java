/// The published data set: sent through the public API when the books are empty, and shown as
/// tables.
@NullMarked
package org.netzero.local.dataset;

import org.jspecify.annotations.NullMarked;
