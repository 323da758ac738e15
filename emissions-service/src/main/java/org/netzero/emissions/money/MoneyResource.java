package org.netzero.emissions.money;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.ImportOutcome;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.quantities.Dimension;

@Path("/api")
@RunOnVirtualThread
class MoneyResource {

    private static final List<String> CURRENCIES =
            Arrays.stream(Dimension.values())
                    .filter(Dimension::isMoney)
                    .map(money -> money.baseUnit().symbol())
                    .toList();

    private static final Columns RATES =
            Columns.of(
                            "currency: The currency that is exchanged",
                            "toCurrency: The currency it is exchanged for",
                            "period: The year, such as 2021",
                            "value: How many of toCurrency one of currency is worth on the average of the year, above 0",
                            "source: Who says so")
                    .withValues("currency", CURRENCIES)
                    .withValues("toCurrency", CURRENCIES)
                    .withCorrections();
    private static final Columns INDICES =
            Columns.of(
                            "currency: The currency whose prices it is about",
                            "period: The year, such as 2021",
                            "value: The index, above 0; only the quotient of two years means something",
                            "source: Who says so")
                    .withValues("currency", CURRENCIES)
                    .withCorrections();

    private final MoneyValues values;

    MoneyResource(MoneyValues values) {
        this.values = values;
    }

    /// A rate as the API shows it.
    ///
    /// @param value units of `toCurrency` for one of `currency`, on the year's average
    record RateView(
            String currency,
            String toCurrency,
            String period,
            BigDecimal value,
            String source,
            @Nullable String supersedes) {

        static RateView of(MoneyValue rate) {
            return new RateView(
                    rate.currency(),
                    rate.toCurrency().orElseThrow(),
                    String.valueOf(rate.year()),
                    rate.value(),
                    rate.source(),
                    rate.supersedes().orElse(null));
        }

        String id() {
            return currency + "/" + toCurrency + "/" + period;
        }

        private List<@Nullable Object> row() {
            return Table.row(currency, toCurrency, period, value, source, supersedes);
        }
    }

    /// An index as the API shows it.
    record IndexView(
            String currency,
            String period,
            BigDecimal value,
            String source,
            @Nullable String supersedes) {

        static IndexView of(MoneyValue index) {
            return new IndexView(
                    index.currency(),
                    String.valueOf(index.year()),
                    index.value(),
                    index.source(),
                    index.supersedes().orElse(null));
        }

        String id() {
            return currency + "/" + period;
        }

        private List<@Nullable Object> row() {
            return Table.row(currency, period, value, source, supersedes);
        }
    }

    @GET
    @Path("emissions/exchange-rates")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Page<RateView> rates(@BeanParam PageQuery page) {
        return Listing.of(
                        values.list(MoneyValue.Kind.EXCHANGE_RATE).stream()
                                .map(RateView::of)
                                .toList(),
                        RateView::id,
                        RATES.all(),
                        RateView::row)
                .page(page);
    }

    @GET
    @Path("emissions/price-indices")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Page<IndexView> indices(@BeanParam PageQuery page) {
        return Listing.of(
                        values.list(MoneyValue.Kind.PRICE_INDEX).stream()
                                .map(IndexView::of)
                                .toList(),
                        IndexView::id,
                        INDICES.all(),
                        IndexView::row)
                .page(page);
    }

    @POST
    @Path("imports/exchange-rates")
    @Consumes({Table.CSV, Table.XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportOutcome postRates(ImportFile file) {
        return new Import<MoneyValue>(
                        RATES, fields -> read(fields, MoneyValue.Kind.EXCHANGE_RATE), values::state)
                .run(file);
    }

    @POST
    @Path("imports/price-indices")
    @Consumes({Table.CSV, Table.XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportOutcome postIndices(ImportFile file) {
        return new Import<MoneyValue>(
                        INDICES, fields -> read(fields, MoneyValue.Kind.PRICE_INDEX), values::state)
                .run(file);
    }

    @GET
    @Path("imports/exchange-rates/template")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns ratesTemplate() {
        return RATES;
    }

    @GET
    @Path("imports/exchange-rates/columns")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns.ColumnsView ratesColumns() {
        return RATES.view();
    }

    @GET
    @Path("imports/price-indices/template")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns indicesTemplate() {
        return INDICES;
    }

    @GET
    @Path("imports/price-indices/columns")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns.ColumnsView indicesColumns() {
        return INDICES.view();
    }

    private static MoneyValue read(Fields fields, MoneyValue.Kind kind) {
        Optional<String> currency = currency(fields, "currency");
        Optional<String> to =
                kind == MoneyValue.Kind.EXCHANGE_RATE
                        ? currency(fields, "toCurrency")
                        : Optional.empty();
        Optional<Integer> year = year(fields);
        Optional<BigDecimal> value = fields.decimal("value");
        if (value.isPresent() && value.get().signum() <= 0) {
            fields.refuse("value", "NOT_POSITIVE", "'%s' is not above 0".formatted(value.get()));
        }
        if (to.isPresent() && to.equals(currency)) {
            fields.refuse("toCurrency", "SAME_CURRENCY", "a rate is between two currencies");
        }
        Optional<String> source = fields.text("source");
        fields.refuseIfInvalid();
        Optional<String> supersedes =
                fields.supersedes(MoneyValue.id(currency.orElseThrow(), to, year.orElseThrow()));
        fields.refuseIfInvalid();
        return new MoneyValue(
                kind,
                currency.orElseThrow(),
                to,
                year.orElseThrow(),
                value.orElseThrow().stripTrailingZeros(),
                source.orElseThrow(),
                supersedes);
    }

    private static Optional<Integer> year(Fields fields) {
        return fields.period("period")
                .flatMap(period ->
                        period.equals(Period.parse(String.valueOf(period.start().getYear())))
                                ? Optional.of(period.start().getYear())
                                : fields.refuse(
                                        "period",
                                        "NOT_A_YEAR",
                                        "'%s' is no year such as 2021".formatted(period)));
    }

    private static Optional<String> currency(Fields fields, String field) {
        return fields.text(field)
                .flatMap(code ->
                        CURRENCIES.contains(code)
                                ? Optional.of(code)
                                : fields.refuse(
                                        field,
                                        "UNKNOWN_CURRENCY",
                                        "'%s' is not one of %s".formatted(code, CURRENCIES)));
    }
}
