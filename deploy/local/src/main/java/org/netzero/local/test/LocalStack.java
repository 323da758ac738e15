package org.netzero.local.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.util.Map;
import java.util.Set;

/// Test resource: gives a service's tests a real database, a real broker and a key to verify tokens
/// with.
///
/// The pair is started once per test JVM, empty, and shared by all its test classes, whatever class
/// loader they are in. Argument `database` names the database the service calls its own.
public final class LocalStack implements QuarkusTestResourceLifecycleManager {

    private static final String ISSUER = "netzero-gateway";
    private static final long TOKEN_SECONDS = 60;

    private String database = "";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", "");
        if (database.isEmpty()) {
            throw new IllegalArgumentException(
                    "The test resource LocalStack needs the argument 'database', for example netzero_energy");
        }
    }

    @Override
    public Map<String, String> start() {
        TestPair.start(database);
        return Map.of(
                "quarkus.datasource.jdbc.url", TestPair.JDBC_URL.value(),
                "quarkus.datasource.username", TestPair.USERNAME.value(),
                "quarkus.datasource.password", TestPair.PASSWORD.value(),
                "kafka.bootstrap.servers", TestPair.BOOTSTRAP_SERVERS.value(),
                // the key itself outranks the pair Quarkus makes up for tests, the location is
                // required
                "mp.jwt.verify.publickey", TestPair.PUBLIC_KEY.value(),
                "mp.jwt.verify.publickey.location", TestPair.PUBLIC_KEY_FILE.value());
    }

    /// The pair serves the next test class, too, and ends with the JVM.
    @Override
    public void stop() {}

    /// A token as the gateway signs it for this caller, good for a minute.
    public static String token(String subject, String... roles) {
        return Jwt.issuer(ISSUER)
                .subject(subject)
                .upn(subject)
                .groups(Set.of(roles))
                .expiresIn(TOKEN_SECONDS)
                .sign(TestPair.privateKey());
    }

    /// The same of a caller of whom readings of these data centres alone are taken.
    public static String boundToken(String subject, Set<String> datacenters, String... roles) {
        return Jwt.issuer(ISSUER)
                .subject(subject)
                .upn(subject)
                .groups(Set.of(roles))
                .claim("datacenters", datacenters)
                .expiresIn(TOKEN_SECONDS)
                .sign(TestPair.privateKey());
    }

    public static String bootstrapServers() {
        return TestPair.BOOTSTRAP_SERVERS.value();
    }

    public static String jdbcUrl() {
        return TestPair.JDBC_URL.value();
    }

    public static String databaseUser() {
        return TestPair.USERNAME.value();
    }

    public static String databasePassword() {
        return TestPair.PASSWORD.value();
    }
}
