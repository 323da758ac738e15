package org.netzero.datacenter.telemetry;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.netzero.platform.problem.InvalidInput;

/// Reads `{"readings": [{"point", "time", "value", "unit"?}]}` item by item: an item of the wrong
/// form is noted and does not stop the others; text that is no JSON is refused as a whole, since
/// nobody can tell where the next item starts.
final class ReadingsBody {

    /// Items in one body at most.
    static final int MAX_READINGS = 500_000;

    /// Points are looked up for so many items at once.
    private static final int READINGS_TOGETHER = 5_000;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(20)
                                    .maxStringLength(10_000)
                                    .build())
                    .build();

    private ReadingsBody() {}

    /// @param body unpacked
    /// @param into is given the items in their order, some thousand at a time, so that they need
    ///   not be in memory all at once
    /// @throws InvalidInput when the body as a whole is not of this form; what was given before
    ///   does not count then
    static void read(InputStream body, Consumer<List<SubmittedReading>> into) {
        int count = 0;
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT
                    || !"readings".equals(json.nextFieldName())
                    || json.nextToken() != JsonToken.START_ARRAY) {
                throw new InvalidInput(
                        "",
                        "NOT_READINGS",
                        "write {\"readings\": [{\"point\", \"time\", \"value\"}]}");
            }
            var readings = new ArrayList<SubmittedReading>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (count == MAX_READINGS) {
                    throw new InvalidInput(
                            "readings",
                            "TOO_MANY",
                            "more than %d readings in one body; send several"
                                    .formatted(MAX_READINGS));
                }
                readings.add(item(json));
                count++;
                if (readings.size() == READINGS_TOGETHER) {
                    into.accept(List.copyOf(readings));
                    readings.clear();
                }
            }
            into.accept(readings);
            if (json.nextToken() != JsonToken.END_OBJECT) {
                throw new InvalidInput(
                        String.valueOf(json.currentName()),
                        "UNKNOWN_FIELD",
                        "unknown field; the body has one field, readings");
            }
            if (json.nextToken() != null) {
                throw new InvalidInput(
                        "", "MALFORMED_BODY", "there is more after the closing brace");
            }
        } catch (JacksonException malformed) {
            throw new InvalidInput(
                    "readings",
                    "MALFORMED_BODY",
                    "not JSON at item %d: %s; nothing of the body is stored"
                            .formatted(count, malformed.getOriginalMessage()));
        } catch (CharConversionException malformed) {
            throw new InvalidInput(
                    "readings",
                    "MALFORMED_BODY",
                    "the text breaks off its encoding at item %d, write UTF-8: %s; nothing of the body is stored"
                            .formatted(count, malformed.getMessage()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static SubmittedReading item(JsonParser json) throws IOException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            json.skipChildren();
            return SubmittedReading.malformed("the item is no object with point, time and value");
        }
        String point = null;
        String time = null;
        boolean numericTime = false;
        String value = null;
        String unit = null;
        String malformed = null;
        var stated = new HashSet<String>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            if (!stated.add(field)) {
                malformed = "the field '%s' is stated twice".formatted(field);
            }
            JsonToken token = json.nextToken();
            if (token.isStructStart()) {
                json.skipChildren();
                malformed = "the field '%s' is no plain value".formatted(field);
                continue;
            }
            String text = token == JsonToken.VALUE_NULL ? null : json.getText();
            switch (field) {
                case "point" -> point = text;
                case "time" -> {
                    time = text;
                    numericTime = token.isNumeric();
                }
                case "value" -> value = text;
                case "unit" -> unit = text;
                default ->
                        malformed =
                                "unknown field '%s'; a reading has point, time, value and unit"
                                        .formatted(field);
            }
        }
        return new SubmittedReading(point, time, numericTime, value, unit, malformed);
    }
}
