/// Sites: offices, data centres and the company as a whole, with their place and time zone.
@NullMarked
package org.netzero.energy.site;

import org.jspecify.annotations.NullMarked;
