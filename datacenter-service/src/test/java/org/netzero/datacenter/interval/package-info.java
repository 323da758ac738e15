@NullMarked
package org.netzero.datacenter.interval;

import org.jspecify.annotations.NullMarked;
