/// What the energy accounts say about a period, over HTTP.
@NullMarked
package org.netzero.energy.report;

import org.jspecify.annotations.NullMarked;
