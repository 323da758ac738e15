package org.netzero.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalServersTest {

    private static final Database ENERGY = new Database("netzero_energy", "netzero_energy", "x");

    @Test
    void areAbsentWhenTheEnvironmentNamesNone() {
        ExternalServers external = ExternalServers.from(Map.of("NETZERO_DB_URL", " "));
        assertThat(external.database()).isEmpty();
        assertThat(external.kafka()).isEmpty();
    }

    @Test
    void areTakenFromTheEnvironment() {
        ExternalServers external =
                ExternalServers.from(
                        Map.of(
                                "NETZERO_DB_URL", "postgresql://db.example:5432/",
                                "NETZERO_DB_USER", "admin",
                                "NETZERO_DB_PASSWORD", "secret",
                                "NETZERO_KAFKA_BOOTSTRAP", "kafka.example:9092"));
        assertThat(external.database().map(server -> server.jdbcUrl(ENERGY)))
                .contains("jdbc:postgresql://db.example:5432/netzero_energy");
        assertThat(external.kafka()).contains("kafka.example:9092");
    }

    @Test
    void keepTheParametersOfTheAddress() {
        DatabaseServer server =
                new DatabaseServer("jdbc:postgresql://db.example?sslmode=require", "a", "b");
        assertThat(server.jdbcUrl(ENERGY))
                .isEqualTo("jdbc:postgresql://db.example/netzero_energy?sslmode=require");
    }

    @Test
    void refuseADatabaseAddressWithoutAUser() {
        assertThatThrownBy(
                        () -> ExternalServers.from(Map.of("NETZERO_DB_URL", "postgresql://host")))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("NETZERO_DB_USER");
    }

    @Test
    void refuseAnAddressThatIsNoPostgresServer() {
        Map<String, String> environment =
                Map.of(
                        "NETZERO_DB_URL", "mysql://host",
                        "NETZERO_DB_USER", "admin",
                        "NETZERO_DB_PASSWORD", "secret");
        assertThatThrownBy(() -> ExternalServers.from(environment))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("mysql://host");
    }

    @Test
    void refuseADatabaseNameThatNeedsQuoting() {
        assertThatThrownBy(() -> new Database("net\"zero", "role", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("net\"zero");
    }
}
