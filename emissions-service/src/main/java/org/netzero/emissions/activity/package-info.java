/// Activity data: what the company did that is not energy, and emissions somebody stated.
@NullMarked
package org.netzero.emissions.activity;

import org.jspecify.annotations.NullMarked;
