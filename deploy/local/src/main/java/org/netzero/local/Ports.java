package org.netzero.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/// TCP ports on 127.0.0.1, the only address the local stack listens on.
final class Ports {

    static final String HOST = "127.0.0.1";
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

    private Ports() {}

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// A port nobody listens on now. Nobody is kept from taking it, so use it at once.
    static int free() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on " + HOST, e);
        }
    }

    static int freeUnlessGiven(int port) {
        return port == 0 ? free() : port;
    }

    static boolean answers(int port) {
        return answers(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
    }

    static boolean answers(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) CONNECT_TIMEOUT.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
