/// The figures a roadmap stands on: what the services told of energy, emissions, data centres and
/// drivers, and what it was at an earlier time.
@NullMarked
package org.netzero.gateway.roadmap.basis;

import org.jspecify.annotations.NullMarked;
