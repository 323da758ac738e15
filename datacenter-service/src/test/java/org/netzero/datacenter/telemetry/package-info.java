@NullMarked
package org.netzero.datacenter.telemetry;

import org.jspecify.annotations.NullMarked;
