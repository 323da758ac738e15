@NullMarked
package org.netzero.datacenter.effectiveness;

import org.jspecify.annotations.NullMarked;
