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
import java.util.List;
import org.netzero.platform.problem.InvalidInput;

/// Reads `{"readings": [{"point", "time", "value", "unit"?}]}` item by item: an item of the wrong
/// form is noted and does not stop the others; text that is no JSON is refused as a whole, since
/// nobody can tell where the next item starts.
final class ReadingsBody {

    /// Items in one body at most.
    static final int MAX_READINGS = 500_000;

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

    /// @param encoding how it is packed, see [TelemetryBody#read(InputStream, String)]
    /// @throws InvalidInput when the body as a whole is not of this form
    static List<SubmittedReading> read(InputStream body, String encoding) {
        var readings = new ArrayList<SubmittedReading>();
        try (InputStream opened = TelemetryBody.opened(body, encoding);
                JsonParser json = JSON.createParser(opened)) {
            if (json.nextToken() != JsonToken.START_OBJECT
                    || !"readings".equals(json.nextFieldName())
                    || json.nextToken() != JsonToken.START_ARRAY) {
                throw new InvalidInput(
                        "",
                        "NOT_READINGS",
                        "write {\"readings\": [{\"point\", \"time\", \"value\"}]}");
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (readings.size() == MAX_READINGS) {
                    throw new InvalidInput(
                            "readings",
                            "TOO_MANY",
                            "more than %d readings in one body; send several"
                                    .formatted(MAX_READINGS));
                }
                readings.add(item(json));
            }
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
            return readings;
        } catch (JacksonException malformed) {
            throw new InvalidInput(
                    "readings",
                    "MALFORMED_BODY",
                    "not JSON at item %d: %s; nothing of the body is stored"
                            .formatted(readings.size(), malformed.getOriginalMessage()));
        } catch (CharConversionException malformed) {
            throw new InvalidInput(
                    "readings",
                    "MALFORMED_BODY",
                    "the text breaks off its encoding at item %d, write UTF-8: %s; nothing of the body is stored"
                            .formatted(readings.size(), malformed.getMessage()));
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
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
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
