/// What a contractual instrument lets a company claim, and what the rule sets say of a claim: pure
/// functions on records.
@NullMarked
package org.netzero.energy.claim;

import org.jspecify.annotations.NullMarked;
