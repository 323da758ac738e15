package org.netzero.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatIsTheSameIsThereOnce() {
        JsonNode schemas =
                schemas("{'Problem': {'type': 'object'}}", "{'Problem': {'type': 'object'}}");

        assertThat(schemas.fieldNames()).toIterable().containsExactly("Problem");
    }

    @Test
    void aSchemaFollowsTheOneItRefersTo() {
        JsonNode schemas =
                schemas(
                        "{'A': {'$ref': '#/components/schemas/B'}, 'B': {'type': 'string'}}",
                        "{'A': {'$ref': '#/components/schemas/B'}, 'B': {'type': 'number'}}");

        assertThat(schemas.fieldNames())
                .toIterable()
                .containsExactly("A", "B", "EnergyA", "EnergyB");
        assertThat(schemas.at("/EnergyA/$ref").asText()).isEqualTo("#/components/schemas/EnergyB");
        assertThat(schemas.at("/A/$ref").asText()).isEqualTo("#/components/schemas/B");
    }

    @Test
    void methodsOfTwoServicesAtOneAddressAreBothThere() {
        ObjectNode merged =
                MergedDocument.of(
                        List.of(
                                part("emissions", "{'paths': {'/api/x': {'get': {}}}}"),
                                part("energy", "{'paths': {'/api/x': {'put': {}}}}")),
                        "");

        assertThat(merged.at("/paths/~1api~1x").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("get", "put");
    }

    @Test
    void onlyThePublicApiIsDescribed() {
        ObjectNode merged =
                MergedDocument.of(
                        List.of(part("energy", "{'paths': {'/q/health': {'get': {}}}}")), "");

        assertThat(merged.get("paths")).isEmpty();
    }

    private static JsonNode schemas(String ofEmissions, String ofEnergy) {
        return MergedDocument.of(
                        List.of(
                                part(
                                        "emissions",
                                        "{'components': {'schemas': " + ofEmissions + "}}"),
                                part("energy", "{'components': {'schemas': " + ofEnergy + "}}")),
                        "")
                .at("/components/schemas");
    }

    private static Part part(String owner, String document) {
        try {
            return new Part(owner, (ObjectNode) JSON.readTree(document.replace('\'', '"')));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
