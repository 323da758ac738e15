/// Exchange rates and price indices, as the company states them.
@NullMarked
package org.netzero.emissions.money;

import org.jspecify.annotations.NullMarked;
