/// How well ways to project did on published series: as of a year, with what was published by then.
///
/// Start reading at [org.netzero.gateway.roadmap.backtest.BackTest]. All but the resource, its view
/// and the file of the series is pure. Errors are absolute natural logarithms of projected over
/// published, so 0.1 is about 10 %.
@NullMarked
package org.netzero.gateway.roadmap.backtest;

import org.jspecify.annotations.NullMarked;
