/// One answer to whether the whole suite works.
@NullMarked
package org.netzero.gateway.health;

import org.jspecify.annotations.NullMarked;
