/// Exact quantities with units. Start reading at [Quantity].
///
/// Every amount is an exact decimal and carries its unit; what may be added to what is decided by
/// [Dimension], [GwpSet] and the gas. Nothing here knows a framework, and no `double` enters:
/// approximate numbers become decimals where they are measured.
///
/// **Rounding.** Results are exact wherever they terminate. A result that does not (1 MJ in kWh,
/// 44/12) is rounded once, half-even, at the first decimal place of its unit that is not coarser
/// than 10⁻¹² of the base unit of the dimension: 12 decimals of a kg or kWh, 15 of a t or MWh.
/// Nothing else rounds.
///
/// **Limits.** An amount has at most [Quantity#MAX_DIGITS] digits before the point and as many
/// after it.
@NullMarked
package org.netzero.quantities;

import org.jspecify.annotations.NullMarked;
