package org.netzero.gateway.roadmap.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.json.JsonConfiguration;
import org.netzero.platform.messaging.Event;

/// Tells the gateway facts, as the services do.
public final class Told implements AutoCloseable {

    private static final ObjectMapper JSON = JsonConfiguration.mapper();
    private static final AtomicLong VERSIONS = new AtomicLong();

    private final KafkaProducer<String, String> kafka =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", LocalStack.bootstrapServers()),
                    new StringSerializer(),
                    new StringSerializer());

    /// An event as it goes out, to send it again.
    public record Sent(String topic, String key, String text) {}

    public static long nextVersion() {
        return VERSIONS.incrementAndGet();
    }

    public Sent electricity(String site, String source, int year, String kwh) {
        Map<String, Object> data = new HashMap<>();
        data.put("siteId", site);
        data.put("siteKind", site.equals("group") ? "GROUP" : "DATA_CENTER");
        data.put("country", "CN");
        data.put("carrier", "ELECTRICITY");
        data.put("source", source);
        data.put("period", String.valueOf(year));
        data.put("start", LocalDate.of(year, 1, 1).toString());
        data.put("end", LocalDate.of(year + 1, 1, 1).toString());
        data.put("energyKwh", kwh);
        data.put("quantities", List.of(Map.of("value", kwh, "unit", "kWh")));
        data.put("provenance", List.of("STATED"));
        data.put("recordCount", 1);
        data.put("version", nextVersion());
        return tell(
                "energy.consumption",
                "org.netzero.energy.consumption-totalled.v1",
                "%s/ELECTRICITY/%s/%d".formatted(site, source, year),
                data);
    }

    public Sent inventory(
            int year, String scope1Kg, String locationKg, String marketKg, String scope3Kg) {
        return inventory(year, scope1Kg, locationKg, marketKg, scope3Kg, nextVersion());
    }

    public Sent inventory(
            int year,
            String scope1Kg,
            String locationKg,
            String marketKg,
            String scope3Kg,
            long version) {
        Map<String, Object> data = new HashMap<>();
        data.put("period", String.valueOf(year));
        data.put("gwpSet", "AR5_100");
        data.put("status", "DRAFT");
        data.put("complete", false);
        data.put("scope1KgCo2e", scope1Kg);
        data.put("scope2LocationKgCo2e", locationKg);
        data.put("scope2MarketKgCo2e", marketKg);
        data.put("scope3KgCo2e", scope3Kg);
        data.put(
                "scope3Categories", List.of(Map.of("category", "UNSPECIFIED", "kgCo2e", scope3Kg)));
        data.put(
                "findings",
                List.of(
                        Map.of(
                                "code",
                                "NO_INSTRUMENT_ON_FILE",
                                "subject",
                                "group",
                                "message",
                                "as stated")));
        data.put("carriedForward", false);
        data.put("version", version);
        return tell(
                "emissions.inventory",
                "org.netzero.emissions.inventory-calculated.v1",
                String.valueOf(year),
                data);
    }

    public Sent statedPue(int year, String pue) {
        return indicator(
                "fleet",
                String.valueOf(year),
                Map.of("granularity", "YEAR", "provenance", "STATED", "pue", pue));
    }

    public Sent measured(
            String datacenter, String period, String facilityKwh, String itKwh, int hours) {
        return indicator(
                datacenter,
                period,
                Map.of(
                        "siteId",
                        "tianjin",
                        "granularity",
                        period.length() == 4 ? "YEAR" : "MONTH",
                        "provenance",
                        "MEASURED",
                        "inputKwh",
                        facilityKwh,
                        "inputHours",
                        String.valueOf(hours),
                        "itKwh",
                        itKwh,
                        "pairedHours",
                        hours,
                        "itCapacityKw",
                        "20000"));
    }

    private Sent indicator(String subject, String period, Map<String, Object> figures) {
        Map<String, Object> data = new HashMap<>(figures);
        data.put("subject", subject);
        data.put("period", period);
        data.put("flags", List.of());
        data.put("version", nextVersion());
        return tell(
                "datacenter.indicator",
                "org.netzero.datacenter.indicator-calculated.v1",
                subject + "/" + period,
                data);
    }

    public Sent tell(String topic, String type, String key, Map<String, Object> data) {
        try {
            Event<Map<String, Object>> event = Event.of("test", type, key, data, Clock.systemUTC());
            Sent sent = new Sent(topic, key, JSON.writeValueAsString(event));
            again(sent);
            return sent;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public void again(Sent sent) {
        try {
            kafka.send(new ProducerRecord<>(sent.topic(), sent.key(), sent.text()))
                    .get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kafka.close();
    }
}
