/// Statements that take a whole batch of rows.
@NullMarked
package org.netzero.platform.database;

import org.jspecify.annotations.NullMarked;
