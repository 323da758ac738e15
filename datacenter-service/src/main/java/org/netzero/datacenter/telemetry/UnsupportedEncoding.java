package org.netzero.datacenter.telemetry;

/// A body is packed in a way that nobody here can unpack.
final class UnsupportedEncoding extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnsupportedEncoding(String encoding) {
        super("'%s' cannot be unpacked here; send gzip, or the body as it is".formatted(encoding));
    }
}
