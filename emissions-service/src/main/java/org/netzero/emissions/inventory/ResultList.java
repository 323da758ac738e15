package org.netzero.emissions.inventory;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.netzero.emissions.calculation.ActivityRecord;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.ResultId;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.result.ResultQuery;
import org.netzero.emissions.result.ResultQuery.Place;
import org.netzero.quantities.GwpSet;

/// The results of a year in the order of inventories: those of energy, which are at hand, among
/// those of activity records, which are looked up as they are needed.
///
/// @param ofEnergy in order
/// @param named finds a result of an activity record
record ResultList(
        List<EmissionResult> ofEnergy,
        LookUp ofActivities,
        Function<ResultId, Optional<EmissionResult>> named) {

    /// Behind every id.
    private static final String END = Character.toString(Character.MAX_CODE_POINT);

    @FunctionalInterface
    interface LookUp {
        /// @return at most so many results that stand after the place, in order
        List<EmissionResult> after(Optional<Place> place, int count);
    }

    /// Which results are wanted; what is empty does not matter.
    record Wanted(
            Optional<Scope> scope, Optional<Scope3Category> category, Optional<String> siteId) {

        static final Wanted ALL = new Wanted(Optional.empty(), Optional.empty(), Optional.empty());

        boolean includes(EmissionResult result) {
            return includes(result.scope(), result.category(), result.siteId());
        }

        boolean includes(
                Scope its, Optional<Scope3Category> itsCategory, Optional<String> itsSite) {
            return (scope.isEmpty() || scope.get() == its)
                    && (category.isEmpty() || category.equals(itsCategory))
                    && (siteId.isEmpty() || siteId.equals(itsSite));
        }

        ResultQuery query(int year, GwpSet set, Optional<Place> after, int count) {
            return new ResultQuery(year, set, scope, category, siteId, after, count);
        }
    }

    /// The result that an id names, where it is in the list.
    Optional<EmissionResult> find(ResultId id) {
        return ofEnergy.stream()
                .filter(result -> result.id().equals(id))
                .findFirst()
                .or(() -> named.apply(id));
    }

    /// @param last the result before the first one wanted; empty for the first
    /// @return at most so many
    List<EmissionResult> after(Optional<EmissionResult> last, int count) {
        Stream<EmissionResult> energy =
                ofEnergy.stream()
                        .filter(result ->
                                last.filter(before ->
                                                EmissionResult.ORDER.compare(result, before) <= 0)
                                        .isEmpty())
                        .limit(count);
        return Stream.concat(
                        energy,
                        ofActivities
                                .after(last.map(ResultList::placeAmongActivities), count)
                                .stream())
                .sorted(EmissionResult.ORDER)
                .limit(count)
                .toList();
    }

    private static Place placeAmongActivities(EmissionResult result) {
        String record = result.record();
        return new Place(
                result.scope(),
                result.method(),
                result.category(),
                result.id()
                        .activityId()
                        .orElse(record.compareTo(ActivityRecord.REF) < 0 ? "" : END));
    }
}
