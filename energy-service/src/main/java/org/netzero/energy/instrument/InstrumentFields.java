package org.netzero.energy.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.netzero.energy.balance.Span;
import org.netzero.energy.claim.Attributes;
import org.netzero.energy.claim.Instrument;
import org.netzero.energy.claim.InstrumentKind;
import org.netzero.energy.claim.Market;
import org.netzero.energy.claim.Technology;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.StatedInterval;
import org.netzero.platform.json.Decimals;
import org.netzero.platform.problem.InvalidInput;

/// Reads an instrument from the fields of a row or of a JSON object.
///
/// @param value the field of the quantity's number
/// @param unit the field of its unit
record InstrumentFields(String value, String unit) {

    private static final List<String> FLAG = List.of("true", "false");

    static final Columns COLUMNS =
            Columns.of(
                            "instrumentId: The id of the certificate or contract",
                            "kind: GEC, I_REC, GO and REC are certificates, the others contracts",
                            "market: Country by its ISO 3166-1 code, such as CN, or EU",
                            "technology: How the power is generated",
                            "plant?: Where it is generated",
                            "commissioned?: Day since which the plant runs, or since its last re-powering",
                            "vintageStart: First day of generation, such as 2021-01-01",
                            "vintageEnd: First day that no longer belongs to the vintage",
                            "quantity: The energy, above 0; of certificates also their number",
                            "unit: MWh or kWh; certificates, each 1,000 kWh",
                            "trackingSystem?: The register that keeps it",
                            "price?: What all of it cost; together with currency",
                            "currency?: ISO 4217 code, such as CNY; together with price",
                            Columns.EVIDENCE,
                            "renewable?: Of MIXED and OTHER: whether it is renewable; not stated, it does not count so",
                            "kgCo2ePerKwh?: Of BIOMASS, MIXED and OTHER: the emission rate it conveys, in kg CO2e per kWh; needed to allocate it",
                            "attributes?: Of a contract: whether it hands the attributes to its buyer alone",
                            "certificateId?: Of a contract: the certificate that belongs to it",
                            "carbonCreditIssued?: Whether a carbon credit was issued for the same energy",
                            "expiresOn?: Last day on which it can be retired",
                            "acquired?: BOUGHT when left out; ISSUED: not yet the company's own",
                            GenerationMeters.FIELD
                                    + "?: Meters that tell in which hours its power is generated, apart by semicolons; at most 20")
                    .withValues("kind", InstrumentKind.values())
                    .withValues("technology", Technology.values())
                    .withValues("renewable", FLAG)
                    .withValues("attributes", Attributes.values())
                    .withValues("carbonCreditIssued", FLAG)
                    .withValues("acquired", RegisteredInstrument.Acquired.values())
                    .withCorrections();

    static final InstrumentFields OF_ROW = new InstrumentFields("quantity", "unit");
    static final InstrumentFields OF_JSON = new InstrumentFields("quantity.value", "quantity.unit");

    /// @throws InvalidInput with everything that is wrong
    RegisteredInstrument read(Fields fields) {
        Optional<String> instrumentId = fields.id("instrumentId");
        Optional<InstrumentKind> kind = fields.text("kind").flatMap(text -> kind(fields, text));
        Optional<Market> market = fields.text("market").flatMap(text -> market(fields, text));
        Optional<Technology> technology = fields.oneOf("technology", Technology.class);
        Optional<Span> vintage = vintage(fields);
        Optional<StatedEnergy> quantity = StatedEnergy.read(fields, value, unit);
        var facts =
                new Object() {
                    final Optional<LocalDate> commissioned = fields.optionalDate("commissioned");
                    final Optional<String> trackingSystem = fields.optionalText("trackingSystem");
                    final Optional<Boolean> renewable = flag(fields, "renewable");
                    final Optional<BigDecimal> rate = notNegative(fields, "kgCo2ePerKwh");
                    final Optional<Attributes> attributes =
                            fields.optionalOneOf("attributes", Attributes.class);
                    final Optional<String> certificateId = fields.optionalId("certificateId");
                    final Optional<Boolean> creditIssued = flag(fields, "carbonCreditIssued");
                    final Optional<LocalDate> expiresOn = fields.optionalDate("expiresOn");
                };
        Optional<String> plant = fields.optionalText("plant");
        Optional<BigDecimal> price = notNegative(fields, "price");
        Optional<String> currency = currency(fields, price);
        Optional<String> evidence = fields.optionalText("evidence");
        Optional<RegisteredInstrument.Acquired> acquired =
                fields.optionalOneOf("acquired", RegisteredInstrument.Acquired.class);
        List<String> generationMeters = GenerationMeters.read(fields);
        Optional<String> supersedes = fields.optionalId("supersedes");
        technology.ifPresent(of -> checkTechnology(fields, of, facts.renewable, facts.rate));
        kind.ifPresent(of -> {
            quantity.ifPresent(q -> q.checkFits(fields, value, unit, of));
            checkContract(fields, of, facts.attributes.isPresent(), facts.certificateId);
        });
        instrumentId
                .filter(id -> facts.certificateId.filter(id::equals).isPresent())
                .ifPresent(id ->
                        fields.refuse(
                                "certificateId",
                                "OWN_CERTIFICATE",
                                "'%s' is the instrument itself; name the certificate that belongs to it"
                                        .formatted(id)));
        fields.refuseIfInvalid();
        return new RegisteredInstrument(
                instrumentId.orElseThrow(),
                new Instrument(
                        kind.orElseThrow(),
                        market.orElseThrow(),
                        technology.orElseThrow(),
                        facts.commissioned,
                        vintage.orElseThrow(),
                        facts.trackingSystem,
                        facts.renewable,
                        facts.rate.map(Decimals::canonical),
                        facts.attributes,
                        facts.certificateId,
                        facts.creditIssued,
                        facts.expiresOn),
                quantity.orElseThrow(),
                plant,
                price,
                currency,
                evidence,
                acquired.orElse(RegisteredInstrument.Acquired.BOUGHT),
                generationMeters,
                supersedes);
    }

