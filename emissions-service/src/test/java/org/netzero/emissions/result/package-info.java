/// Tests of results as they are stored.
@NullMarked
package org.netzero.emissions.result;

import org.jspecify.annotations.NullMarked;
