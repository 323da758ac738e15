package org.netzero.emissions.method;

import org.jspecify.annotations.Nullable;

/// An input of a method as it is sent.
///
/// @param unit a unit, `1`, `%`, or two units with a slash between
public record StatedInput(@Nullable String value, @Nullable String unit) {}
