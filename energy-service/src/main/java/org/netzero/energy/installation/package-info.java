/// What plants and storage have in common: they stand at a site, and what is stated of one anew is
/// kept as its next revision.
@NullMarked
package org.netzero.energy.installation;

import org.jspecify.annotations.NullMarked;
