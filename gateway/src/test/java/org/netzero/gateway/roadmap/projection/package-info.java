@NullMarked
package org.netzero.gateway.roadmap.projection;

import org.jspecify.annotations.NullMarked;
