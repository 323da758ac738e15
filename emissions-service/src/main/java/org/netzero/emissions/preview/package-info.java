/// What a draft of factors would change, before it is adopted.
@NullMarked
package org.netzero.emissions.preview;

import org.jspecify.annotations.NullMarked;
