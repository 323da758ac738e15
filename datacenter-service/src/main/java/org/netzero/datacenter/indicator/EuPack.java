package org.netzero.datacenter.indicator;

import static org.netzero.datacenter.metering.MeasuringRole.HEAT_EXPORT;
import static org.netzero.datacenter.metering.MeasuringRole.IT;
import static org.netzero.datacenter.metering.MeasuringRole.WATER;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.Fleet;
import org.netzero.datacenter.effectiveness.Footprint;
import org.netzero.datacenter.effectiveness.Missing;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.facility.Sites;
import org.netzero.datacenter.heat.HeatRecoverySystems;
import org.netzero.datacenter.indicator.EuPackView.DataCentreView;
import org.netzero.datacenter.indicator.EuPackView.Hours;
import org.netzero.datacenter.indicator.EuPackView.ItemView;
import org.netzero.datacenter.indicator.FacilityIndicators.Supplied;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.profile.ReportingProfile;
import org.netzero.datacenter.profile.ReportingProfiles;
import org.netzero.datacenter.series.Stretches;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;
import org.netzero.platform.problem.InvalidInput;

/// What Delegated Regulation (EU) 2024/1364 asks of data centres for a calendar year: information
/// (Annex I), key performance indicators (Annex II) and sustainability indicators (Annex III).
@ApplicationScoped
class EuPack {

    /// The first year that was reported.
    private static final int FIRST_YEAR = 2023;

    /// From this installed IT power on, in kW, a data centre reports (Article 1).
    static final BigDecimal REPORTS_FROM_KW = new BigDecimal("500");

    private static final Set<String> MEMBER_STATES =
            Set.of(
                    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR",
                    "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI",
                    "SK");

    private static final Set<String> GUARANTEES = Set.of("GO");
    private static final Set<String> PURCHASE_AGREEMENTS =
            Set.of("PHYSICAL_PPA", "VIRTUAL_PPA", "DIRECT_LINE");

    private static final BigDecimal LITRES_PER_M3 = BigDecimal.valueOf(1_000);

    private static final String NOT_STATED =
            "not stated; PUT /api/datacenters/%s/reporting-profile";
    private static final String NOT_METERED = "no hour of the year is known in full";
    private static final String CONTRADICTING =
            "held, or divided by nothing; see the flags of the data centre and the trace of its year";

    private final Facilities facilities;
    private final FacilityIndicators indicators;
    private final ReportingProfiles profiles;
    private final StatedIndicators stated;
    private final Sites sites;
    private final HeatRecoverySystems systems;

    EuPack(
            Facilities facilities,
            FacilityIndicators indicators,
            ReportingProfiles profiles,
            StatedIndicators stated,
            Sites sites,
            HeatRecoverySystems systems) {
        this.facilities = facilities;
        this.indicators = indicators;
        this.profiles = profiles;
        this.stated = stated;
        this.sites = sites;
        this.systems = systems;
    }

    /// The formulas by which a year is reported; another version takes over with the year from
    /// which it holds.
    static String formulas(int year) {
        if (year < FIRST_YEAR) {
            throw new InvalidInput(
                    "year",
                    "NO_FORMULAS",
                    "'%d' lies before %d, the first year that Regulation (EU) 2024/1364 has reported"
                            .formatted(year, FIRST_YEAR));
        }
        return "eu-2024-1364/2";
    }

    EuPackView of(int year) {
        String formulas = formulas(year);
        Period period = Period.ofYear(year);
        List<Facility> all = facilities.all();
        List<Supplied> years = indicators.ofYear(all, period);
        Map<String, ReportingProfile> stating = profiles.all();
        Map<String, Map<StatedIndicator.Name, BigDecimal>> figures = stated.all(period);
        Map<String, Sites.SitePlace> places = sites.all();
        Set<String> byFlow = systems.byFlow();
        var centres = new ArrayList<DataCentreView>();
        for (int i = 0; i < all.size(); i++) {
            String id = all.get(i).datacenterId();
            centres.add(
                    new One(
                                    all.get(i),
                                    years.get(i),
                                    stating.getOrDefault(id, ReportingProfile.NOT_STATED),
                                    figures.getOrDefault(id, Map.of()),
                                    Optional.ofNullable(places.get(all.get(i).siteId())),
                                    byFlow.contains(id))
                            .view());
        }
        return EuPackView.of(year, formulas, centres);
    }

