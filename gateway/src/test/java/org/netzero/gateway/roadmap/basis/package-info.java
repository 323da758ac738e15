@NullMarked
package org.netzero.gateway.roadmap.basis;

import org.jspecify.annotations.NullMarked;
