/// Fingerprints of what is stored or sent.
@NullMarked
package org.netzero.platform.digest;

import org.jspecify.annotations.NullMarked;
