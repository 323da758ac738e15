/// Telemetry that nobody measured: data centres with a daily load and cooling that follows the
/// weather, the same for the same seed, in each protocol, and with faults on demand. The data
/// centres it makes are named so. Start reading at [SyntheticFleet].
@NullMarked
package org.netzero.load.synthetic;

import org.jspecify.annotations.NullMarked;
