@NullMarked
package org.netzero.gateway.roadmap.scenario;

import org.jspecify.annotations.NullMarked;
