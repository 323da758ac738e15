package org.netzero.energy.calendar;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// The calendar of a period as its readers see it.
///
/// @param asOf the moment that decides what is due
/// @param counts how many cells have each status, of all that were asked for
/// @param items one page of them
@JsonInclude(JsonInclude.Include.NON_NULL)
record CollectionView(
        String period,
        Instant asOf,
        Map<CollectionStatus, Long> counts,
        List<CellView> items,
        @Nullable String nextCursor,
        @JsonIgnore Table table)
        implements Tabular {

    static CollectionView of(String period, Instant asOf, List<Cell> cells, PageQuery query) {
        var counts = new EnumMap<CollectionStatus, Long>(CollectionStatus.class);
        for (CollectionStatus status : CollectionStatus.values()) {
            counts.put(status, 0L);
        }
        cells.forEach(cell -> counts.merge(cell.status(), 1L, Long::sum));
        Page<CellView> page =
                Listing.of(
                                cells.stream().map(CellView::of).toList(),
                                CellView::cursor,
                                CellView.COLUMNS,
                                CellView::row)
                        .page(query);
        return new CollectionView(
                period, asOf, counts, page.items(), page.nextCursor(), page.table());
    }
}
