/// Data centres and what is measured in them: facilities, measuring points, the sites they stand
/// on.
@NullMarked
package org.netzero.datacenter.facility;

import org.jspecify.annotations.NullMarked;
