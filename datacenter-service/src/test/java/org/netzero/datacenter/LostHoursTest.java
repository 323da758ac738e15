package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.push;
import static org.netzero.datacenter.Asked.reading;
import static org.netzero.datacenter.Asked.register;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

/// Kafka keeps hours of points for two days only; whoever stores them may be away for longer.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class LostHoursTest {

    private static final int HOURS = 8;

    @Inject DataSource database;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void sumsAreMadeAnewWhereHoursWereLostBeforeTheyWereStored() throws Exception {
        register("lh-a", "site-lh-a", "");
        Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(3, ChronoUnit.DAYS);
        var readings = new ArrayList<String>();
        for (int hour = 0; hour <= HOURS; hour++) {
            Instant time = start.plus(hour, ChronoUnit.HOURS);
            readings.add(reading("lh-a.total", time, hour * 0.15));
            readings.add(reading("lh-a.it", time, hour * 100.0));
        }
        push(readings);
        await("the hours", () -> amounts(start).equals(whole()));

        loseHours();
        assertThat(amounts(start)).isNotEqualTo(whole());
        startStoringAnew();

        await("the hours again", () -> amounts(start).equals(whole()));
    }

    private static List<String> whole() {
        var amounts = new ArrayList<String>();
        for (int hour = 0; hour < HOURS; hour++) {
            amounts.add("FACILITY_INPUT 150");
            amounts.add("IT 100");
        }
        return amounts;
    }

    private static List<String> amounts(Instant start) {
        var intervals =
                as("viewer")
                        .get(
                                "/api/datacenters/lh-a/intervals?limit=1000&period="
                                        + start.atZone(ZoneOffset.UTC).toLocalDate())
                        .jsonPath();
        List<String> roles = intervals.getList("items.role");
        List<Object> amounts = intervals.getList("items.amount");
        var found = new ArrayList<String>();
        for (int i = 0; i < roles.size() && found.size() < 2 * HOURS; i++) {
            found.add(
                    "%s %s"
                            .formatted(
                                    roles.get(i),
                                    new BigDecimal(amounts.get(i).toString())
                                            .stripTrailingZeros()
                                            .toPlainString()));
        }
        return found;
    }

    /// As if neither had been stored: what Kafka has of them is gone, and the position lies before.
    private void loseHours() throws Exception {
        execute(
                """
                delete from point_hour where point in
                    (select number from measuring_point where datacenter_id = 'lh-a')\
                """);
        execute(
                """
                update role_hour set amount = 1, amount_sum = 1 where datacenter_id = 'lh-a'\
                """);
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            var all = new HashMap<TopicPartition, OffsetSpec>();
            for (int partition = 0; partition < 6; partition++) {
                all.put(new TopicPartition("telemetry.point-hour", partition), OffsetSpec.latest());
            }
            var ends = admin.listOffsets(all).all().get();
            var gone = new HashMap<TopicPartition, RecordsToDelete>();
            ends.forEach((partition, end) -> {
                if (end.offset() > 0) {
                    gone.put(partition, RecordsToDelete.beforeOffset(end.offset()));
                }
            });
            admin.deleteRecords(gone).all().get();
        }
        execute("update point_hour_position set next_offset = 0");
    }

    private void startStoringAnew() throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            admin.removeMembersFromConsumerGroup(
                            "datacenter-point-hour", new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        }
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.executeUpdate();
        }
    }
}
