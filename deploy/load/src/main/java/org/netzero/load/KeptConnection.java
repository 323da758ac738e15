package org.netzero.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A connection that is kept open and on which one request follows the other, each a single write:
/// a client that takes as little of the machine as it can, since it runs on the one that is
/// measured. It understands answers with a stated length, and none.
final class KeptConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int MOST_HEADER_BYTES = 16 * 1024;

    private final Socket socket;
    private final InputStream answers;

    KeptConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        answers = new BufferedInputStream(socket.getInputStream());
    }

    /// What came back.
    record Answer(int status, String body) {
        boolean isGood() {
            return status / 100 == 2;
        }
    }

    /// The start of a request, up to its body.
    ///
    /// @param path with its query
    static byte[] head(URI server, String path, Map<String, String> headers, int length) {
        return "POST %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Length: %d\r\n%s\r\n"
                .formatted(
                        path,
                        server.getHost(),
                        server.getPort(),
                        length,
                        headers.entrySet().stream()
                                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// @param request its head and its body
    Answer send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String head = head();
        while (head.startsWith("HTTP/1.1 100")) {
            head = head();
        }
        int length = 0;
        for (String line : head.lines().toList()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                throw new IOException("An answer of unknown length: " + head);
            }
        }
        byte[] body = answers.readNBytes(length);
        return new Answer(
                Integer.parseInt(head.substring(9, 12)), new String(body, StandardCharsets.UTF_8));
    }

    private String head() throws IOException {
        var head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = answers.read();
            if (next < 0 || head.length() > MOST_HEADER_BYTES) {
                throw new EOFException("The answer has no end: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
