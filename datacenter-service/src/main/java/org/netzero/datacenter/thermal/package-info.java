/// Pure calculation of heat: what water carries, what recovery avoids, what combined production
/// saves, when cooling is free.
@NullMarked
package org.netzero.datacenter.thermal;

import org.jspecify.annotations.NullMarked;
