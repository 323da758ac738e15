/// The suite on one machine: embedded PostgreSQL and Kafka, and the supervisor that runs them with
/// the four services.
@NullMarked
package org.netzero.local;

import org.jspecify.annotations.NullMarked;
