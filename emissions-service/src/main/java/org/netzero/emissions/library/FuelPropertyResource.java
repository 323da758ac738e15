package org.netzero.emissions.library;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.FuelProperty;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

@Path("/api/emissions/fuel-properties")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class FuelPropertyResource {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "fuel",
                    "activity",
                    "property",
                    "value",
                    "unit",
                    "year",
                    "region",
                    "publisher",
                    "source",
                    "licence",
                    "confidence");

    private final List<FuelProperty> properties = new SourceProperties(Factors.EDITION).fuels();

    /// Heating values and densities.
    ///
    /// @param fuel a name or key of a fuel, or a part of it
    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<FuelProperty> list(
            @QueryParam("fuel") Optional<String> fuel,
            @QueryParam("property") @Nullable String property,
            @QueryParam("year") @Nullable String year,
            @BeanParam PageQuery page) {
        return Listing.of(
                        properties.stream().filter(named(fuel)).filter(of(property, year)).toList(),
                        FuelProperty::id,
                        COLUMNS,
                        FuelPropertyResource::row)
                .page(page);
    }

    private static Predicate<FuelProperty> named(Optional<String> fuel) {
        Optional<String> part = fuel.map(FactorLibrary::key).filter(key -> !key.isEmpty());
        return property ->
                part.isEmpty()
                        || property.activity().contains(part.get())
                        || FactorLibrary.key(property.fuel()).contains(part.get());
    }

    private static Predicate<FuelProperty> of(@Nullable String property, @Nullable String year) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("property", property);
        values.put("year", year);
        var fields = new Fields(values);
        Optional<FuelProperty.Kind> kind =
                fields.optionalOneOf("property", FuelProperty.Kind.class);
        Optional<String> wanted = fields.optionalText("year");
        wanted.filter(text -> !text.matches("[0-9]{4}"))
                .ifPresent(text ->
                        fields.refuse("year", "NOT_A_YEAR", "'%s' is no year".formatted(text)));
        fields.refuseIfInvalid();
        return known ->
                (kind.isEmpty() || known.property() == kind.get())
                        && (wanted.isEmpty() || wanted.get().equals(String.valueOf(known.year())));
    }

    private static List<@Nullable Object> row(FuelProperty property) {
        return Table.row(
                property.id(),
                property.fuel(),
                property.activity(),
                property.property(),
                property.value(),
                property.unit(),
                property.year(),
                property.region(),
                property.publisher(),
                property.source(),
                property.licence(),
                property.confidence());
    }
}
