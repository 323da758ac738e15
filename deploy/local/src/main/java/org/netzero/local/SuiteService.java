package org.netzero.local;

import java.nio.file.Path;

/// The four services of the suite, in the order they are started.
enum SuiteService {
    ENERGY("energy", "energy-service", 8082, "/q/health/ready"),
    EMISSIONS("emissions", "emissions-service", 8081, "/q/health/ready"),
    DATACENTER("datacenter", "datacenter-service", 8083, "/q/health/ready"),
    GATEWAY("gateway", "gateway", 8080, "/api/health");

    private final String title;
    private final String module;
    private final int defaultPort;
    private final String healthPath;

    SuiteService(String title, String module, int defaultPort, String healthPath) {
        this.title = title;
        this.module = module;
        this.defaultPort = defaultPort;
        this.healthPath = healthPath;
    }

    String title() {
        return title;
    }

    int defaultPort() {
        return defaultPort;
    }

    String database() {
        return "netzero_" + title;
    }

    String healthPath() {
        return healthPath;
    }

    Path jar(Path checkout) {
        return checkout.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
