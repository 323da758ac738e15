@NullMarked
package org.netzero.datacenter.metering;

import org.jspecify.annotations.NullMarked;
