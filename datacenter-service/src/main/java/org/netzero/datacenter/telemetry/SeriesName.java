package org.netzero.datacenter.telemetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a sender says of a series: what is measured, and by which labels.
///
/// @param measurement its name
/// @param labels in the order in which they are written
/// @param field what of it is measured, where a protocol tells several at once
record SeriesName(String measurement, List<Label> labels, Optional<String> field) {

    /// The label that names the point itself.
    static final String POINT = "point";

    /// The label that names the unit of the values; it names no series.
    static final String UNIT = "unit";

    SeriesName {
        labels = List.copyOf(labels);
    }

    /// A label, or tag.
    record Label(String name, String value) {}

    /// The value of the label that names the point itself.
    Optional<String> statedPoint() {
        return valueOf(POINT);
    }

    /// The value of the label that names the unit of the values.
    Optional<String> statedUnit() {
        return valueOf(UNIT);
    }

    Optional<String> valueOf(String label) {
        return labels.stream()
                .filter(known -> known.name().equals(label))
                .map(Label::value)
                .findFirst();
    }

    /// The ids by which its point may be known, the first one that is known counts: the stated one,
    /// else measurement, values of labels and field with slashes in between, the labels as written
    /// or in the order of their names, without that of the unit. There are those of
    /// [#idsWithUnit()] besides.
    List<String> pointIds() {
        return statedPoint()
                .map(List::of)
                .orElseGet(() ->
                        joined(
                                labels.stream()
                                        .filter(label -> !label.name().equals(UNIT))
                                        .toList()));
    }

    /// The ids by which its point may be known where the label of the unit is one as others are.
    /// Empty where it has none, or states the point itself.
    List<String> idsWithUnit() {
        return statedPoint().isPresent() || statedUnit().isEmpty() ? List.of() : joined(labels);
    }

    private List<String> joined(List<Label> asWritten) {
        return Stream.of(
                        asWritten,
                        asWritten.stream().sorted(Comparator.comparing(Label::name)).toList())
                .map(this::inThisOrder)
                .distinct()
                .toList();
    }

    private String inThisOrder(List<Label> inOrder) {
        var parts = new ArrayList<String>();
        parts.add(measurement);
        inOrder.forEach(label -> parts.add(label.value()));
        field.ifPresent(parts::add);
        return String.join("/", parts);
    }
}
