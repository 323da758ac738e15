@NullMarked
package org.netzero.datacenter.facility;

import org.jspecify.annotations.NullMarked;
