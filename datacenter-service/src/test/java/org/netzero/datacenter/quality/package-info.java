@NullMarked
package org.netzero.datacenter.quality;

import org.jspecify.annotations.NullMarked;
