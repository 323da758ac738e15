@NullMarked
package org.netzero.gateway.roadmap.uncertainty;

import org.jspecify.annotations.NullMarked;
