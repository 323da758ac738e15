package org.netzero.emissions.calculation;

import java.util.List;
import java.util.Optional;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.quality.QualityTotal;
import org.netzero.emissions.quality.Term;

/// A line of an inventory: one result, or the sum of results that differ in nothing that an
/// inventory shows.
public sealed interface InventoryLine permits EmissionResult, ResultTotal {

    /// What tells it from the other lines of its inventory.
    Object key();

    Scope scope();

    /// Of scope 2; empty elsewhere.
    Optional<Scope2Method> method();

    /// Of scope 3; empty elsewhere.
    Optional<Scope3Category> category();

    Optional<String> siteId();

    /// Key of the activity.
    String activity();

    Emission emission();

    /// Empty for a stated figure.
    Optional<EmissionFactor> factor();

    List<String> flags();

    /// What it adds to the uncertainty of a sum.
    Term uncertaintyTerm();

    /// What it adds to the quality of a sum.
    QualityTotal<Provenance> qualityTotal();

    /// How many results it is of.
    long results();
}
