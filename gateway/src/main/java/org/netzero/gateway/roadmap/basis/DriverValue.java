package org.netzero.gateway.roadmap.basis;

import java.math.BigDecimal;

/// What emissions may be set against, in one year: `REVENUE`, `STAFF`, … in its unit.
public record DriverValue(String driver, BigDecimal value, String unit) {}