    private record One(
            Facility facility,
            Supplied year,
            ReportingProfile profile,
            Map<StatedIndicator.Name, BigDecimal> figures,
            Optional<Sites.SitePlace> place,
            boolean heatByFlow) {

        DataCentreView view() {
            BigDecimal power = profile.installedItPowerKw();
            var items = new ArrayList<ItemView>(information());
            items.addAll(keyIndicators(power));
            items.addAll(ict());
            var ratios = new LinkedHashMap<String, Fleet.Ratio>();
            items.addAll(sustainability(ratios));
            return new DataCentreView(
                    facility.datacenterId(),
                    country().orElse(null),
                    power == null ? null : SizeClass.of(power),
                    reports(power),
                    List.copyOf(year.flags()),
                    items,
                    ratios);
        }

        private Optional<String> country() {
            return place.flatMap(Sites.SitePlace::country);
        }

        /// Whether the regulation asks for it; the reason where it does not or that is not known.
        private String reports(@Nullable BigDecimal power) {
            Optional<String> country = country();
            if (country.isEmpty()) {
                return "UNKNOWN: the country of the site is not known";
            }
            if (!MEMBER_STATES.contains(country.get())) {
                return "NO: %s is not a member state".formatted(country.get());
            }
            if (power == null) {
                return "UNKNOWN: the installed IT power is not stated";
            }
            return power.compareTo(REPORTS_FROM_KW) >= 0
                    ? "YES"
                    : "NO: below %s kW".formatted(REPORTS_FROM_KW);
        }

        private List<ItemView> information() {
            return List.of(
                    text("Annex I", "NAME", "name", facility.name().orElse(null)),
                    text("Annex I", "OWNER", "owner", profile.owner()),
                    text("Annex I", "OPERATOR", "operator", profile.operator()),
                    text("Annex I", "LAU", "local administrative unit", profile.municipality()),
                    text(
                            "Annex I",
                            "TYPE",
                            "type of data centre",
                            Optional.ofNullable(profile.type()).map(Enum::name).orElse(null)),
                    text(
                            "Annex I",
                            "SINCE",
                            "year and month of entry into operation",
                            YearMonth.from(facility.inOperationSince()).toString()),
                    text(
                            "Annex I",
                            "REDUNDANCY_ELECTRICAL",
                            "redundancy of the electrical infrastructure",
                            profile.electricalRedundancy()),
                    text(
                            "Annex I",
                            "REDUNDANCY_COOLING",
                            "redundancy of the cooling",
                            profile.coolingRedundancy()));
        }

        private ItemView text(String annex, String symbol, String name, @Nullable String value) {
            return value == null
                    ? ItemView.missing(
                            annex,
                            symbol,
                            name,
                            "",
                            NOT_STATED.formatted(facility.datacenterId()),
                            null)
                    : ItemView.text(annex, symbol, name, value);
        }

        private List<ItemView> keyIndicators(@Nullable BigDecimal power) {
            Effectiveness own = year.measured().effectiveness();
            String annex = "Annex II, point 1";
            return List.of(
                    profiled(annex, "PD_IT", "installed IT power demand", "kW", power),
                    profiled(
                            annex,
                            "S_DC",
                            "floor area of the data centre",
                            "m2",
                            profile.floorAreaM2()),
                    profiled(
                            annex,
                            "S_CR",
                            "floor area of the computer rooms",
                            "m2",
                            profile.computerRoomAreaM2()),
                    measured(
                            annex,
                            "E_DC",
                            "total energy",
                            "kWh",
                            own.facilityKwh(Set.of()),
                            own.boundary().facilityRoles()),
                    stated(
                            annex,
                            "E_DC-BG",
                            "energy of backup generators",
                            "kWh",
                            StatedIndicator.Name.E_DC_BG),
                    measured(
                            annex, "E_IT", "energy of IT equipment", "kWh", amount(IT), Set.of(IT)),
                    stated(
                            annex,
                            "C_BtG",
                            "average capacity of batteries",
                            "kW",
                            StatedIndicator.Name.C_BTG),
                    measured(
                            annex,
                            "W_IN",
                            "water",
                            "m3",
                            amount(WATER).map(litres -> litres.divide(LITRES_PER_M3)),
                            Set.of(WATER)),
                    stated(annex, "W_IN-POT", "potable water", "m3", StatedIndicator.Name.W_IN_POT),
                    measured(
                            annex,
                            "E_REUSE",
                            "waste heat reused",
                            "kWh",
                            amount(HEAT_EXPORT),
                            Set.of(HEAT_EXPORT)),
                    stated(
                            annex,
                            "T_WH",
                            "average temperature of waste heat",
                            "°C",
                            StatedIndicator.Name.T_WH),
                    stated(
                            annex,
                            "T_IN",
                            "average set point of intake air",
                            "°C",
                            StatedIndicator.Name.T_IN),
                    text(annex, "REFRIGERANTS", "refrigerants", profile.refrigerants()),
                    stated(
                            annex,
                            "CDD",
                            "cooling degree days",
                            "degree-days",
                            StatedIndicator.Name.CDD),
                    renewable(annex, "E_RES-TOT", "renewable energy", renewableKwh()),
                    renewable(
                            annex,
                            "E_RES-GOO",
                            "renewable energy by guarantees of origin",
                            retired(GUARANTEES)),
                    renewable(
                            annex,
                            "E_RES-PPA",
                            "renewable energy by power purchase agreements",
                            retired(PURCHASE_AGREEMENTS)),
                    renewable(
                            annex,
                            "E_RES-OS",
                            "renewable energy generated on site",
                            year.footprint().ownRenewableKwh()));
        }

        private Optional<BigDecimal> amount(MeasuringRole role) {
            return year.measured().effectiveness().amount(role, Set.of());
        }

        private BigDecimal retired(Set<String> kinds) {
            return year.footprint().retiredByKind().entrySet().stream()
                    .filter(entry -> kinds.contains(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /// Guarantees of origin, power purchase agreements and what was generated on site; other
        /// certificates are none of the three.
        private BigDecimal renewableKwh() {
            return retired(GUARANTEES)
                    .add(retired(PURCHASE_AGREEMENTS))
                    .add(year.footprint().ownRenewableKwh());
        }

        private List<ItemView> ict() {
            return List.of(
                    stated(
                            "Annex II, point 2",
                            "C_SERV",
                            "capacity of servers",
                            "1",
                            StatedIndicator.Name.C_SERV),
                    stated(
                            "Annex II, point 2",
                            "C_STOR",
                            "capacity of storage",
                            "PB",
                            StatedIndicator.Name.C_STOR),
                    stated(
                            "Annex II, point 3",
                            "B_IN",
                            "incoming bandwidth",
                            "Gbit/s",
                            StatedIndicator.Name.B_IN),
                    stated(
                            "Annex II, point 3",
                            "B_OUT",
                            "outgoing bandwidth",
                            "Gbit/s",
                            StatedIndicator.Name.B_OUT),
                    stated(
                            "Annex II, point 3",
                            "TRAFFIC_IN",
                            "incoming traffic",
                            "EB",
                            StatedIndicator.Name.TRAFFIC_IN),
                    stated(
                            "Annex II, point 3",
                            "TRAFFIC_OUT",
                            "outgoing traffic",
                            "EB",
                            StatedIndicator.Name.TRAFFIC_OUT));
        }

        /// @param ratios takes the two sums of what is calculated
        private List<ItemView> sustainability(Map<String, Fleet.Ratio> ratios) {
            Effectiveness own = year.measured().effectiveness();
            Footprint footprint = year.footprint();
            Set<MeasuringRole> entering = own.boundary().facilityRoles();
            Set<MeasuringRole> withHeat = Effectiveness.and(entering, Set.of(HEAT_EXPORT));
            return List.of(
                    indicator(
                            Sustainability.PUE,
                            own.pue().flatMap(known -> both(own.facilityKwh(), own.itKwh())),
                            own.pairedHours(),
                            ratios),
                    indicator(
                            Sustainability.WUE,
                            both(own.amount(WATER, Set.of(IT)), own.amount(IT, Set.of(WATER))),
                            own.hours(Set.of(WATER, IT)),
                            ratios),
                    indicator(
                            Sustainability.ERF,
                            own.erf()
                                    .flatMap(known ->
                                            both(
                                                    own.amount(HEAT_EXPORT, entering),
                                                    own.facilityKwh(Set.of(HEAT_EXPORT)))),
                            own.hours(withHeat),
                            ratios),
                    indicator(
                            Sustainability.REF,
                            footprint.hours() == 0
                                            || footprint.isHeld()
                                            || !footprint.isShareKnown()
                                    ? Optional.empty()
                                    : Optional.of(
                                            new Fleet.Ratio(
                                                    renewableKwh().min(footprint.facilityKwh()),
                                                    footprint.facilityKwh())),
                            footprint.hours(),
                            ratios));
        }

        private static Optional<Fleet.Ratio> both(
                Optional<BigDecimal> numerator, Optional<BigDecimal> denominator) {
            return numerator.flatMap(
                    part -> denominator.map(whole -> new Fleet.Ratio(part, whole)));
        }

        /// What is measured over the year, else what is stated of it.
        ///
        /// @param known hours that both sums are of
        private ItemView indicator(
                Sustainability what,
                Optional<Fleet.Ratio> sums,
                long known,
                Map<String, Fleet.Ratio> ratios) {
            Hours hours = hours(known);
            Optional<BigDecimal> value =
                    sums.filter(ratio -> hours.standForAll()).flatMap(Fleet.Ratio::value);
            if (value.isPresent()) {
                ratios.put(what.name(), sums.orElseThrow());
                return what.item(value.get(), "CALCULATED", hours);
            }
            BigDecimal told = figures.get(what.stated);
            return told == null
                    ? what.missing(
                            reason(sums.isPresent(), hours, what == Sustainability.ERF), hours)
                    : what.item(told, "STATED", null);
        }

        private ItemView renewable(String annex, String symbol, String name, BigDecimal kwh) {
            long known = year.footprint().hours();
            if (known > 0 && !year.footprint().isShareKnown()) {
                return ItemView.missing(
                        annex,
                        symbol,
                        name,
                        "kWh",
                        Explanation.text(Missing.SITE_SHARE_UNKNOWN),
                        hours(known));
            }
            return annual(
                    annex,
                    symbol,
                    name,
                    "kWh",
                    known == 0 ? Optional.empty() : Optional.of(kwh),
                    "CALCULATED",
                    hours(known));
        }

        private ItemView measured(
                String annex,
                String symbol,
                String name,
                String unit,
                Optional<BigDecimal> value,
                Set<MeasuringRole> roles) {
            return annual(
                    annex,
                    symbol,
                    name,
                    unit,
                    value,
                    "MEASURED",
                    hours(year.measured().effectiveness().hours(roles)));
        }

        /// A sum over some hours is none of the year.
        private ItemView annual(
                String annex,
                String symbol,
                String name,
                String unit,
                Optional<BigDecimal> value,
                String origin,
                Hours hours) {
            return value.filter(sum -> hours.standForAll())
                    .map(sum -> ItemView.number(annex, symbol, name, sum, unit, origin, hours))
                    .orElseGet(() ->
                            ItemView.missing(
                                    annex,
                                    symbol,
                                    name,
                                    unit,
                                    reason(value.isPresent(), hours, symbol.equals("E_REUSE")),
                                    hours));
        }

        private String reason(boolean known, Hours hours, boolean ofHeat) {
            if (hours.known() == 0) {
                return ofHeat && heatByFlow ? Explanation.text(Missing.HEAT_BY_FLOW) : NOT_METERED;
            }
            return known && !hours.standForAll()
                    ? "known in %d of the %d hours of the year, which is less than 95 %%"
                            .formatted(hours.known(), hours.expected())
                    : CONTRADICTING;
        }

        /// @param known of the hours of the year in which the data centre was in operation, those
        ///   to come included
        private Hours hours(long known) {
            FacilityIndicators.Measured measured = year.measured();
            ZoneId zone = place.map(Sites.SitePlace::zone).orElse(ZoneOffset.UTC);
            return new Hours(
                    known,
                    Stretches.Expected.of(facility, zone, measured.end())
                            .hours(new Interval(measured.start(), measured.end())));
        }

        private ItemView stated(
                String annex,
                String symbol,
                String name,
                String unit,
                StatedIndicator.Name figure) {
            BigDecimal told = figures.get(figure);
            return told == null
                    ? ItemView.missing(
                            annex,
                            symbol,
                            name,
                            unit,
                            "not stated; import stated-indicators with %s".formatted(figure),
                            null)
                    : ItemView.number(annex, symbol, name, told, unit, "STATED", null);
        }

        private ItemView profiled(
                String annex, String symbol, String name, String unit, @Nullable BigDecimal value) {
            return value == null
                    ? ItemView.missing(
                            annex,
                            symbol,
                            name,
                            unit,
                            NOT_STATED.formatted(facility.datacenterId()),
                            null)
                    : ItemView.number(annex, symbol, name, value, unit, "STATED", null);
        }
    }

    /// The sustainability indicators of Annex III.
    enum Sustainability {
        PUE("power usage effectiveness", "1", StatedIndicator.Name.PUE),
        WUE("water usage effectiveness", "m3/MWh", StatedIndicator.Name.WUE),
        ERF("energy reuse factor", "1", StatedIndicator.Name.ERF),
        REF("renewable energy factor", "1", StatedIndicator.Name.REF);

        private final String text;
        private final String unit;
        private final StatedIndicator.Name stated;

        Sustainability(String text, String unit, StatedIndicator.Name stated) {
            this.text = text;
            this.unit = unit;
            this.stated = stated;
        }

        ItemView item(BigDecimal value, String origin, @Nullable Hours hours) {
            return ItemView.number("Annex III", name(), text, value, unit, origin, hours);
        }

        ItemView missing(String reason, @Nullable Hours hours) {
            return ItemView.missing("Annex III", name(), text, unit, reason, hours);
        }
    }

    /// Classes by installed IT power.
    enum SizeClass {
        BELOW_500_KW("500"),
        FROM_500_KW_TO_1_MW("1000"),
        FROM_1_TO_2_MW("2000"),
        FROM_2_TO_10_MW("10000"),
        FROM_10_MW(null);

        private final @Nullable BigDecimal belowKw;

        SizeClass(@Nullable String belowKw) {
            this.belowKw = belowKw == null ? null : new BigDecimal(belowKw);
        }

        static SizeClass of(BigDecimal installedKw) {
            for (SizeClass size : values()) {
                if (size.belowKw == null || installedKw.compareTo(size.belowKw) < 0) {
                    return size;
                }
            }
            throw new IllegalStateException("No class of " + installedKw);
        }
    }
}
