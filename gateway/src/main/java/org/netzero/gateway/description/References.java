package org.netzero.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;

/// The `$ref`s of an OpenAPI document to its own schemas.
final class References {

    private static final String KEY = "$ref";
    private static final String TO_SCHEMA = "#/components/schemas/";

    private References() {}

    /// Whether the node refers to one of these schemas, at any depth.
    static boolean reachAny(JsonNode node, Set<String> schemas) {
        return node.findValues(KEY).stream()
                .map(JsonNode::asText)
                .anyMatch(reference ->
                        reference.startsWith(TO_SCHEMA)
                                && schemas.contains(reference.substring(TO_SCHEMA.length())));
    }

    /// Makes every reference follow the schemas' new names.
    static void rename(JsonNode node, Map<String, String> newNames) {
        if (node instanceof ObjectNode object && object.get(KEY) instanceof TextNode reference) {
            String name = reference.asText().replace(TO_SCHEMA, "");
            if (newNames.containsKey(name)) {
                object.put(KEY, TO_SCHEMA + newNames.get(name));
            }
        }
        node.forEach(child -> rename(child, newNames));
    }
}
