package org.netzero.emissions.inventory;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// A version of an inventory. As JSON it is, byte for byte, what was stored.
///
/// @param json the inventory as it was stored
/// @param view the same, read
/// @param figuresSha256 see [FigureDigest]
/// @param contentSha256 of the inventory and all its results as stored
record StoredInventory(
        int year,
        int version,
        Optional<String> reason,
        List<String> acknowledged,
        String json,
        InventoryView view,
        String figuresSha256,
        String contentSha256,
        Instant at,
        String by)
        implements Tabular {

    @JsonValue
    @JsonRawValue
    @Override
    public String json() {
        return json;
    }

    @Override
    public Table table() {
        return view.table();
    }
}
