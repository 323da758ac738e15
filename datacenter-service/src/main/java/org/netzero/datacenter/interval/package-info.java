/// What was measured per point and hour, and per facility, role and hour, in PostgreSQL.
@NullMarked
package org.netzero.datacenter.interval;

import org.jspecify.annotations.NullMarked;
