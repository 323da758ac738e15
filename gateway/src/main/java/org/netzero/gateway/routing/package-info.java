/// Which service answers which address, and the streaming way there and back within limits.
@NullMarked
package org.netzero.gateway.routing;

import org.jspecify.annotations.NullMarked;
