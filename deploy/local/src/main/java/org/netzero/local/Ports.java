package org.netzero.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.SplittableRandom;

/// TCP ports on 127.0.0.1, the only address the local stack listens on.
final class Ports {

    static final String HOST = "127.0.0.1";
    private static final int LOWEST = 20_000;
    private static final int LOWEST_OUTGOING = 32_768;
    private static final int MOST_TRIES = 1_000;
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
    ///
    /// It lies below those that Linux gives to outgoing connections: otherwise one of the many that
    /// clients attempt while a server is away could get the server's own port and keep it.
    static int free() {
        return new SplittableRandom()
                .ints(MOST_TRIES, LOWEST, LOWEST_OUTGOING)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new StackException("No free port on " + HOST));
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