    static Optional<InstrumentKind> kind(Fields fields, String text) {
        Optional<InstrumentKind> kind = InstrumentKind.read(text);
        return kind.isPresent()
                ? kind
                : fields.refuse(
                        "kind",
                        "UNKNOWN_VALUE",
                        "'%s' is not one of %s"
                                .formatted(text, Arrays.toString(InstrumentKind.values())));
    }

    static Optional<Market> market(Fields fields, String text) {
        Optional<Market> market = Market.read(text);
        return market.isPresent()
                ? market
                : fields.refuse(
                        "market",
                        "UNKNOWN_MARKET",
                        "'%s' is no market; write a country by its ISO 3166-1 code such as CN, or EU"
                                .formatted(text));
    }

    private static Optional<Span> vintage(Fields fields) {
        fields.text("vintageEnd");
        return fields.interval("vintageStart", "vintageEnd")
                .flatMap(stated ->
                        switch (stated) {
                            case StatedInterval.Days days ->
                                    Optional.of(
                                            new Span(days.period().start(), days.period().end()));
                            case StatedInterval.Instants instants ->
                                    fields.refuse(
                                            "vintageStart",
                                            "NOT_A_DATE",
                                            "'%s' is an instant; a vintage is in days such as 2021-03-14"
                                                    .formatted(instants.interval().start()));
                        });
    }

    private static Optional<Boolean> flag(Fields fields, String field) {
        return fields.optionalText(field)
                .flatMap(text ->
                        switch (text) {
                            case "true" -> Optional.of(true);
                            case "false" -> Optional.of(false);
                            default ->
                                    fields.refuse(
                                            field,
                                            "UNKNOWN_VALUE",
                                            "'%s' is not one of [true, false]".formatted(text));
                        });
    }

    private static Optional<BigDecimal> notNegative(Fields fields, String field) {
        return fields.optionalDecimal(field)
                .flatMap(stated ->
                        stated.signum() >= 0
                                ? Optional.of(stated)
                                : fields.refuse(
                                        field,
                                        "OUT_OF_RANGE",
                                        "'%s' is below 0".formatted(stated.toPlainString())));
    }

    private static Optional<String> currency(Fields fields, Optional<BigDecimal> price) {
        Optional<String> currency = fields.optionalText("currency");
        if (price.isPresent() != currency.isPresent()) {
            return fields.refuse(
                    "currency",
                    "PRICE_AND_CURRENCY",
                    "a price and its currency stand together or not at all");
        }
        return currency.flatMap(code ->
                Currency.getAvailableCurrencies().stream()
                                .anyMatch(known -> known.getCurrencyCode().equals(code))
                        ? Optional.of(code)
                        : fields.refuse(
                                "currency",
                                "NOT_A_CURRENCY",
                                "'%s' is no currency; write its ISO 4217 code such as CNY"
                                        .formatted(code)));
    }

    private static void checkTechnology(
            Fields fields,
            Technology technology,
            Optional<Boolean> renewable,
            Optional<BigDecimal> rate) {
        renewable
                .filter(stated -> !technology.allows(stated))
                .ifPresent(stated ->
                        fields.refuse(
                                "renewable",
                                "CONTRADICTS_TECHNOLOGY",
                                "'%s' is not true of %s; leave it out"
                                        .formatted(stated, technology)));
        rate.filter(stated -> technology.isZeroRate() && stated.signum() > 0)
                .ifPresent(stated ->
                        fields.refuse(
                                "kgCo2ePerKwh",
                                "CONTRADICTS_TECHNOLOGY",
                                "'%s' is not the rate of %s, which is 0; leave it out"
                                        .formatted(stated.toPlainString(), technology)));
    }

    private static void checkContract(
            Fields fields,
            InstrumentKind kind,
            boolean statesAttributes,
            Optional<String> certificateId) {
        if (!kind.isCertificate()) {
            return;
        }
        if (statesAttributes) {
            fields.refuse(
                    "attributes",
                    "NOT_APPLICABLE",
                    "%s is a certificate and conveys the attributes by itself; leave it out"
                            .formatted(kind));
        }
        certificateId.ifPresent(id ->
                fields.refuse(
                        "certificateId",
                        "NOT_APPLICABLE",
                        "%s is a certificate; name '%s' in the contract it belongs to"
                                .formatted(kind, id)));
    }
}
