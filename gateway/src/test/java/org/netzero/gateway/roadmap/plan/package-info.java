@NullMarked
package org.netzero.gateway.roadmap.plan;

import org.jspecify.annotations.NullMarked;
