package org.netzero.local.dataset;

/// The gateway did not take a file of the data set, or did not answer a question about it.
public final class DataSetRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    DataSetRefused(String path, int status, String detail) {
        super("%s was answered with %d: %s".formatted(path, status, detail));
    }

    DataSetRefused(String message) {
        super(message);
    }
}
