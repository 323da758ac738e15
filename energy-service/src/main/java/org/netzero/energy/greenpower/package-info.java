/// The path to green power that the company set itself, with its history.
@NullMarked
package org.netzero.energy.greenpower;

import org.jspecify.annotations.NullMarked;
