package org.netzero.energy.site;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// A site as its sender writes it; the address names the id.
record SiteRequest(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String country,
        @Nullable String province,
        @Nullable String gridZone,
        @Nullable String timeZone,
        @Nullable String entity,
        @Nullable String floorAreaM2) {

    Site site(String siteId) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("siteId", siteId);
        values.put("name", name);
        values.put("kind", kind);
        values.put("country", country);
        values.put("province", province);
        values.put("gridZone", gridZone);
        values.put("timeZone", timeZone);
        values.put("entity", entity);
        values.put("floorAreaM2", floorAreaM2);
        return SiteFields.read(new Fields(values));
    }
}
