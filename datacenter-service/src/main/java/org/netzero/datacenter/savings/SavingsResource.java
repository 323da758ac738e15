package org.netzero.datacenter.savings;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.DatacenterProblem;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.register.NotRegistered;
import org.netzero.datacenter.register.Registrations.Registered;
import org.netzero.datacenter.register.StatedFactor;
import org.netzero.datacenter.regression.BaselineRefused;
import org.netzero.datacenter.regression.SavingUncertainty;
import org.netzero.datacenter.savings.Savings.Flag;
import org.netzero.datacenter.savings.Savings.Saved;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Problem;

@Path("/api/datacenters")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class SavingsResource {

    private static final List<String> COLUMNS =
            List.of(
                    "start",
                    "end",
                    "baseline",
                    "baselineKwh",
                    "actualKwh",
                    "savedKwh",
                    "savedShare",
                    "savedKgCo2e",
                    "halfWidthKwh",
                    "confidence",
                    "intervals",
                    "expectedIntervals",
                    "missing",
                    "flags");

    private final Facilities facilities;
    private final Baselines baselines;
    private final Savings savings;

    SavingsResource(Facilities facilities, Baselines baselines, Savings savings) {
        this.facilities = facilities;
        this.baselines = baselines;
        this.savings = savings;
    }

    /// A registered baseline, and which revision of it.
    record BaselineView(String baselineId, int revision, BaselineRequest baseline) {
        static BaselineView of(Registered<BaselineRequest> registered) {
            return new BaselineView(registered.name(), registered.revision(), registered.content());
        }
    }

    /// A registered baseline with its model as its data carry it today.
    record FittedBaselineView(BaselineView registered, @Nullable ModelView model) {}

    /// What a saving may be off by.
    ///
    /// @param ofSaving half-width / saving: the fractional savings uncertainty; null where nothing
    ///   is saved
    /// @param independentIntervals of the baseline period, by the autocorrelation of the residuals
    record UncertaintyView(
            BigDecimal halfWidthKwh,
            @Nullable Double ofSaving,
            BigDecimal confidence,
            double t,
            double factor,
            double independentIntervals,
            String source) {}

    /// What is saved; null where no interval of the period is known.
    ///
    /// @param gridFactor stated with the baseline, or else the one the emissions service tells
    /// @param effect a saving shows in the company's scopes and is never counted again
    record SavingsAnswer(
            String datacenterId,
            String period,
            Instant start,
            Instant end,
            BaselineView registered,
            @Nullable ModelView model,
            @Nullable BigDecimal baselineKwh,
            @Nullable BigDecimal actualKwh,
            @Nullable BigDecimal savedKwh,
            @Nullable BigDecimal savedShare,
            @Nullable BigDecimal savedKgCo2e,
            StatedFactor.@Nullable Factor gridFactor,
            @Nullable UncertaintyView uncertainty,
            String effect,
            int intervals,
            int expectedIntervals,
            int intervalsOutsideBaselineRange,
            List<String> missing,
            List<Flag> flags)
            implements Tabular {

        @Override
        public Table table() {
            return Table.of(COLUMNS, List.of(this), SavingsAnswer::row);
        }

        private List<@Nullable Object> row() {
            return Table.row(
                    start,
                    end,
                    registered.baselineId(),
                    baselineKwh,
                    actualKwh,
                    savedKwh,
                    savedShare,
                    savedKgCo2e,
                    uncertainty == null ? null : uncertainty.halfWidthKwh(),
                    uncertainty == null ? null : uncertainty.confidence(),
                    intervals,
                    expectedIntervals,
                    String.join(" ", missing),
                    String.join(" ", flags.stream().map(Enum::name).toList()));
        }
    }

    @PUT
    @Path("{datacenterId}/baselines/{baselineId}")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public BaselineView putBaseline(
            @RestPath String datacenterId, @RestPath String baselineId, BaselineRequest request) {
        facilities.get(datacenterId);
        return BaselineView.of(baselines.put(datacenterId, baselineId, request));
    }

    @GET
    @Path("{datacenterId}/baselines")
    public List<BaselineView> baselines(@RestPath String datacenterId) {
        facilities.get(datacenterId);
        return baselines.all(datacenterId).stream().map(BaselineView::of).toList();
    }

    @GET
    @Path("{datacenterId}/baselines/{baselineId}")
    public FittedBaselineView baseline(@RestPath String datacenterId, @RestPath String baselineId) {
        Facility facility = facilities.get(datacenterId);
        Registered<BaselineRequest> registered = find(datacenterId, Optional.of(baselineId));
        return new FittedBaselineView(
                BaselineView.of(registered),
                baselines.read(datacenterId, registered.content()) instanceof Baseline.Model model
                        ? ModelView.of(model, savings.fit(facility, model))
                        : null);
    }

    @GET
    @Path("{datacenterId}/savings")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public SavingsAnswer savings(
            @RestPath String datacenterId,
            @BeanParam AskedPeriod asked,
            @RestQuery Optional<String> baseline) {
        Facility facility = facilities.get(datacenterId);
        Registered<BaselineRequest> registered = find(datacenterId, baseline);
        return switch (baselines.read(datacenterId, registered.content())) {
            case Baseline.Model model -> {
                Savings.Fitted fitted = savings.fit(facility, model);
                yield answer(
                        facility,
                        asked,
                        registered,
                        Optional.of(ModelView.of(model, fitted)),
                        Optional.of(model.confidence()),
                        savings.of(facility, model, fitted, asked.required()));
            }
            case Baseline.Building building ->
                    answer(
                            facility,
                            asked,
                            registered,
                            Optional.empty(),
                            Optional.empty(),
                            savings.of(facility, building, asked.required()));
        };
    }

    private Registered<BaselineRequest> find(String datacenterId, Optional<String> baselineId) {
        List<Registered<BaselineRequest>> all = baselines.all(datacenterId);
        if (baselineId.isEmpty() && all.size() > 1) {
            throw new InvalidInput(
                    "baseline",
                    "REQUIRED",
                    "there are several baselines; name one of %s"
                            .formatted(
                                    String.join(
                                            ", ", all.stream().map(Registered::name).toList())));
        }
        return baselineId
                .flatMap(id -> baselines.find(datacenterId, id))
                .or(() -> baselineId.isEmpty() ? all.stream().findFirst() : Optional.empty())
                .orElseThrow(() ->
                        new NotRegistered(
                                datacenterId,
                                baselineId.map("no baseline '%s'"::formatted).orElse("no baseline"),
                                "PUT /api/datacenters/%s/baselines/%s"
                                        .formatted(
                                                datacenterId, baselineId.orElse("{baselineId}"))));
    }

    private SavingsAnswer answer(
            Facility facility,
            AskedPeriod asked,
            Registered<BaselineRequest> registered,
            Optional<ModelView> model,
            Optional<BigDecimal> confidence,
            Optional<Saved> saved) {
        var span = savings.span(facility, asked.required());
        return new SavingsAnswer(
                facility.datacenterId(),
                asked.required().toString(),
                span.start(),
                span.end(),
                BaselineView.of(registered),
                model.orElse(null),
                saved.map(Saved::baselineKwh).orElse(null),
                saved.map(Saved::actualKwh).orElse(null),
                saved.map(Saved::savedKwh).orElse(null),
                saved.flatMap(Saved::share).orElse(null),
                saved.flatMap(Saved::savedKg).orElse(null),
                saved.flatMap(Saved::gridFactor).orElse(null),
                confidence
                        .flatMap(level -> saved.flatMap(known -> uncertainty(known, level)))
                        .orElse(null),
                "INSIDE_INVENTORY",
                saved.map(Saved::intervals).orElse(0),
                saved.map(Saved::expected).orElse(0),
                saved.map(Saved::outsideRange).orElse(0),
                missing(saved),
                saved.map(known -> List.copyOf(known.flags())).orElse(List.of()));
    }

    private static List<String> missing(Optional<Saved> saved) {
        if (saved.isEmpty()) {
            return List.of("NO_INTERVAL_KNOWN");
        }
        return saved.get().gridFactor().isEmpty() ? List.of("GRID_FACTOR") : List.of();
    }

    private static Optional<UncertaintyView> uncertainty(Saved saved, BigDecimal confidence) {
        return saved.uncertainty()
                .flatMap(found ->
                        saved.halfWidthKwh()
                                .map(half ->
                                        new UncertaintyView(
                                                half,
                                                saved.savedKwh().signum() == 0
                                                        ? null
                                                        : half.doubleValue()
                                                                / saved.savedKwh()
                                                                        .abs()
                                                                        .doubleValue(),
                                                confidence,
                                                found.t(),
                                                found.k(),
                                                found.independent(),
                                                SavingUncertainty.SOURCE)));
    }

    @ServerExceptionMapper
    Response baselineRefused(BaselineRefused refused) {
        return Problem.of(
                        DatacenterProblem.BASELINE_REFUSED,
                        "%s: %s".formatted(refused.reason(), refused.getMessage()))
                .response();
    }
}
