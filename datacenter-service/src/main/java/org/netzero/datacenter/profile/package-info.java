/// What is stated of a facility beside its master data: what its indicators are of, and what
/// reports ask for.
@NullMarked
package org.netzero.datacenter.profile;

import org.jspecify.annotations.NullMarked;
