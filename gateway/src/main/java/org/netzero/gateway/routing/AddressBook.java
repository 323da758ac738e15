package org.netzero.gateway.routing;

import static org.netzero.gateway.routing.Service.DATACENTER;
import static org.netzero.gateway.routing.Service.EMISSIONS;
import static org.netzero.gateway.routing.Service.ENERGY;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which part of the public API is whose. An import belongs to whoever keeps what it brings.
final class AddressBook {

    private static final Destination HERE = new Destination.Here();

    private static final Map<String, Destination> AREAS =
            Map.ofEntries(
                    Map.entry("sites", behind(ENERGY)),
                    Map.entry("energy", behind(ENERGY)),
                    Map.entry("organization", behind(EMISSIONS)),
                    Map.entry("emissions", behind(EMISSIONS)),
                    Map.entry("datacenters", behind(DATACENTER)),
                    Map.entry("telemetry", behind(DATACENTER)),
                    Map.entry("roadmap", HERE),
                    Map.entry("keys", HERE),
                    Map.entry("session", HERE),
                    Map.entry("stream", HERE),
                    Map.entry("health", HERE),
                    Map.entry("openapi", HERE),
                    Map.entry("docs", HERE));

    private static final SortedMap<String, Destination> IMPORTS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("sites", behind(ENERGY)),
                            Map.entry("energy", behind(ENERGY)),
                            Map.entry("resources", behind(ENERGY)),
                            Map.entry("meters", behind(ENERGY)),
                            Map.entry("intervals", behind(ENERGY)),
                            Map.entry("grid-hours", behind(ENERGY)),
                            Map.entry("plants", behind(ENERGY)),
                            Map.entry("storages", behind(ENERGY)),
                            Map.entry("collection", behind(ENERGY)),
                            Map.entry("instruments", behind(ENERGY)),
                            Map.entry("activities", behind(EMISSIONS)),
                            Map.entry("drivers", behind(EMISSIONS)),
                            Map.entry("factors", behind(EMISSIONS)),
                            Map.entry("published-figures", behind(EMISSIONS)),
                            Map.entry("exchange-rates", behind(EMISSIONS)),
                            Map.entry("price-indices", behind(EMISSIONS)),
                            Map.entry("datacenters", behind(DATACENTER)),
                            Map.entry("points", behind(DATACENTER)),
                            Map.entry("stated-indicators", behind(DATACENTER)),
                            Map.entry("weather", behind(DATACENTER)),
                            Map.entry("projects", behind(DATACENTER)),
                            Map.entry("levers", HERE),
                            Map.entry("targets", HERE)));

    private AddressBook() {}

    /// @param path a normalised path that starts with `/api/`
    static Destination of(String path) {
        String[] steps = path.split("/", 5);
        String area = step(steps, 2);
        if (area.equals("imports")) {
            String kind = step(steps, 3);
            return IMPORTS.getOrDefault(kind, new Destination.UnknownImport(kind));
        }
        return AREAS.getOrDefault(area, new Destination.Nowhere());
    }

    static SortedSet<String> importKinds() {
        return new TreeSet<>(IMPORTS.keySet());
    }

    private static String step(String[] steps, int index) {
        return index < steps.length ? steps[index] : "";
    }

    private static Destination behind(Service service) {
        return new Destination.Behind(service);
    }
}
