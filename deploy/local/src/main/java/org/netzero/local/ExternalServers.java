package org.netzero.local;

import java.util.Map;
import java.util.Optional;

/// Servers that take the place of the embedded ones, as the environment names them.
///
/// @param database from NETZERO_DB_URL, NETZERO_DB_USER and NETZERO_DB_PASSWORD
/// @param kafka bootstrap servers, from NETZERO_KAFKA_BOOTSTRAP
record ExternalServers(Optional<DatabaseServer> database, Optional<String> kafka) {

    private static final String URL = "NETZERO_DB_URL";
    private static final String USER = "NETZERO_DB_USER";
    private static final String PASSWORD = "NETZERO_DB_PASSWORD";
    private static final String KAFKA = "NETZERO_KAFKA_BOOTSTRAP";

    static ExternalServers from(Map<String, String> environment) {
        return new ExternalServers(
                stated(environment, URL).map(url -> databaseServer(url, environment)),
                stated(environment, KAFKA));
    }

    private static DatabaseServer databaseServer(String url, Map<String, String> environment) {
        String jdbcUrl = url.startsWith("jdbc:") ? url : "jdbc:" + url;
        try {
            return new DatabaseServer(
                    jdbcUrl, required(environment, USER), required(environment, PASSWORD));
        } catch (IllegalArgumentException e) {
            throw new StackException(URL + ": " + e.getMessage(), e);
        }
    }

    private static String required(Map<String, String> environment, String name) {
        return stated(environment, name)
                .orElseThrow(() -> new StackException(URL + " is set, so " + name + " must be"));
    }

    private static Optional<String> stated(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
