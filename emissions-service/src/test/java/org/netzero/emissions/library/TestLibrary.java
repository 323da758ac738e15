package org.netzero.emissions.library;

import org.netzero.emissions.factor.FactorLibrary;

/// The shipped factor set, without a database.
public final class TestLibrary {

    public static final FactorLibrary SHIPPED =
            new FactorSetFiles(Factors.VERSION).read().library();

    private TestLibrary() {}
}
