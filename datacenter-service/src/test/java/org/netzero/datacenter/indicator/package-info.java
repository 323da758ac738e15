@NullMarked
package org.netzero.datacenter.indicator;

import org.jspecify.annotations.NullMarked;
