/// The results of activity records: calculated when a record comes, kept a row each, summed for
/// inventories, and calculated again where what they stand on has changed.
@NullMarked
package org.netzero.emissions.result;

import org.jspecify.annotations.NullMarked;
