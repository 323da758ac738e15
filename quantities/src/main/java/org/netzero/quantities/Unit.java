package org.netzero.quantities;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The units this suite knows; a closed vocabulary, so that a misspelt unit is refused and never
/// guessed.
///
/// Each unit is an exact rational multiple of its dimension's base unit. Definitions: 1 kWh = 3.6
/// MJ; 1 Btu = 1055.05585262 J (International Table); 1 lb = 0.45359237 kg, 1 mi = 1.609344 km
/// (international yard and pound, 1959); 1 gal = 231 cubic inches = 3.785411784 L (US liquid
/// gallon); 1 scf, a cubic foot of gas, = 0.3048³ m3; 1 short ton = 2000 lb. `t` is the tonne of
/// 1000 kg.
public enum Unit {
    WH("Wh", Dimension.ENERGY, "0.001"),
    KWH("kWh", Dimension.ENERGY, "1"),
    MWH("MWh", Dimension.ENERGY, "1000"),
    GWH("GWh", Dimension.ENERGY, "1000000"),
    KJ("kJ", Dimension.ENERGY, "0.001", "3.6"),
    MJ("MJ", Dimension.ENERGY, "1", "3.6"),
    GJ("GJ", Dimension.ENERGY, "1000", "3.6"),
    TJ("TJ", Dimension.ENERGY, "1000000", "3.6"),
    MMBTU("MMBtu", Dimension.ENERGY, "1055.05585262", "3.6"),

    KWH_NET_CV(KWH, Dimension.NET_CALORIFIC_ENERGY, "Net CV"),
    MWH_NET_CV(MWH, Dimension.NET_CALORIFIC_ENERGY, "Net CV"),
    GWH_NET_CV(GWH, Dimension.NET_CALORIFIC_ENERGY, "Net CV"),
    KJ_NET_CV(KJ, Dimension.NET_CALORIFIC_ENERGY, "Net CV"),
    MJ_NET_CV(MJ, Dimension.NET_CALORIFIC_ENERGY, "Net CV"),
    GJ_NET_CV(GJ, Dimension.NET_CALORIFIC_ENERGY, "Net CV"),
    TJ_NET_CV(TJ, Dimension.NET_CALORIFIC_ENERGY, "Net CV"),
    MMBTU_NET_CV(MMBTU, Dimension.NET_CALORIFIC_ENERGY, "Net CV"),

    KWH_GROSS_CV(KWH, Dimension.GROSS_CALORIFIC_ENERGY, "Gross CV"),
    MWH_GROSS_CV(MWH, Dimension.GROSS_CALORIFIC_ENERGY, "Gross CV"),
    GWH_GROSS_CV(GWH, Dimension.GROSS_CALORIFIC_ENERGY, "Gross CV"),
    KJ_GROSS_CV(KJ, Dimension.GROSS_CALORIFIC_ENERGY, "Gross CV"),
    MJ_GROSS_CV(MJ, Dimension.GROSS_CALORIFIC_ENERGY, "Gross CV"),
    GJ_GROSS_CV(GJ, Dimension.GROSS_CALORIFIC_ENERGY, "Gross CV"),
    TJ_GROSS_CV(TJ, Dimension.GROSS_CALORIFIC_ENERGY, "Gross CV"),
    MMBTU_GROSS_CV(MMBTU, Dimension.GROSS_CALORIFIC_ENERGY, "Gross CV"),

    W("W", Dimension.POWER, "0.001"),
    KW("kW", Dimension.POWER, "1"),
    MW("MW", Dimension.POWER, "1000"),

    G("g", Dimension.MASS, "0.001"),
    KG("kg", Dimension.MASS, "1"),
    T("t", Dimension.MASS, "1000"),
    LB("lb", Dimension.MASS, "0.45359237"),
    SHORT_TON("short ton", Dimension.MASS, "907.18474"),

    L("L", Dimension.VOLUME, "0.001"),
    M3("m3", Dimension.VOLUME, "1"),
    GAL("gal", Dimension.VOLUME, "0.003785411784"),
    SCF("scf", Dimension.VOLUME, "0.028316846592"),

    KM("km", Dimension.DISTANCE, "1"),
    MI("mi", Dimension.DISTANCE, "1.609344"),

    M2("m2", Dimension.AREA, "1"),

    H("h", Dimension.TIME, "1"),

    PKM("pkm", Dimension.PASSENGER_DISTANCE, "1"),
    PASSENGER_MILE("passenger-mile", Dimension.PASSENGER_DISTANCE, "1.609344"),

    TKM("tkm", Dimension.FREIGHT, "1"),
    SHORT_TON_MILE("short ton-mile", Dimension.FREIGHT, "1.45997231821056"),

    ROOM_NIGHT("room-night", Dimension.ACCOMMODATION, "1"),

    COUNT("count", Dimension.COUNT, "1"),

    KG_CO2E("kgCO2e", Dimension.CO2E_MASS, "1"),
    T_CO2E("tCO2e", Dimension.CO2E_MASS, "1000"),

