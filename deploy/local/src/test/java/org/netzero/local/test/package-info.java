@NullMarked
package org.netzero.local.test;

import org.jspecify.annotations.NullMarked;
