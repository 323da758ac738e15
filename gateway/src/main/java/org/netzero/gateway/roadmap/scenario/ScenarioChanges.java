package org.netzero.gateway.roadmap.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.netzero.gateway.roadmap.engine.Scenario;

/// How two versions of a scenario differ, part by part, and what lies between them.
///
/// A part is a value with its evidence, a lever, a target, or what only makes sense whole: the
/// regions, the growth of activities. The order of a list is no difference.
@ApplicationScoped
public class ScenarioChanges {

    private static final String ID = "id";
    private static final String EVIDENCE = "provenance";
    private static final Set<String> LISTS_OF_PARTS = Set.of("levers", "targets");

    private final ObjectMapper json;

    ScenarioChanges(ObjectMapper json) {
        this.json = json;
    }

    /// In the order of the document.
    public List<ScenarioChange> between(Scenario before, Scenario after) {
        List<ScenarioChange> changes = new ArrayList<>();
        JsonNode older = document(before);
        JsonNode newer = document(after);
        for (String path : paths(older, newer)) {
            List<ScenarioChange.FieldChange> fields = new ArrayList<>();
            compare(path, at(older, path), at(newer, path), fields);
            if (!fields.isEmpty()) {
                changes.add(new ScenarioChange(path, fields));
            }
        }
        return changes;
    }

    /// The scenario with some parts of its later version.
    ///
    /// @throws org.netzero.platform.problem.InvalidInput where these do not go together
    public Scenario mix(Scenario before, Scenario after, Set<String> paths) {
        ObjectNode mixed = document(before);
        JsonNode newer = document(after);
        paths.forEach(path -> put(mixed, path, at(newer, path)));
        try {
            return json.treeToValue(mixed, ScenarioDocument.class).scenario();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A scenario is always read back", impossible);
        }
    }

    private ObjectNode document(Scenario scenario) {
        return json.valueToTree(ScenarioDocument.of(scenario));
    }

    private static Set<String> paths(JsonNode older, JsonNode newer) {
        Set<String> paths = new LinkedHashSet<>();
        for (JsonNode side : List.of(older, newer)) {
            side.properties().forEach(field -> addPaths(field.getKey(), field.getValue(), paths));
        }
        return paths;
    }

    private static void addPaths(String path, JsonNode node, Set<String> paths) {
        if (LISTS_OF_PARTS.contains(path)) {
            node.forEach(part -> paths.add("%s[%s]".formatted(path, part.path(ID).asText())));
        } else if (node.isObject() && !node.has(EVIDENCE)) {
            node.properties()
                    .forEach(field ->
                            addPaths(path + "." + field.getKey(), field.getValue(), paths));
        } else {
            paths.add(path);
        }
    }

    /// Missing where the path leads nowhere.
    private static JsonNode at(JsonNode document, String path) {
        Optional<Part> part = Part.of(path);
        if (part.isPresent()) {
            JsonNode list = document.path(part.get().list());
            int place = part.get().in(list);
            return list.path(place);
        }
        JsonNode node = document;
        for (String field : path.split("\\.", -1)) {
            node = node.path(field);
        }
        return node;
    }

    private static void put(ObjectNode document, String path, JsonNode value) {
        Optional<Part> part = Part.of(path);
        if (part.isPresent()) {
            putInList(document.withArray(part.get().list()), part.get(), value);
            return;
        }
        int last = path.lastIndexOf('.');
        ObjectNode parent = document;
        if (last > 0) {
            for (String field : path.substring(0, last).split("\\.", -1)) {
                parent = parent.withObjectProperty(field);
            }
        }
        String field = path.substring(last + 1);
        if (value.isMissingNode()) {
            parent.remove(field);
        } else {
            parent.set(field, value);
        }
    }

    private static void putInList(ArrayNode list, Part part, JsonNode value) {
        int place = part.in(list);
        if (value.isMissingNode()) {
            if (place >= 0) {
                list.remove(place);
            }
        } else if (place >= 0) {
            list.set(place, value);
        } else {
            list.add(value);
        }
    }

    private static void compare(
            String path, JsonNode older, JsonNode newer, List<ScenarioChange.FieldChange> fields) {
        if (older.equals(newer)) {
            return;
        }
        boolean objects = older.isObject() || newer.isObject();
        boolean arrays = older.isArray() || newer.isArray();
        if (objects) {
            Set<String> names = new LinkedHashSet<>();
            older.fieldNames().forEachRemaining(names::add);
            newer.fieldNames().forEachRemaining(names::add);
            names.forEach(
                    name -> compare(path + "." + name, older.path(name), newer.path(name), fields));
        } else if (arrays) {
            for (int i = 0; i < Math.max(older.size(), newer.size()); i++) {
                compare("%s[%d]".formatted(path, i), older.path(i), newer.path(i), fields);
            }
        } else {
            fields.add(new ScenarioChange.FieldChange(path, older.asText(), newer.asText()));
        }
    }

    /// A part of a list by its id.
    private record Part(String list, String id) {

        static Optional<Part> of(String path) {
            int start = path.indexOf('[');
            return start < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Part(
                                    path.substring(0, start),
                                    path.substring(start + 1, path.length() - 1)));
        }

        /// -1 where it is not in the list.
        int in(JsonNode parts) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).path(ID).asText().equals(id)) {
                    return i;
                }
            }
            return -1;
        }
    }
}
