package org.netzero.emissions.organization;

import org.netzero.quantities.GwpSet;

/// The reporting company.
///
/// @param consolidationApproach which operations are inside the boundary
/// @param baseYear the year that targets refer to
/// @param currency ISO 4217 code of money without one
/// @param gwpSet the set of its inventories
public record Organization(
        String name,
        ConsolidationApproach consolidationApproach,
        int baseYear,
        String currency,
        GwpSet gwpSet) {

    /// Which operations belong to the company.
    public enum ConsolidationApproach {
        OPERATIONAL_CONTROL,
        FINANCIAL_CONTROL,
        EQUITY_SHARE
    }
}
