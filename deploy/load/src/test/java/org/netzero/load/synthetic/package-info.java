@NullMarked
package org.netzero.load.synthetic;

import org.jspecify.annotations.NullMarked;
