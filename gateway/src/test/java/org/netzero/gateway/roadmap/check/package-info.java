@NullMarked
package org.netzero.gateway.roadmap.check;

import org.jspecify.annotations.NullMarked;
