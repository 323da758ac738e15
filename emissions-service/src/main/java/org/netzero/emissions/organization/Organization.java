package org.netzero.emissions.organization;

import java.math.BigDecimal;
import org.netzero.quantities.GwpSet;

/// The reporting company.
///
/// @param consolidationApproach which operations are inside the boundary
/// @param baseYear the year that targets refer to
/// @param currency ISO 4217 code of money without one
/// @param gwpSet the set of its inventories
/// @param varianceThreshold the relative change against the year before, up or down, beyond which
///   an inventory notes an activity; above 0
public record Organization(
        String name,
        ConsolidationApproach consolidationApproach,
        int baseYear,
        String currency,
        GwpSet gwpSet,
        BigDecimal varianceThreshold) {

    /// Where none is stated: a change of more than a half.
    public static final BigDecimal DEFAULT_VARIANCE_THRESHOLD = new BigDecimal("0.5");

    /// Which operations belong to the company.
    public enum ConsolidationApproach {
        OPERATIONAL_CONTROL,
        FINANCIAL_CONTROL,
        EQUITY_SHARE
    }
}
