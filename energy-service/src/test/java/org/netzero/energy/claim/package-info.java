/// What the rule sets say, case by case.
@NullMarked
package org.netzero.energy.claim;

import org.jspecify.annotations.NullMarked;
