/// Statements and their rows, whole batches of them too, and how transactions that meet get along.
@NullMarked
package org.netzero.platform.database;

import org.jspecify.annotations.NullMarked;
