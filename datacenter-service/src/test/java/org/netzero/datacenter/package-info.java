@NullMarked
package org.netzero.datacenter;

import org.jspecify.annotations.NullMarked;
