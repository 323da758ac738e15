@NullMarked
package org.netzero.datacenter.register;

import org.jspecify.annotations.NullMarked;
