/// The storage of electricity at the sites: what it holds, takes in and gives back at most. Each
/// change is a revision that is added; none is overwritten.
@NullMarked
package org.netzero.energy.storage;

import org.jspecify.annotations.NullMarked;
