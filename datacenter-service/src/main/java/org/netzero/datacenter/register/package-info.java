/// What is registered of a facility beside its points, in revisions.
@NullMarked
package org.netzero.datacenter.register;

import org.jspecify.annotations.NullMarked;
