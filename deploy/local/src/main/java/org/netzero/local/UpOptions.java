package org.netzero.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/// What `netzero up` was asked for.
///
/// @param checkout the folder of the sources, whose modules are built
/// @param empty whether no data set is loaded
record UpOptions(Path checkout, Path dataFolder, int gatewayPort, boolean empty) {

    private static final int MAX_PORT = 65_535;

    UpOptions {
        if (gatewayPort < 1 || gatewayPort > MAX_PORT) {
            throw new StackException("--port must be between 1 and 65535, not " + gatewayPort);
        }
    }

    static UpOptions parse(List<String> arguments) {
        Path checkout = Path.of("").toAbsolutePath();
        Path dataFolder = checkout.resolve(".netzero");
        int gatewayPort = SuiteService.GATEWAY.defaultPort();
        boolean empty = false;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--checkout" -> checkout = Path.of(value(option, rest));
                case "--data-dir" -> dataFolder = Path.of(value(option, rest));
                case "--port" -> gatewayPort = number(option, value(option, rest));
                case "--empty" -> empty = true;
                default -> throw new StackException("Unknown option " + option);
            }
        }
        return new UpOptions(checkout, dataFolder, gatewayPort, empty);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new StackException(option + " needs a value");
        }
        return rest.next();
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new StackException("%s must be a number, not %s".formatted(option, value), e);
        }
    }
}
