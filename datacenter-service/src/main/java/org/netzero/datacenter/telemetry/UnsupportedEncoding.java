package org.netzero.datacenter.telemetry;

/// A body is packed in a way that nobody here can unpack.
final class UnsupportedEncoding extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnsupportedEncoding(String encoding) {
        super(
                "'%s' cannot be read here; send the body as it is or packed with gzip, or remote write 1.0 with snappy"
                        .formatted(encoding));
    }
}
