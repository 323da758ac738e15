/// The stored factor sets: loaded once per version, searched over HTTP, handed to calculations as a
/// `FactorLibrary`.
@NullMarked
package org.netzero.emissions.library;

import org.jspecify.annotations.NullMarked;
