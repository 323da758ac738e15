@NullMarked
package org.netzero.gateway.roadmap.planning;

import org.jspecify.annotations.NullMarked;
