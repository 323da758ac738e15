package org.netzero.quantities;

import java.io.Serial;
import java.util.List;

/// A text is no unit of the closed vocabulary.
public final class UnknownUnit extends QuantityException {

    @Serial private static final long serialVersionUID = 1L;

    private final String text;

    public UnknownUnit(String text) {
        super("unknown unit '" + Excerpt.of(text) + "', known are " + Unit.symbols());
        this.text = text;
    }

    public String text() {
        return text;
    }

    public List<String> knownSymbols() {
        return Unit.symbols();
    }
}
