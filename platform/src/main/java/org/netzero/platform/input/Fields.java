package org.netzero.platform.input;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.json.DecimalOutOfRange;
import org.netzero.platform.json.Decimals;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.QuantityException;
import org.netzero.quantities.Unit;

/// One record of input as named texts, whether it came as a row of a file or as a JSON object, read
/// field by field. What is wrong is collected, so that the sender hears of everything at once.
///
/// A reading method answers empty when the field is absent or when it is wrong;
/// [#refuseIfInvalid()] tells the two apart, so after it `orElseThrow()` on a required field cannot
/// fail.
public final class Fields {

    /// The longest id: it stands in URLs, keys of events and indexes.
    public static final int MAX_ID_LENGTH = 128;

    /// The longest free text.
    public static final int MAX_TEXT_LENGTH = 2_000;

    /// The code of a text that has a control character.
    public static final String CONTROL_CHARACTER = "CONTROL_CHARACTER";

    /// Looked up once: each look makes its accessors anew, which costs more than the rest of
    /// reading a body.
    private static final ClassValue<List<RecordComponent>> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected List<RecordComponent> computeValue(Class<?> body) {
                    List<RecordComponent> components = List.of(body.getRecordComponents());
                    // bodies are nobody's API
                    components.forEach(component -> component.getAccessor().setAccessible(true));
                    return components;
                }
            };

    /// What an id may have beside letters and digits, but not begin with.
    private static final String IN_IDS = "._:@+-";

    private static final ClassValue<Map<String, Enum<?>>> VOCABULARIES =
            new ClassValue<>() {
                @Override
                protected Map<String, Enum<?>> computeValue(Class<?> vocabulary) {
                    return Arrays.stream(vocabulary.getEnumConstants())
                            .map(constant -> (Enum<?>) constant)
                            .collect(Collectors.toUnmodifiableMap(Enum::name, named -> named));
                }
            };

    private final Map<String, ? extends @Nullable String> values;
    private final List<Violation> violations = new ArrayList<>();

    public Fields(Map<String, ? extends @Nullable String> values) {
        this.values = values;
    }

    /// The components of a body by their names: texts and flags, and those of a body within it as
    /// `quantity.value`. Lists have readers of their own.
    public static Fields of(Record body) {
        return of(body, Map.of());
    }

    /// @param besides what stands elsewhere, such as the id in the path
    public static Fields of(Record body, Map<String, String> besides) {
        var values = new HashMap<String, @Nullable String>();
        gather("", body, values);
        values.putAll(besides);
        return new Fields(values);
    }

    private static void gather(String place, Record body, Map<String, @Nullable String> values) {
        for (RecordComponent component : COMPONENTS.get(body.getClass())) {
            String name = place + component.getName();
            switch (valueOf(component, body)) {
                case String text -> values.put(name, text);
                case Boolean flag -> values.put(name, flag.toString());
                case Record inner -> gather(name + ".", inner, values);
                case null, default -> {}
            }
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record body) {
        try {
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s cannot be read".formatted(component), e);
        }
    }

    /// A required text.
    public Optional<String> text(String field) {
        Optional<String> text = stated(field);
        if (text.isEmpty()) {
            violations.add(new Violation(field, "REQUIRED", "is required and empty"));
        }
        return checked(field, text);
    }

    /// A required year that periods can lie in.
    public Optional<Integer> year(String field) {
        return text(field)
                .flatMap(text ->
                        text.matches("\\d{4}")
                                        && Integer.parseInt(text) >= Period.MIN_YEAR
                                        && Integer.parseInt(text) <= Period.MAX_YEAR
                                ? Optional.of(Integer.valueOf(text))
                                : refuse(
                                        field,
                                        "NOT_A_YEAR",
                                        "'%s' is no year such as 2030".formatted(text)));
    }

    /// A text without control characters other than tabs and ends of lines: no database stores a
    /// null character, and nobody sees the others.
    public Optional<String> optionalText(String field) {
        return checked(field, stated(field));
    }

    private Optional<String> checked(String field, Optional<String> text) {
        if (text.isPresent() && text.get().length() > MAX_TEXT_LENGTH) {
            return refuse(
                    field, "TOO_LONG", "has more than %d characters".formatted(MAX_TEXT_LENGTH));
        }
        Optional<String> control = text.flatMap(Fields::controlCharacter);
        return control.isPresent() ? refuse(field, CONTROL_CHARACTER, control.get()) : text;
    }

    private Optional<String> stated(String field) {
        @Nullable String text = values.get(field);
        String stripped = text == null ? "" : text.strip();
        return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
    }

    /// What is wrong with a text that has a control character other than tabs and ends of lines,
    /// refused as [#CONTROL_CHARACTER].
    public static Optional<String> controlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isISOControl(character) && "\t\r\n".indexOf(character) < 0) {
                return Optional.of(
                        "has the control character U+%04X as its character %d; leave it out"
                                .formatted((int) character, i + 1));
            }
        }
        return Optional.empty();
    }

    /// A required id: letters, digits and `. _ : @ + -`, at most [#MAX_ID_LENGTH] characters.
    public Optional<String> id(String field) {
        return text(field).flatMap(text -> checkId(field, text));
    }

    public Optional<String> optionalId(String field) {
        return optionalText(field).flatMap(text -> checkId(field, text));
    }

    /// The id in the field `supersedes` of a record that is named by what it is about,
    /// `REVENUE/2021`, and so can correct nothing but what was said of the same.
    public Optional<String> supersedes(String ownId) {
        Optional<String> corrected = optionalText("supersedes");
        return corrected.isEmpty() || corrected.get().equals(ownId)
                ? corrected
                : refuse(
                        "supersedes",
                        "NOT_ITS_OWN_ID",
                        "'%s' is another record; this one can supersede '%s' only"
                                .formatted(corrected.get(), ownId));
    }

    /// A required exact decimal, within the digits that [Decimals] allows.
    public Optional<BigDecimal> decimal(String field) {
        return text(field).flatMap(text -> parseDecimal(field, text));
    }

    public Optional<BigDecimal> optionalDecimal(String field) {
        return optionalText(field).flatMap(text -> parseDecimal(field, text));
    }

    /// A required value of a closed vocabulary.
    public <E extends Enum<E>> Optional<E> oneOf(String field, Class<E> vocabulary) {
        return text(field).flatMap(text -> checkVocabulary(field, text, vocabulary));
    }

    public <E extends Enum<E>> Optional<E> optionalOneOf(String field, Class<E> vocabulary) {
        return optionalText(field).flatMap(text -> checkVocabulary(field, text, vocabulary));
    }

    /// A required quantity from a field of its value and a field of its unit.
    public Optional<Quantity> quantity(String valueField, String unitField) {
        Optional<BigDecimal> value = decimal(valueField);
        Optional<Unit> unit =
                text(unitField)
                        .flatMap(text -> parse(unitField, "UNKNOWN_UNIT", text, Unit::parse));
        return value.flatMap(v -> unit.map(u -> new Quantity(v, u)));
    }

    /// A required interval from `start` and `end`, or from a period in `start` alone.
    public Optional<StatedInterval> interval(String startField, String endField) {
        return text(startField)
                .flatMap(start -> {
                    String end = optionalText(endField).orElse("");
                    try {
                        return Optional.of(StatedInterval.parse(start, end))
                                .filter(stated ->
                                        isWithinYears(
                                                startField, stated.firstDay(), stated.lastDay()));
                    } catch (EndsTooEarly backwards) {
                        return endNotAfterStart(endField, end, start);
                    } catch (IllegalArgumentException refused) {
                        return refuse(
                                startField,
                                "NOT_AN_INTERVAL",
                                String.valueOf(refused.getMessage()));
                    }
                });
    }

    /// A required period within the years that [Period] allows.
    public Optional<Period> period(String field) {
        return text(field)
                .flatMap(text -> parse(field, "NOT_A_PERIOD", text, Period::parse))
                .filter(period -> isWithinYears(field, period));
    }

    /// A required period from its first local day to the one after its last.
    Optional<Period> days(String startField, String endField) {
        Optional<LocalDate> start = firstDay(startField);
        Optional<LocalDate> end = firstDay(endField);
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        return start.get().isBefore(end.get())
                ? Optional.of(new Period(start.get(), end.get()))
                        .filter(period -> isWithinYears(startField, period))
                : endNotAfterStart(endField, end.get().toString(), start.get().toString());
    }

    /// A year or a month stands for its first day.
    private Optional<LocalDate> firstDay(String field) {
        return text(field)
                .flatMap(text -> parse(field, "NOT_A_DATE", text, Period::parse))
                .map(Period::start);
    }

    private boolean isWithinYears(String field, Period period) {
        return isWithinYears(field, period.start(), period.end().minusDays(1));
    }

    /// Whether days lie within the years that [Period] allows; they are refused where not.
    public boolean isWithinYears(String field, LocalDate first, LocalDate last) {
        boolean within = first.getYear() >= Period.MIN_YEAR && last.getYear() <= Period.MAX_YEAR;
        if (!within) {
            refuse(
                    field,
                    "YEAR_OUT_OF_RANGE",
                    "'%s' is outside the years %d to %d"
                            .formatted(
                                    first.getYear() < Period.MIN_YEAR ? first : last,
                                    Period.MIN_YEAR,
                                    Period.MAX_YEAR));
        }
        return within;
    }

    private <T> Optional<T> endNotAfterStart(String endField, String end, String start) {
        return refuse(
                endField,
                "END_NOT_AFTER_START",
                "'%s' is not after the start '%s'; the end is the first moment that no longer belongs"
                        .formatted(end, start));
    }

    public Optional<LocalDate> optionalDate(String field) {
        return optionalText(field)
                .flatMap(text ->
                        parse(
                                field,
                                "NOT_A_DATE",
                                text,
                                t -> dateTime(t, "a date such as 2021-03-14", LocalDate::parse)))
                .filter(day -> isWithinYears(field, day, day));
    }

    /// A required IANA time zone.
    public Optional<ZoneId> zone(String field) {
        return text(field)
                .flatMap(text ->
                        parse(
                                field,
                                "UNKNOWN_TIME_ZONE",
                                text,
                                t -> dateTime(t, "a zone such as Asia/Shanghai", ZoneId::of)));
    }

    /// Notes a broken rule that only the caller knows.
    public <T> Optional<T> refuse(String field, String code, String message) {
        violations.add(new Violation(field, code, message));
        return Optional.empty();
    }

    /// @throws InvalidInput with everything noted so far, when anything was
    public void refuseIfInvalid() {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }

    private Optional<String> checkId(String field, String text) {
        if (text.length() > MAX_ID_LENGTH) {
            return refuse(
                    field,
                    "TOO_LONG",
                    "has %d characters; an id has at most %d"
                            .formatted(text.length(), MAX_ID_LENGTH));
        }
        if (!isId(text)) {
            return refuse(
                    field,
                    "NOT_AN_ID",
                    "'%s' is no id; use letters, digits and . _ : @ + -".formatted(text));
        }
        return Optional.of(text);
    }

    private static boolean isId(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!isLetterOrNumber(c) && (i == 0 || IN_IDS.indexOf(c) < 0)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// Whether it is of a Unicode category L or N.
    private static boolean isLetterOrNumber(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.LETTER_NUMBER
                || Character.getType(c) == Character.OTHER_NUMBER;
    }

    private <E extends Enum<E>> Optional<E> checkVocabulary(
            String field, String text, Class<E> vocabulary) {
        @Nullable Enum<?> known = VOCABULARIES.get(vocabulary).get(text);
        return known != null
                ? Optional.of(vocabulary.cast(known))
                : refuse(
                        field,
                        "UNKNOWN_VALUE",
                        "'%s' is not one of %s"
                                .formatted(text, Arrays.toString(vocabulary.getEnumConstants())));
    }

    private Optional<BigDecimal> parseDecimal(String field, String text) {
        return parse(field, "NOT_A_DECIMAL", text, Decimals::parse);
    }

    private <T> Optional<T> parse(
            String field, String code, String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DecimalOutOfRange tooLong) {
            return refuse(field, "TOO_MANY_DIGITS", String.valueOf(tooLong.getMessage()));
        } catch (IllegalArgumentException | QuantityException refused) {
            return refuse(field, code, String.valueOf(refused.getMessage()));
        }
    }

    private static <T> T dateTime(String text, String wanted, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("'%s' is not %s".formatted(text, wanted), malformed);
        }
    }
}
