package org.netzero.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The four services: their ports, their configuration, their JVMs.
final class Services {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String JVM_OPTIONS = "NETZERO_JAVA_OPTIONS";
    private static final String DEFAULT_JVM_OPTIONS = "-Xms96m -Xmx512m -XX:+UseSerialGC";

    /// It holds a million measuring points in memory, which stay: most of the heap is for what is
    /// old.
    private static final String DATACENTER_JVM_OPTIONS =
            "-Xms96m -Xmx1280m -XX:MaxNewSize=240m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders";

    private final Path checkout;
    private final DataFolder folder;
    private final Secrets secrets;
    private final Map<SuiteService, Integer> ports;
    private final StartCaches caches;

    Services(
            Path checkout,
            DataFolder folder,
            Secrets secrets,
            StartCaches caches,
            int gatewayPort) {
        this.checkout = checkout;
        this.folder = folder;
        this.secrets = secrets;
        this.caches = caches;
        this.ports = ports(gatewayPort);
    }

    private static Map<SuiteService, Integer> ports(int gatewayPort) {
        Map<SuiteService, Integer> ports = new EnumMap<>(SuiteService.class);
        for (SuiteService service : SuiteService.values()) {
            int port = service.defaultPort();
            ports.put(service, Ports.isFree(port) && port != gatewayPort ? port : Ports.free());
        }
        ports.put(SuiteService.GATEWAY, gatewayPort);
        return ports;
    }

    static void requireBuilt(Path checkout) {
        for (SuiteService service : SuiteService.values()) {
            Path jar = service.jar(checkout);
            if (!Files.exists(jar)) {
                throw new StackException(
                        "%s is not built: %s is missing; build with ./mvnw package"
                                .formatted(service.title(), jar));
            }
        }
    }

    /// Starts all of them at once and returns when all are healthy.
    void start(Stack stack, Servers.Addresses servers, Progress progress) {
        long start = System.nanoTime();
        List<StackPart> waiting = new ArrayList<>();
        for (SuiteService service : SuiteService.values()) {
            StackPart part = part(service, servers);
            stack.start(part);
            waiting.add(part);
        }
        Health health = new Health();
        while (!waiting.isEmpty()) {
            Duration passed = Duration.ofNanos(System.nanoTime() - start);
            for (StackPart part : List.copyOf(waiting)) {
                requireAlive(part, passed);
                if (part.isHealthy(health)) {
                    waiting.remove(part);
                    progress.done(part.name(), address(part), passed);
                }
            }
            if (!Pause.of(POLL)) {
                throw new StackException("Interrupted while the services were starting");
            }
        }
    }

    private static void requireAlive(StackPart part, Duration passed) {
        if (!part.runs()) {
            throw new StackException(
                    "%s ended while starting: %s".formatted(part.name(), part.log().ending()));
        }
        if (passed.compareTo(START_PATIENCE) > 0) {
            throw new StackException(
                    "%s is not healthy after %d s: %s"
                            .formatted(part.name(), passed.toSeconds(), part.log().ending()));
        }
    }

    private static String address(StackPart part) {
        return part.record().map(record -> Ports.HOST + ":" + record.port()).orElse("");
    }

    private StackPart part(SuiteService service, Servers.Addresses servers) {
        Path jar = service.jar(checkout);
        LogFile log = folder.log(service.title());
        List<String> options = jvmOptions(service);
        StartCache cache = caches.cache(service.title(), options, jar.toString(), jar);
        return new StackPart(
                service.title(),
                service.healthPath(),
                log,
                () ->
                        ServiceProcess.start(
                                new ServiceProcess.Settings(
                                        jar,
                                        cache.with(options),
                                        environment(service, servers),
                                        port(service),
                                        log.path(),
                                        folder.temporary(service.title()))));
    }

    private List<String> jvmOptions(SuiteService service) {
        String stated =
                System.getenv()
                        .getOrDefault(
                                JVM_OPTIONS,
                                service == SuiteService.DATACENTER
                                        ? DATACENTER_JVM_OPTIONS
                                        : DEFAULT_JVM_OPTIONS);
        List<String> options = new ArrayList<>(List.of(stated.strip().split("\\s+")));
        options.add("-XX:+ExitOnOutOfMemoryError");
        if (service == SuiteService.DATACENTER) {
            options.add("-Dkafka-streams.state.dir=" + folder.streams());
        }
        return options;
    }

    private Map<String, String> environment(SuiteService service, Servers.Addresses servers) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port(service)));
        Database database =
                new Database(
                        service.database(),
                        service.database(),
                        secrets.databasePassword(service.database()));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", servers.database().jdbcUrl(database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.role());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", servers.kafka());
        environment.put("NETZERO_TOKEN_PUBLIC_KEY", folder.publicKey().toString());
        environment.put(
                "NETZERO_IMPORTS_FOLDER", folder.imports().resolve(service.database()).toString());
        if (service == SuiteService.GATEWAY) {
            environment.put("NETZERO_TOKEN_PRIVATE_KEY", folder.privateKey().toString());
            environment.put("NETZERO_ADMIN_KEY_FILE", folder.adminKey().toString());
            environment.put("NETZERO_ENERGY_URL", url(SuiteService.ENERGY));
            environment.put("NETZERO_EMISSIONS_URL", url(SuiteService.EMISSIONS));
            environment.put("NETZERO_DATACENTER_URL", url(SuiteService.DATACENTER));
        }
        return environment;
    }

    private String url(SuiteService service) {
        return "http://%s:%d".formatted(Ports.HOST, port(service));
    }

    private int port(SuiteService service) {
        return ports.getOrDefault(service, service.defaultPort());
    }
}
