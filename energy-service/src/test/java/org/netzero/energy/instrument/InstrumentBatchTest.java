package org.netzero.energy.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.netzero.energy.balance.Span;
import org.netzero.energy.claim.Instrument;
import org.netzero.energy.claim.InstrumentKind;
import org.netzero.energy.claim.Market;
import org.netzero.energy.claim.Technology;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.imports.RowOutcome;

/// A batch of instruments holds its pools for as few statements as one instrument does.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class InstrumentBatchTest {

    @Inject DataSource database;
    @Inject AllocationTable allocations;
    @Inject ToldAllocations told;
    @Inject Clock clock;

    private final AtomicInteger statements = new AtomicInteger();

    private DataSource counting() {
        return proxy(DataSource.class, database);
    }

    /// Counts the statements prepared on the connections it hands out.
    private <T> T proxy(Class<T> type, T of) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")) {
                                statements.incrementAndGet();
                            }
                            try {
                                Object answer = method.invoke(of, arguments);
                                return answer instanceof Connection connection
                                        ? proxy(Connection.class, connection)
                                        : answer;
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                        }));
    }

    private int statementsFor(List<RegisteredInstrument> batch) {
        DataSource counting = counting();
        var instruments =
                new Instruments(
                        new InstrumentTable(counting),
                        new ClaimPools(counting),
                        new StepTable(counting),
                        allocations,
                        told,
                        clock);
        statements.set(0);
        List<RowOutcome> outcomes =
                QuarkusTransaction.requiringNew().call(() -> instruments.store(batch, "tester"));
        assertThat(outcomes).hasSize(batch.size()).allMatch(RowOutcome.Accepted.class::isInstance);
        return statements.get();
    }

    private static RegisteredInstrument instrument(
            String id,
            InstrumentKind kind,
            int mwh,
            Optional<String> certificateId,
            Optional<String> supersedes) {
        return new RegisteredInstrument(
                id,
                new Instrument(
                        kind,
                        Market.MAINLAND_CHINA,
                        Technology.WIND,
                        Optional.empty(),
                        new Span(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 1, 1)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        certificateId,
                        Optional.empty(),
                        Optional.empty()),
                new StatedEnergy(new BigDecimal(mwh), "MWh"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                RegisteredInstrument.Acquired.BOUGHT,
                List.of(),
                supersedes);
    }

    /// Each a certificate and the contract it belongs to.
    private static List<RegisteredInstrument> pairs(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> prefix + i)
                .flatMap(id ->
                        Stream.of(
                                instrument(
                                        id + "-gec",
                                        InstrumentKind.GEC,
                                        5,
                                        Optional.empty(),
                                        Optional.empty()),
                                instrument(
                                        id + "-trade",
                                        InstrumentKind.GREEN_POWER_TRADE,
                                        5,
                                        Optional.of(id + "-gec"),
                                        Optional.empty())))
                .toList();
    }

    private static List<RegisteredInstrument> corrected(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> prefix + i + "-gec")
                .map(id -> instrument(id, InstrumentKind.GEC, 4, Optional.empty(), Optional.of(id)))
                .toList();
    }

    @Test
    void aBatchTakesNoMoreStatementsThanOneInstrumentDoes() {
        assertThat(statementsFor(pairs("batch-many-", 20)))
                .isEqualTo(statementsFor(pairs("batch-one-", 1)));
        assertThat(statementsFor(corrected("batch-many-", 20)))
                .isEqualTo(statementsFor(corrected("batch-one-", 1)));
    }
}
