package org.netzero.datacenter.effectiveness;

import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;

/// The hours of a stretch of time, summed up so far that every indicator still comes out as if from
/// the hours themselves.
///
/// @param groups hours of one kind each
/// @param last the latest hour of which is known what entered, in whole or in part
/// @param flags what to know of any of the amounts
public record HourSums(List<HourGroup> groups, Optional<FacilityHour> last, Set<HourFlag> flags) {

    public static final HourSums NOTHING = new HourSums(List.of(), Optional.empty(), Set.of());

    public HourSums {
        groups = List.copyOf(groups);
        flags = Set.copyOf(flags);
    }

    /// @param hours each once
    public static HourSums of(Collection<FacilityHour> hours) {
        Set<HourFlag> flags = EnumSet.noneOf(HourFlag.class);
        hours.forEach(hour -> flags.addAll(hour.flags()));
        return new HourSums(
                grouped(hours.stream().map(HourGroup::of)),
                hours.stream()
                        .filter(hour -> hour.covered(FACILITY_INPUT).isPresent())
                        .max(Comparator.comparing(FacilityHour::start)),
                flags);
    }

    /// Stretches that do not overlap, as one.
    public static HourSums together(Collection<HourSums> stretches) {
        Set<HourFlag> flags = EnumSet.noneOf(HourFlag.class);
        stretches.forEach(stretch -> flags.addAll(stretch.flags));
        return new HourSums(
                grouped(stretches.stream().flatMap(stretch -> stretch.groups.stream())),
                stretches.stream()
                        .flatMap(stretch -> stretch.last.stream())
                        .max(Comparator.comparing(FacilityHour::start)),
                flags);
    }

    private static List<HourGroup> grouped(Stream<HourGroup> all) {
        Map<HourGroup.Kind, HourGroup> groups = new LinkedHashMap<>();
        all.forEach(group -> groups.merge(group.kind(), group, HourGroup::plus));
        return List.copyOf(groups.values());
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /// Whether anything is known of a role.
    boolean knows(MeasuringRole role) {
        return groups.stream().anyMatch(group -> group.amounts().containsKey(role));
    }

    Stream<HourGroup> wholeIn(Collection<MeasuringRole> roles) {
        return groups.stream().filter(group -> group.isWholeIn(roles));
    }

    long hours(Collection<MeasuringRole> wholeIn) {
        return wholeIn(wholeIn).mapToLong(HourGroup::hours).sum();
    }

    BigDecimal amount(Collection<MeasuringRole> roles, Collection<MeasuringRole> wholeIn) {
        return wholeIn(wholeIn)
                .map(group -> group.amount(roles))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal kept(Collection<MeasuringRole> wholeIn) {
        return wholeIn(wholeIn).map(HourGroup::keptKwh).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
