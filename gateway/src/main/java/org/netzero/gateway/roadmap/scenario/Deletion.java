package org.netzero.gateway.roadmap.scenario;

import java.time.Instant;

/// Who took a scenario off the file, and when.
record Deletion(Instant at, String by) {}
