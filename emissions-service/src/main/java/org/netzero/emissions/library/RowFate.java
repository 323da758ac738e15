package org.netzero.emissions.library;

/// What became of a row of a source file.
enum RowFate {
    /// Became a factor, or one gas of it.
    FACTOR,
    /// The sum of gases that the same source gives one by one: the gases are taken.
    TOTAL_OF_GASES,
    /// The same figure as another row in another unit, computed by the source.
    SAME_IN_OTHER_UNIT,
    /// A row of a set loaded before has its id.
    DUPLICATE,
    /// A property of a fuel, a gas or a computer: no emission of an activity.
    PROPERTY,
    /// A potential, or the composition of a blend.
    POTENTIAL,
    /// A potential of a set the inventory does not use.
    OTHER_GWP_SET,
    /// Rests on memory.
    REFUSED_MEMORY,
    /// Names no publisher or no document.
    REFUSED_NO_SOURCE,
    /// Its unit is not known.
    REFUSED_UNKNOWN_UNIT,
    /// Its gas is not known.
    REFUSED_UNKNOWN_GAS,
    /// Its place is not known.
    REFUSED_UNKNOWN_REGION,
    /// Nothing tells what it may be used for.
    REFUSED_NO_PURPOSE,
    /// Breaks another rule of factors.
    REFUSED_INVALID;

    boolean isRefusal() {
        return name().startsWith("REFUSED");
    }
}
