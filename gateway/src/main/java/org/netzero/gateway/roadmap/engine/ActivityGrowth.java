package org.netzero.gateway.roadmap.engine;

import java.util.Optional;

/// The growth of a part of the activity that does not grow as the rest does. Of several that fit,
/// the narrowest holds: category and region, then category, then region, then scope.
///
/// @param scope 1, 2 (use of electricity) or 3
/// @param category of scope 3 as the inventory names it; empty for the whole scope
/// @param region empty for every region
public record ActivityGrowth(
        int scope, Optional<String> category, Optional<String> region, Driver driver) {

    public ActivityGrowth {
        Require.between("scope", scope, 1, 3, "state the scope that grows otherwise");
        category.ifPresent(name -> Require.text("category", name, 100));
        region.ifPresent(name -> Require.text("region", name, 100));
        if (category.isPresent() && scope != 3) {
            throw new ValueOutOfRange(
                    "category",
                    category.get(),
                    "absent outside scope 3",
                    "leave it out, or state scope 3");
        }
    }

    /// Narrower is greater.
    int narrowness() {
        return (category.isPresent() ? 2 : 0) + (region.isPresent() ? 1 : 0);
    }

    String subject() {
        return "scope "
                + scope
                + category.map(" "::concat).orElse("")
                + region.map(" in "::concat).orElse("");
    }
}
