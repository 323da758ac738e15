/// The service's refusals with their HTTP statuses.
@NullMarked
package org.netzero.emissions.problem;

import org.jspecify.annotations.NullMarked;
