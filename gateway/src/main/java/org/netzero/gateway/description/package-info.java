/// One OpenAPI document of everything behind the front door.
@NullMarked
package org.netzero.gateway.description;

import org.jspecify.annotations.NullMarked;
