package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.quality.DataQuality;
import org.netzero.emissions.quality.QualityTotal;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.emissions.quality.Term;

/// The sum of results of activity records that differ in nothing that an inventory shows. The
/// results themselves are kept one by one elsewhere.
///
/// @param factor empty for stated figures
/// @param emission of all of them
/// @param results how many they are
/// @param squares Σ (kg × half-width of the activity data)², 0 where that is not known
/// @param digest the sum of the results' digests, by which a change that leaves the sums as they
///   are is noticed
public record ResultTotal(
        Key key,
        Optional<EmissionFactor> factor,
        Emission emission,
        long results,
        BigDecimal squares,
        BigDecimal digest)
        implements InventoryLine {

    /// What the results have in common.
    ///
    /// @param since the first day of the stretch of the year in which no entity and no key comes or
    ///   goes
    /// @param crosses whether the records go on beyond the stretch
    /// @param factor id and version, `id@version`; empty for stated figures
    /// @param widthKnown whether the records say how uncertain their amounts are
    /// @param indicators of the quality of their data
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
            boolean widthKnown,
            Optional<DataQuality> indicators,
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

    @Override
    public Term uncertaintyTerm() {
        BigDecimal kilograms = emission.kilograms();
        return new Term(
                kilograms,
                key.widthKnown() ? kilograms : BigDecimal.ZERO,
                kilograms.signum() == 0 ? BigDecimal.ZERO : squares,
                factor.map(EmissionResult::width));
    }

    @Override
    public QualityTotal<Provenance> qualityTotal() {
        return QualityTotal.of(
                emission.kilograms(),
                new RecordQuality(Optional.empty(), key.indicators()),
                Optional.of(key.provenance()));
    }

    /// What counts of it.
    public ResultTotal times(BigDecimal share) {
        return new ResultTotal(
                key,
                factor,
                emission.times(share),
                results,
                squares.multiply(share).multiply(share),
                digest);
    }
}
