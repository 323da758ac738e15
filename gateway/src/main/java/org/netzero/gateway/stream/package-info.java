/// What just changed, told to dashboards as server-sent events.
@NullMarked
package org.netzero.gateway.stream;

import org.jspecify.annotations.NullMarked;
