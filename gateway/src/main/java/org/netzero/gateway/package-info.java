/// The one front door: identity, routing, the live stream and the roadmap to 2030.
@NullMarked
package org.netzero.gateway;

import org.jspecify.annotations.NullMarked;
