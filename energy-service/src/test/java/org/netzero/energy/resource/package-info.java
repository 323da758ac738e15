@NullMarked
package org.netzero.energy.resource;

import org.jspecify.annotations.NullMarked;
