package org.netzero.local.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalStackTest {

    private static final LocalStack STACK = new LocalStack();
    private static Map<String, String> configuration = Map.of();

    @BeforeAll
    static void start() {
        STACK.init(Map.of("database", "netzero_energy"));
        configuration = STACK.start();
    }

    @Test
    void theRoleConnectsToItsDatabase() throws Exception {
        try (Connection connection =
                DriverManager.getConnection(
                        LocalStack.jdbcUrl(),
                        LocalStack.databaseUser(),
                        LocalStack.databasePassword())) {
            assertThat(connection.getCatalog()).isEqualTo("netzero_energy");
        }
    }

    @Test
    void theBrokerTakesTopics() throws Exception {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, LocalStack.bootstrapServers());
        try (Admin admin = Admin.create(properties)) {
            admin.createTopics(List.of(new NewTopic("energy.site", 3, (short) 1))).all().get();
            assertThat(admin.listTopics().names().get()).contains("energy.site");
        }
    }

    @Test
    void theSecondStartGivesTheSamePair() {
        assertThat(STACK.start()).isEqualTo(configuration);
    }

    @Test
    void aTokenHasThreeParts() {
        assertThat(LocalStack.token("ada", "steward", "viewer").split("\\.")).hasSize(3);
    }

    @Test
    void refusesToStartWithoutADatabaseName() {
        assertThatThrownBy(() -> new LocalStack().init(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("database");
    }
}
