package org.netzero.datacenter.effectiveness;

/// Why an indicator is not known, or not of everything.
public enum Missing {
    /// No hour is whole in every series of the ratio.
    NO_WHOLE_HOUR,
    /// More IT energy than facility energy: the balance is wrong.
    PUE_BELOW_ONE,
    /// The sub-meters stand above the main meters: one of them is wrong.
    HELD_BALANCE,
    /// The power that the IT is built for is not stated.
    IT_CAPACITY_UNKNOWN,
    /// No factor of electricity is known for the place and time.
    NO_GRID_FACTOR,
    /// No residual mix is known: the average of the grid stands for it.
    NO_RESIDUAL_MIX,
    /// What the fuel emits is not stated.
    FUEL_FACTOR_UNKNOWN,
    /// Heat or cold enters the facility, which no factor of electricity is for.
    OTHER_CARRIERS,
    /// Whether the own generation is renewable is not stated: none of it counts.
    GENERATION_UNKNOWN,
    /// What is allocated and not retired yet does not count.
    NOT_RETIRED,
    /// What is allocated and does not meet the criteria of the market-based method does not count.
    CRITERIA_NOT_MET,
    /// Another facility of the site measured nothing of what entered it: how much of what is
    /// allocated to the site is this one's is not known.
    SITE_SHARE_UNKNOWN,
    /// The heat handed over is known by flow and temperatures, which enter no role.
    HEAT_BY_FLOW,
    /// Nothing is on file that was bought or generated for the site.
    NOTHING_ON_FILE
}
