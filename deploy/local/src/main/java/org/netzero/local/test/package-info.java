/// What the tests of the services stand on: one PostgreSQL and one Kafka per test JVM, and tokens
/// signed for the run.
@NullMarked
package org.netzero.local.test;

import org.jspecify.annotations.NullMarked;
