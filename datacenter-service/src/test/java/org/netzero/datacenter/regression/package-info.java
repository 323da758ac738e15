@NullMarked
package org.netzero.datacenter.regression;

import org.jspecify.annotations.NullMarked;
