package org.netzero.load;

import java.util.List;

/// One thing that is measured.
interface Benchmark {

    /// What it is called on the command line.
    String name();

    /// Measures.
    List<Row> run(Ground ground) throws Exception;
}
