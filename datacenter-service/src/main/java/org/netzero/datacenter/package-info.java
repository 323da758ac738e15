/// The data centre service. Features, in the order in which a reading passes them: `facility`,
/// `telemetry` (with its pure core `metering`), `interval`, `indicator` (with its pure core
/// `effectiveness`), `quality`; beside them `heat` (core `thermal`) and `savings` (core
/// `regression`), which stand on `register` and `series`, and `project`.
@NullMarked
package org.netzero.datacenter;

import org.jspecify.annotations.NullMarked;
