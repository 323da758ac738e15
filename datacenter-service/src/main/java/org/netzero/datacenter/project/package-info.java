/// Projects as reports state them: entered as data, held against what their own figures give.
@NullMarked
package org.netzero.datacenter.project;

import org.jspecify.annotations.NullMarked;
