@NullMarked
package org.netzero.platform.messaging;

import org.jspecify.annotations.NullMarked;
