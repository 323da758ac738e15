@NullMarked
package org.netzero.energy.site;

import org.jspecify.annotations.NullMarked;
