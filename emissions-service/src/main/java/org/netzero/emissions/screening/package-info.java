/// What the company declares about scopes, categories and carriers, and whether its inventory is
/// complete.
@NullMarked
package org.netzero.emissions.screening;

import org.jspecify.annotations.NullMarked;
