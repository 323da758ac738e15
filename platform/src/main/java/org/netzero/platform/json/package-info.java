@NullMarked
package org.netzero.platform.json;

import org.jspecify.annotations.NullMarked;
