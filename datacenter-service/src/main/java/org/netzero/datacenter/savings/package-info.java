/// Savings of facilities against registered baselines. The statistics are in `regression`.
@NullMarked
package org.netzero.datacenter.savings;

import org.jspecify.annotations.NullMarked;
