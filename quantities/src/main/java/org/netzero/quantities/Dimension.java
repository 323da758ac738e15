package org.netzero.quantities;

/// What a unit measures. Amounts of one dimension convert into each other and add up; amounts of
/// two dimensions never do.
public enum Dimension {
    /// Energy as metered or delivered (electricity, heat, steam, cooling), and energy totals. Base
    /// unit kWh.
    ENERGY,
    /// Energy content of a fuel on net calorific value (lower heating value). Base unit kWh (Net
    /// CV).
    NET_CALORIFIC_ENERGY,
    /// Energy content of a fuel on gross calorific value (higher heating value). Base unit kWh
    /// (Gross CV).
    GROSS_CALORIFIC_ENERGY,
    /// Energy per time. Base unit kW.
    POWER,
    /// Mass of anything but CO2-equivalent. Base unit kg.
    MASS,
    /// Volume. Base unit m3. The reference conditions of a gas volume belong to its heating value,
    /// not to the unit.
    VOLUME,
    /// Distance, also of a vehicle. Base unit km.
    DISTANCE,
    /// Floor area. Base unit m2.
    AREA,
    /// Duration. Base unit h. There is no day, month or year: a local day has 23 to 25 hours.
    TIME,
    /// Passengers × distance. Base unit pkm.
    PASSENGER_DISTANCE,
    /// Mass of goods × distance. Base unit tkm.
    FREIGHT,
    /// Hotel rooms × nights. Base unit room-night.
    ACCOMMODATION,
    /// Number of things. Base unit count.
    COUNT,
    /// Mass of CO2-equivalent on some GWP set; see [Co2e], which names the set. Base unit kgCO2e.
    CO2E_MASS,
    /// Money in US dollars. Each currency is a dimension of its own: no exchange rate and no price
    /// year hides in a unit. Base unit USD.
    MONEY_USD,
    /// Money in renminbi yuan. Base unit CNY.
    MONEY_CNY,
    /// Money in euros. Base unit EUR.
    MONEY_EUR,
    /// Money in pounds sterling. Base unit GBP.
    MONEY_GBP,
    /// Money in Hong Kong dollars. Base unit HKD.
    MONEY_HKD;

    /// Whether it is money, of whichever currency.
    public boolean isMoney() {
        return switch (this) {
            case MONEY_USD, MONEY_CNY, MONEY_EUR, MONEY_GBP, MONEY_HKD -> true;
            case ENERGY,
                    NET_CALORIFIC_ENERGY,
                    GROSS_CALORIFIC_ENERGY,
                    POWER,
                    MASS,
                    VOLUME,
                    DISTANCE,
                    AREA,
                    TIME,
                    PASSENGER_DISTANCE,
                    FREIGHT,
                    ACCOMMODATION,
                    COUNT,
                    CO2E_MASS ->
                    false;
        };
    }

    /// The unit in which twelve decimals are kept where a result does not terminate.
    public Unit baseUnit() {
        return switch (this) {
            case ENERGY -> Unit.KWH;
            case NET_CALORIFIC_ENERGY -> Unit.KWH_NET_CV;
            case GROSS_CALORIFIC_ENERGY -> Unit.KWH_GROSS_CV;
            case POWER -> Unit.KW;
            case MASS -> Unit.KG;
            case VOLUME -> Unit.M3;
            case DISTANCE -> Unit.KM;
            case AREA -> Unit.M2;
            case TIME -> Unit.H;
            case PASSENGER_DISTANCE -> Unit.PKM;
            case FREIGHT -> Unit.TKM;
            case ACCOMMODATION -> Unit.ROOM_NIGHT;
            case COUNT -> Unit.COUNT;
            case CO2E_MASS -> Unit.KG_CO2E;
            case MONEY_USD -> Unit.USD;
            case MONEY_CNY -> Unit.CNY;
            case MONEY_EUR -> Unit.EUR;
            case MONEY_GBP -> Unit.GBP;
            case MONEY_HKD -> Unit.HKD;
        };
    }
}
