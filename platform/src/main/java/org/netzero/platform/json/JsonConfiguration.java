package org.netzero.platform.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;
import org.netzero.quantities.UnknownUnit;

/// JSON as the public API promises it: exact decimals are strings (and accepted as strings or
/// numbers), unknown fields and repeated fields are refused, a whole number has no fraction,
/// instants are ISO 8601.
@Singleton
public final class JsonConfiguration implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        configure(mapper);
    }

    /// A mapper with the same rules outside a container, for contracts and tests.
    public static ObjectMapper mapper() {
        return configure(
                new ObjectMapper()
                        .registerModule(new JavaTimeModule())
                        .registerModule(new Jdk8Module()));
    }

    private static ObjectMapper configure(ObjectMapper mapper) {
        SimpleModule exact =
                new SimpleModule("exact")
                        .addSerializer(new DecimalSerializer())
                        .addDeserializer(BigDecimal.class, new DecimalDeserializer())
                        .addSerializer(new UnitSerializer())
                        .addDeserializer(Unit.class, new UnitDeserializer());
        exact.setMixInAnnotation(Quantity.class, QuantityShape.class);
        return mapper.registerModule(exact)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    /// `{"value": "1234.567", "unit": "kWh"}` and nothing else, whatever methods the type grows.
    @JsonAutoDetect(
            getterVisibility = JsonAutoDetect.Visibility.NONE,
            isGetterVisibility = JsonAutoDetect.Visibility.NONE)
    private interface QuantityShape {
        @JsonProperty
        BigDecimal value();

        @JsonProperty
        Unit unit();
    }

    private static final class DecimalSerializer extends StdScalarSerializer<BigDecimal> {
        private static final long serialVersionUID = 1;

        DecimalSerializer() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(Decimals.plain(value));
        }
    }

    /// Reads what events carry; what people state stands in requests as text and is read by
    /// `Fields`.
    private static final class DecimalDeserializer extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1;

        DecimalDeserializer() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            if (!in.currentToken().isNumeric() && !in.hasToken(JsonToken.VALUE_STRING)) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, in);
            }
            try {
                return Decimals.parseCalculated(in.getText());
            } catch (IllegalArgumentException refused) {
                throw context.weirdStringException(
                        in.getText(), BigDecimal.class, String.valueOf(refused.getMessage()));
            }
        }
    }

    private static final class UnitSerializer extends StdScalarSerializer<Unit> {
        private static final long serialVersionUID = 1;

        UnitSerializer() {
            super(Unit.class);
        }

        @Override
        public void serialize(Unit unit, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(unit.symbol());
        }
    }

    private static final class UnitDeserializer extends StdScalarDeserializer<Unit> {
        private static final long serialVersionUID = 1;

        UnitDeserializer() {
            super(Unit.class);
        }

        @Override
        public Unit deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return Unit.parse(in.getText());
            } catch (UnknownUnit unknown) {
                throw context.weirdStringException(
                        in.getText(), Unit.class, String.valueOf(unknown.getMessage()));
            }
        }
    }
}
