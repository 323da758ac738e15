/// Series that registered systems and baselines refer to: hours of named points, kept for good, and
/// outdoor temperatures.
@NullMarked
package org.netzero.datacenter.series;

import org.jspecify.annotations.NullMarked;
