package org.netzero.gateway.roadmap.engine;

/// Why an input of a scenario has its value.
///
/// @param source the document, series or reasoning the value stands on; at most 1,000 characters
public record Evidence(Provenance provenance, String source) {

    public Evidence {
        Require.text("source", source, 1_000);
    }

    public static Evidence estimated(String source) {
        return new Evidence(Provenance.ESTIMATED, source);
    }

    public static Evidence stated(String source) {
        return new Evidence(Provenance.STATED, source);
    }
}
