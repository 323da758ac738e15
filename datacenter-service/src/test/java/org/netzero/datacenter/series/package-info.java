@NullMarked
package org.netzero.datacenter.series;

import org.jspecify.annotations.NullMarked;
