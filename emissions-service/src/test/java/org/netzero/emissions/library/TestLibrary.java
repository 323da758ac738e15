package org.netzero.emissions.library;

import java.util.ArrayList;
import java.util.List;
import org.netzero.emissions.factor.FactorLibrary;

/// The shipped factor sets, without a database.
public final class TestLibrary {

    static final FactorSet CORE = new FactorSetFiles(Factors.CORE).read();

    /// The sets read from source files.
    static final List<FactorSet> SOURCES = new SourceSets(Factors.EDITION).read(CORE);

    public static final FactorLibrary SHIPPED = FactorSet.library(all());

    private TestLibrary() {}

    static List<FactorSet> all() {
        var all = new ArrayList<FactorSet>(List.of(CORE));
        all.addAll(SOURCES);
        return all;
    }
}
