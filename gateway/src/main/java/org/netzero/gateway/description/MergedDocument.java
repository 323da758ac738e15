package org.netzero.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Several services' OpenAPI documents as one. Schemas that are the same are there once; of those
/// that only share a name, every later one gets its service's name in front.
final class MergedDocument {

    private static final String API = "/api/";
    private static final Set<String> OPEN = Set.of("/api/health", "/api/openapi");

    private final Map<String, JsonNode> paths = new TreeMap<>();
    private final Map<String, JsonNode> schemas = new TreeMap<>();

    private MergedDocument() {}

    /// @param description what the whole is, and which services are left out
    static ObjectNode of(List<Part> parts, String description) {
        MergedDocument merged = new MergedDocument();
        parts.forEach(merged::add);
        return merged.document(description);
    }

    private void add(Part part) {
        ObjectNode document = part.document().deepCopy();
        JsonNode own = document.at("/components/schemas");
        Map<String, String> newNames = newNames(own, part.owner());
        References.rename(document, newNames);
        own.properties()
                .forEach(schema ->
                        schemas.put(
                                newNames.getOrDefault(schema.getKey(), schema.getKey()),
                                schema.getValue()));
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith(API))
                .forEach(path -> addPath(path.getKey(), (ObjectNode) path.getValue()));
    }

    /// Two services may answer the same templated path for different kinds; the first description
    /// of a method stays.
    private void addPath(String path, ObjectNode item) {
        withoutSecurity(path, item);
        paths.merge(path, item, (there, more) -> ((ObjectNode) more).setAll((ObjectNode) there));
    }

    /// The services trust the gateway's token; what opens the gateway is said once, for all.
    private static void withoutSecurity(String path, ObjectNode item) {
        for (JsonNode operation : item) {
            if (operation instanceof ObjectNode described) {
                described.remove("security");
                if (OPEN.contains(path)) {
                    described.putArray("security");
                }
            }
        }
    }

    /// The names taken by other content, and those of schemas that refer to them.
    private Map<String, String> newNames(JsonNode own, String owner) {
        Set<String> clashing = new HashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<String, JsonNode> schema : own.properties()) {
                if (clashes(schema, clashing)) {
                    grown |= clashing.add(schema.getKey());
                }
            }
        }
        Map<String, String> newNames = new HashMap<>();
        clashing.forEach(name -> newNames.put(name, prefix(owner) + name));
        return newNames;
    }

    private boolean clashes(Map.Entry<String, JsonNode> schema, Set<String> clashing) {
        JsonNode there = schemas.get(schema.getKey());
        return there != null
                && (!there.equals(schema.getValue())
                        || References.reachAny(schema.getValue(), clashing));
    }

    private static String prefix(String owner) {
        return Character.toUpperCase(owner.charAt(0)) + owner.substring(1);
    }

    private ObjectNode document(String description) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Net Zero")
                .put("version", "v1")
                .put("description", description);
        key(document.putArray("security"));
        document.putObject("paths").setAll(paths);
        ObjectNode components = document.putObject("components");
        components.putObject("schemas").setAll(schemas);
        components
                .putObject("securitySchemes")
                .putObject("key")
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "X-API-Key");
        return document;
    }

    private static void key(ArrayNode security) {
        security.addObject().putArray("key");
    }
}
