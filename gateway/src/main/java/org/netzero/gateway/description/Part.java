package org.netzero.gateway.description;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// One service's own OpenAPI document.
///
/// @param owner the service's label, the prefix of names it shares with others
record Part(String owner, ObjectNode document) {}
