/// Who may come in: API keys, the sessions a browser swaps them for, and the tokens the services
/// trust.
@NullMarked
package org.netzero.gateway.access;

import org.jspecify.annotations.NullMarked;
