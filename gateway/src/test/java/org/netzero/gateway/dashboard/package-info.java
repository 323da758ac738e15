@NullMarked
package org.netzero.gateway.dashboard;

import org.jspecify.annotations.NullMarked;
