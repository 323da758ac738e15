@NullMarked
package org.netzero.emissions.activity;

import org.jspecify.annotations.NullMarked;
