package org.netzero.gateway.roadmap.basis;

import java.util.List;
import java.util.stream.Collectors;

/// The figures of the base year from which a projection starts are not all known.
public final class MissingBaseData extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Item> items;

    /// @param figure `inventory`, `electricity` or `pue`
    /// @param remedy what is missing and how to load it
    public record Item(String figure, String remedy) {}

    MissingBaseData(int year, List<Item> items) {
        super(
                "A projection from %d needs more of that year: %s"
                        .formatted(
                                year,
                                items.stream()
                                        .map(Item::remedy)
                                        .collect(Collectors.joining("; "))));
        this.items = List.copyOf(items);
    }

    public List<Item> items() {
        return items;
    }
}
