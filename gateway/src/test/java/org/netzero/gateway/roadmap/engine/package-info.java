@NullMarked
package org.netzero.gateway.roadmap.engine;

import org.jspecify.annotations.NullMarked;
