package org.netzero.datacenter.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.Boundary;

/// What is stated of a facility for its indicators and reports; absent what nobody stated.
///
/// @param boundary on which side of it a plant of combined heat and power stands
/// @param meteredPart the part of the facility that is metered, where it is not all of it
/// @param designPue PUE the facility was designed for
/// @param generation what its own generation is
/// @param fuelKgCo2ePerKwh what a kWh of its fuel emits, on the basis on which it is metered
/// @param fuelFactorSource document and table that is from
/// @param type of data centre, of Regulation (EU) 2024/1364, Article 2
/// @param owner for people
/// @param operator for people
/// @param municipality code of the local administrative unit
/// @param installedItPowerKw nominal power of the IT equipment that is installed
/// @param floorAreaM2 of the whole data centre
/// @param computerRoomAreaM2 of its computer rooms
/// @param refrigerants for people
/// @param electricalRedundancy for people
/// @param coolingRedundancy for people
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportingProfile(
        @Nullable Boundary boundary,
        @Nullable String meteredPart,
        @Nullable BigDecimal designPue,
        @Nullable Generation generation,
        @Nullable BigDecimal fuelKgCo2ePerKwh,
        @Nullable String fuelFactorSource,
        @Nullable Type type,
        @Nullable String owner,
        @Nullable String operator,
        @Nullable String municipality,
        @Nullable BigDecimal installedItPowerKw,
        @Nullable BigDecimal floorAreaM2,
        @Nullable BigDecimal computerRoomAreaM2,
        @Nullable String refrigerants,
        @Nullable String electricalRedundancy,
        @Nullable String coolingRedundancy) {

    /// Of a facility of which nobody stated anything.
    public static final ReportingProfile NOT_STATED =
            new ReportingProfile(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null);

    /// What own generation is.
    public enum Generation {
        RENEWABLE,
        FUELLED
    }

    /// Types of data centres.
    public enum Type {
        ENTERPRISE,
        COLOCATION,
        CO_HOSTING
    }

    /// The stated boundary, or outside, where nothing but what enters is metered.
    public Boundary side() {
        return Optional.ofNullable(boundary).orElse(Boundary.OUTSIDE);
    }

    /// Whether all of the facility is metered.
    public boolean coversAll() {
        return meteredPart == null;
    }

    /// Whether the own generation is renewable, where that is stated.
    public Optional<Boolean> generationRenewable() {
        return Optional.ofNullable(generation).map(stated -> stated == Generation.RENEWABLE);
    }
}
