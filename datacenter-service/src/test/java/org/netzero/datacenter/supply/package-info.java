@NullMarked
package org.netzero.datacenter.supply;

import org.jspecify.annotations.NullMarked;
