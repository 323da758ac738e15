package org.netzero.platform.input;

import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.InvalidInput;

/// The period somebody asks about, as the `@BeanParam` of a resource: `period=2021`, `2021-03` or
/// `2021-03-14`, or local days `from=2021-03-14&to=2021-04-02`, of which the last does not belong
/// any more.
public class AskedPeriod {

    private static final String PERIOD = "period";
    private static final String FROM = "from";
    private static final String TO = "to";

    @QueryParam(PERIOD)
    @Nullable String period;

    @QueryParam(FROM)
    @Nullable String from;

    @QueryParam(TO)
    @Nullable String to;

    /// The period of a question that needs one.
    ///
    /// @throws InvalidInput naming the parameter that is wrong or absent
    public Period required() {
        return optional()
                .orElseThrow(() ->
                        new InvalidInput(
                                PERIOD,
                                "REQUIRED",
                                "is required; name a year 2021, a month 2021-03 or a day 2021-03-14, or give from and to"));
    }

    /// Empty when no period is asked for.
    ///
    /// @throws InvalidInput naming the parameter that is wrong
    public Optional<Period> optional() {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put(PERIOD, period);
        values.put(FROM, from);
        values.put(TO, to);
        var fields = new Fields(values);
        Optional<Period> asked = read(fields);
        fields.refuseIfInvalid();
        return asked;
    }

    private Optional<Period> read(Fields fields) {
        if (from == null && to == null) {
            return period == null ? Optional.empty() : fields.period(PERIOD);
        }
        if (period != null) {
            return fields.refuse(
                    PERIOD,
                    "PERIOD_STATED_TWICE",
                    "'%s' comes with %s; give either period, or from and to"
                            .formatted(period, from == null ? TO : FROM));
        }
        return fields.days(FROM, TO);
    }
}
