@NullMarked
package org.netzero.emissions.driver;

import org.jspecify.annotations.NullMarked;
