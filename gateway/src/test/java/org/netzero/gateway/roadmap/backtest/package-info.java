@NullMarked
package org.netzero.gateway.roadmap.backtest;

import org.jspecify.annotations.NullMarked;
