package org.netzero.energy.carrier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The energy content of a fuel on net calorific value.
///
/// @param id names this value and its source, `gbt-2589-2008.diesel`
/// @param netCalorificValue energy for each unit of mass or volume, `42.652 MJ (Net CV)/kg`
/// @param density turns a metered volume into the mass that the value is given for
/// @param netPerGross turns energy metered on gross calorific value into net
/// @param validFrom the first day of its publication's validity
/// @param provenance whether it is taken from the publication or estimated
/// @param source the publication and the row in it
public record HeatingValue(
        String id,
        EnergyCarrier carrier,
        Intensity netCalorificValue,
        Optional<Density> density,
        Optional<NetPerGross> netPerGross,
        LocalDate validFrom,
        Provenance provenance,
        String source) {

    /// Mass for each unit of volume, `0.84 kg/L`.
    ///
    /// @param provenance densities of fuels vary, so most are `ESTIMATED`
    public record Density(Intensity massPerVolume, Provenance provenance, String source) {
        public Density {
            if (massPerVolume.unit().dimension() != Dimension.MASS
                    || massPerVolume.per().dimension() != Dimension.VOLUME
                    || massPerVolume.value().signum() <= 0) {
                throw new IllegalArgumentException(
                        "A density is a positive mass per volume: " + massPerVolume);
            }
        }
    }

    /// Net calorific energy for each unit of gross: below 1, by the heat of the water vapour that
    /// net leaves out. It varies with the fuel's composition, so a general one is an estimate.
    public record NetPerGross(BigDecimal ratio, String source) {
        public NetPerGross {
            if (ratio.signum() <= 0 || ratio.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException(
                        "Net energy is a part of gross energy: " + ratio);
            }
        }
    }

    public HeatingValue {
        if (netCalorificValue.unit().dimension() != Dimension.NET_CALORIFIC_ENERGY
                || netCalorificValue.value().signum() <= 0) {
            throw new IllegalArgumentException(
                    "%s is no positive net calorific value: %s".formatted(id, netCalorificValue));
        }
    }

    /// Quantity × density (where the value is given for mass and the fuel was metered by volume) ×
    /// net calorific value, in kWh; of energy on gross calorific value its net part. Empty when a
    /// density or a ratio would be needed and there is none.
    Optional<EnergyContent> contentOf(Quantity quantity) {
        if (quantity.unit().dimension() == Dimension.GROSS_CALORIFIC_ENERGY) {
            return netPerGross.map(net -> netOf(quantity, net));
        }
        if (quantity.unit().compatibleWith(netCalorificValue.per())) {
            return Optional.of(content(quantity, Optional.empty()));
        }
        boolean volumeForMass =
                quantity.unit().dimension() == Dimension.VOLUME
                        && netCalorificValue.per().dimension() == Dimension.MASS;
        return density.filter(known -> volumeForMass)
                .map(known -> content(known.massPerVolume().times(quantity), Optional.of(known)));
    }

    private EnergyContent netOf(Quantity gross, NetPerGross net) {
        return new EnergyContent(
                gross.to(Unit.KWH_GROSS_CV).times(net.ratio()).withoutCalorificBasis().value(),
                Optional.of(this),
                Optional.empty());
    }

    private EnergyContent content(Quantity quantity, Optional<Density> used) {
        return new EnergyContent(
                netCalorificValue
                        .times(quantity)
                        .to(Unit.KWH_NET_CV)
                        .withoutCalorificBasis()
                        .value(),
                Optional.of(this),
                used);
    }
}
