package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.factor.EmissionFactor;

/// The sum of results of activity records that differ in nothing that an inventory shows. The
/// results themselves are kept one by one elsewhere.
///
/// @param factor empty for stated figures
/// @param emission of all of them
/// @param results how many they are
/// @param digest the sum of the results' digests, by which a change that leaves the sums as they
///   are is noticed
public record ResultTotal(
        Key key,
        Optional<EmissionFactor> factor,
        Emission emission,
        long results,
        BigDecimal digest)
        implements InventoryLine {

    /// What the results have in common.
    ///
    /// @param since the first day of the stretch of the year in which no entity and no key comes or
    ///   goes
    /// @param crosses whether the records go on beyond the stretch
    /// @param factor id and version, `id@version`; empty for stated figures
    /// @param composition of the emissions: which gases, on which sets
    public record Key(
            Scope scope,
            Optional<Scope2Method> method,
            Optional<Scope3Category> category,
            Optional<String> siteId,
            String activity,
            LocalDate since,
            boolean crosses,
            Optional<String> factor,
            List<String> flags,
            Provenance provenance,
            String composition) {

        public Key {
            flags = List.copyOf(flags);
        }
    }

    @Override
    public Scope scope() {
        return key.scope();
    }

    @Override
    public Optional<Scope2Method> method() {
        return key.method();
    }

    @Override
    public Optional<Scope3Category> category() {
        return key.category();
    }

    @Override
    public Optional<String> siteId() {
        return key.siteId();
    }

    @Override
    public String activity() {
        return key.activity();
    }

    @Override
    public List<String> flags() {
        return key.flags();
    }

    /// What counts of it.
    public ResultTotal times(BigDecimal share) {
        return new ResultTotal(key, factor, emission.times(share), results, digest);
    }
}
