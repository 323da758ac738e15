@NullMarked
package org.netzero.datacenter.thermal;

import org.jspecify.annotations.NullMarked;