    USD("USD", Dimension.MONEY_USD, "1"),
    THOUSAND_USD("thousand USD", Dimension.MONEY_USD, "1000"),
    MILLION_USD("million USD", Dimension.MONEY_USD, "1000000"),
    CNY("CNY", Dimension.MONEY_CNY, "1"),
    THOUSAND_CNY("thousand CNY", Dimension.MONEY_CNY, "1000"),
    MILLION_CNY("million CNY", Dimension.MONEY_CNY, "1000000"),
    EUR("EUR", Dimension.MONEY_EUR, "1"),
    THOUSAND_EUR("thousand EUR", Dimension.MONEY_EUR, "1000"),
    MILLION_EUR("million EUR", Dimension.MONEY_EUR, "1000000"),
    GBP("GBP", Dimension.MONEY_GBP, "1"),
    THOUSAND_GBP("thousand GBP", Dimension.MONEY_GBP, "1000"),
    MILLION_GBP("million GBP", Dimension.MONEY_GBP, "1000000"),
    HKD("HKD", Dimension.MONEY_HKD, "1"),
    THOUSAND_HKD("thousand HKD", Dimension.MONEY_HKD, "1000"),
    MILLION_HKD("million HKD", Dimension.MONEY_HKD, "1000000");

    private static final Map<String, Unit> BY_SYMBOL =
            Arrays.stream(values()).collect(toUnmodifiableMap(Unit::symbol, unit -> unit));
    private static final List<String> SYMBOLS = Arrays.stream(values()).map(Unit::symbol).toList();

    private static final int DECIMALS_OF_BASE_UNIT = 12;

    private final String symbol;
    private final Dimension dimension;
    private final BigInteger numerator;
    private final BigInteger denominator;
    private final int decimals;
    private final Unit withoutCalorificBasis;

    Unit(String symbol, Dimension dimension, String baseUnits) {
        this(symbol, dimension, baseUnits, "1");
    }

    Unit(String symbol, Dimension dimension, String dividend, String divisor) {
        Fraction factor = Fraction.of(new BigDecimal(dividend), new BigDecimal(divisor));
        this.symbol = symbol;
        this.dimension = dimension;
        this.numerator = factor.numerator();
        this.denominator = factor.denominator();
        this.decimals = decimalsOf(factor);
        this.withoutCalorificBasis = this;
    }

    Unit(Unit energy, Dimension dimension, String calorificBasis) {
        this.symbol = energy.symbol + " (" + calorificBasis + ")";
        this.dimension = dimension;
        this.numerator = energy.numerator;
        this.denominator = energy.denominator;
        this.decimals = energy.decimals;
        this.withoutCalorificBasis = energy;
    }

    /// Reads a symbol exactly as [#symbol()] writes it. Case matters: it is what tells `MW` from
    /// `mW`.
    ///
    /// @throws UnknownUnit if no unit has this symbol
    public static Unit parse(String symbol) {
        Unit unit = BY_SYMBOL.get(symbol);
        if (unit == null) {
            throw new UnknownUnit(symbol);
        }
        return unit;
    }

    /// Every symbol that [#parse(String)] reads, in the order of this vocabulary.
    public static List<String> symbols() {
        return SYMBOLS;
    }

    public String symbol() {
        return symbol;
    }

    public Dimension dimension() {
        return dimension;
    }

    /// How many base units one of this unit is: 1000 for MWh, 5/18 for MJ.
    public Fraction factor() {
        return new Fraction(numerator, denominator);
    }

    public boolean compatibleWith(Unit other) {
        return dimension == other.dimension;
    }

    /// The unit of the same size on a calorific basis: `MMBtu (Gross CV)` for `MMBtu`. Empty where
    /// this vocabulary has none.
    public Optional<Unit> onCalorificBasis(Dimension basis) {
        return Arrays.stream(values())
                .filter(unit -> unit.dimension == basis && unit.withoutCalorificBasis == this)
                .findFirst();
    }

    /// The energy unit of the same size: `MWh` for `MWh (Net CV)`. Any other unit is its own.
    public Unit withoutCalorificBasis() {
        return withoutCalorificBasis;
    }

    /// How many of the target unit one of this unit is.
    ///
    /// @throws IncompatibleUnits if the dimensions differ
    public Fraction in(Unit target) {
        if (!compatibleWith(target)) {
            throw new IncompatibleUnits(this, target);
        }
        return this == target ? Fraction.ONE : factor().dividedBy(target.factor());
    }

    /// The first decimal place of this unit that is not coarser than 10⁻¹² base units.
    int decimals() {
        return decimals;
    }

    /// 12 plus the smallest power of ten that is not below the factor.
    private static int decimalsOf(Fraction factor) {
        BigDecimal numerator = new BigDecimal(factor.numerator());
        BigDecimal denominator = new BigDecimal(factor.denominator());
        int power = -DECIMALS_OF_BASE_UNIT;
        while (denominator.scaleByPowerOfTen(power).compareTo(numerator) < 0) {
            power++;
        }
        return DECIMALS_OF_BASE_UNIT + power;
    }

    /// The symbol.
    @Override
    public String toString() {
        return symbol;
    }
}
