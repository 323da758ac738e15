package org.netzero.emissions.calculation;

import java.util.Optional;

/// Where a site lies.
///
/// @param country ISO 3166-1 alpha-2
/// @param province ISO 3166-2, or its part after the hyphen
/// @param gridZone a grid region or a supplier's area
public record Place(String country, Optional<String> province, Optional<String> gridZone) {}
