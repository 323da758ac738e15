package org.netzero.datacenter.thermal;

import java.math.BigDecimal;

/// More of an output left the site than was made.
public final class ExportAboveProduction extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExportAboveProduction(String output, BigDecimal made, BigDecimal exported) {
        super(
                "%s kWh of %s left the site, but only %s kWh were made; check the meters"
                        .formatted(exported.toPlainString(), output, made.toPlainString()));
    }
}
