package org.netzero.energy.balance;

/// What a reader of a balance should know.
public enum FindingCode {
    /// Nothing of this kind is on file for the period; it is not known to be zero.
    NOTHING_ON_FILE,
    /// A figure reaches beyond the period asked for; it is not split, so it is left out.
    RECORD_NOT_SPLIT,
    /// A better source tells of the same energy; this one is left out.
    OUTRANKED,
    /// A better source tells of a part only; the whole stands and the part is not added.
    PART_OF_STATED_TOTAL,
    /// Two equally good sources overlap in time and both are added; they may tell of the same
    /// energy.
    OVERLAPPING_PERIODS,
    /// Telemetry, or the intervals of meters, and the better source differ by more than 2 %.
    TELEMETRY_DEVIATES,
    /// Telemetry counts, but hours of the month are missing.
    TELEMETRY_INCOMPLETE,
    /// The sites together use more than the total stated for the group.
    PARTS_ABOVE_TOTAL,
    /// A site's figure reaches beyond the period of the group's total; it is not added.
    PART_BEYOND_TOTAL,
    /// The set of heating values does not give this fuel's energy in this unit; it is missing.
    NO_HEATING_VALUE,
    /// A purchase is claimed to be renewable without a certificate or contract on file.
    NO_INSTRUMENT_ON_FILE,
    /// An instrument is allocated, but no rule set lets it count in the renewable share.
    CLAIM_NOT_COUNTED,
    /// An instrument is allocated and not yet retired.
    PROVISIONAL_CLAIM,
    /// The attributes of more electricity were sold than was generated and used on site.
    SOLD_ABOVE_OWN_GENERATION,
    /// More renewable electricity is claimed than was bought.
    RENEWABLE_ABOVE_PURCHASED,
    /// More electricity is exported than was generated on site or given back by its storage.
    EXPORT_ABOVE_GENERATION,
    /// Telemetry arrives for a site that is not registered; it is not counted.
    TELEMETRY_WITHOUT_SITE,
    /// Meters in service have no interval for a part of the time.
    METER_GAPS,
    /// A part of what meters tell was put in by estimate.
    METER_ESTIMATES,
    /// Figures that are stated to be expected are due and not there.
    EXPECTED_FIGURES_MISSING,
    /// A line has figures before and after, but none of these months.
    MONTHS_WITHOUT_FIGURES,
    /// No path to green power is stated.
    NO_TARGET_STATED,
    /// Electricity of a part of the year is on file.
    YEAR_PARTLY_ON_FILE,
    /// The demand of a year is assumed from an earlier one.
    DEMAND_ASSUMED,
    /// What an instrument cost is not stated.
    PRICE_MISSING,
    /// Plants under contract generate, and no instrument names their meters.
    SUPPLY_WITHOUT_INSTRUMENT,
    /// Generation of plants under contract that no instrument on file lets the company claim.
    SUPPLY_NOT_CLAIMABLE,
    /// How a plant under contract makes its power is not stated.
    SUPPLY_TECHNOLOGY_UNKNOWN,
    /// The load of a site is told by its data centres' telemetry, for want of a meter.
    LOAD_FROM_TELEMETRY,
    /// The residual mix of the hours is not on file: that of the year stands for it.
    ANNUAL_RESIDUAL_MIX,
    /// No hour of the zone is on file: the average of the year stands for them.
    ANNUAL_GRID_AVERAGE,
    /// No residual mix is known, of the hours or of the year; what instruments do not cover is put
    /// at the grid's intensity.
    NO_RESIDUAL_MIX,
    /// What is allocated has no meter that tells its hours.
    ALLOCATION_WITHOUT_HOURS,
    /// Hours of a site that not all of its meters measured; they are in no hourly score.
    HOURS_NOT_MEASURED,
    /// A site has hourly meters, but none of what it purchases.
    NO_LOAD_METER,
    /// More energy left a site in an hour than came in.
    NEGATIVE_LOAD,
    /// Plants under contract were not measured in every hour.
    SUPPLY_GAPS,
    /// How carbon-intensive the grid was in an hour is not on file.
    NO_GRID_INTENSITY,
    /// A plant generated before the day it was commissioned.
    BEFORE_COMMISSIONING,
    /// A plant gave more power than its capacity, or a storage held more.
    ABOVE_CAPACITY,
    /// No meter names the plant or storage, and its site has several: whose the energy is cannot be
    /// told.
    NOT_TOLD_APART,
    /// Nothing is on file of what the plant exported: all of it counts as used on site.
    NO_EXPORT_ON_FILE,
    /// All that the site burns of a fuel is taken for the plant's.
    FUEL_OF_WHOLE_SITE,
    /// A plant gave more than its fuel holds.
    OUTPUT_ABOVE_FUEL,
    /// A storage gave back more than it can have held.
    CREATES_ENERGY,
    /// A storage took in or gave back more at once than it can.
    ABOVE_POWER,
    /// What a storage held at the beginning, or how much it loses, is not known.
    STATE_OF_CHARGE_ASSUMED,
    /// The load that a site meters is not what came in less what went out.
    LOAD_DIFFERS
}
