/// How far the company is on its way to green power, and what is missing. Pure: same input, same
/// result.
@NullMarked
package org.netzero.energy.progress;

import org.jspecify.annotations.NullMarked;
