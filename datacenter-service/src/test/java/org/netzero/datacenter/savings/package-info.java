@NullMarked
package org.netzero.datacenter.savings;

import org.jspecify.annotations.NullMarked;
