package org.netzero.energy.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netzero.energy.instrument.ClaimRefused.NotEnoughLeft;
import org.netzero.energy.instrument.ClaimRefused.StepRefused;
import org.netzero.energy.instrument.StepTable.Taken;
import org.netzero.platform.imports.Intake;
import org.netzero.platform.imports.Intake.Insertion;
import org.netzero.platform.imports.Intake.Stored;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.problem.Violation;

/// The instruments on file: registered and corrected by appending, bought, expired, handed on.
@ApplicationScoped
class Instruments {

    private final InstrumentTable table;
    private final ClaimPools pools;
    private final StepTable steps;
    private final AllocationTable allocations;
    private final ToldAllocations told;
    private final Clock clock;

    Instruments(
            InstrumentTable table,
            ClaimPools pools,
            StepTable steps,
            AllocationTable allocations,
            ToldAllocations told,
            Clock clock) {
        this.table = table;
        this.pools = pools;
        this.steps = steps;
        this.allocations = allocations;
        this.told = told;
        this.clock = clock;
    }

    /// Stores the good ones of a batch.
    ///
    /// @return what became of each instrument, in order
    @Transactional
    List<RowOutcome> store(List<RegisteredInstrument> batch, String caller) {
        Set<String> ids = new HashSet<>();
        for (RegisteredInstrument instrument : batch) {
            ids.add(instrument.instrumentId());
            instrument.supersedes().ifPresent(ids::add);
            instrument.facts().certificateId().ifPresent(ids::add);
        }
        pools.make(ids);
        pools.hold(ids);
        List<Stored<RegisteredInstrument>> known = table.named(ids);
        var registration = new Registration(known, table.contractsOf(ids), pools.standing(ids));
        var intake = new Intake<RegisteredInstrument, RegisteredInstrument>("instrumentId", known);
        var outcomes = new ArrayList<RowOutcome>();
        for (RegisteredInstrument instrument : batch) {
            Optional<RowOutcome.Rejected> refused = registration.refusal(instrument);
            RowOutcome outcome =
                    refused.isPresent()
                            ? refused.get()
                            : intake.take(
                                    instrument,
                                    instrument.instrumentId(),
                                    instrument.supersedes(),
                                    instrument);
            if (outcome instanceof RowOutcome.Accepted) {
                registration.note(instrument);
            }
            outcomes.add(outcome);
        }
        put(intake.insertions(), caller);
        return outcomes;
    }

    /// Stores all of them, or none.
    ///
    /// @throws InstrumentsRefused when one of them cannot be stored
    @Transactional
    List<RowOutcome> storeAll(List<RegisteredInstrument> instruments, String caller) {
        List<RowOutcome> outcomes = store(instruments, caller);
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof RowOutcome.Rejected(List<Violation> reasons)) {
                String place = "[" + i + "]";
                reasons.forEach(reason -> violations.add(reason.within(place)));
            }
        }
        if (!violations.isEmpty()) {
            throw new InstrumentsRefused(violations);
        }
        return outcomes;
    }

    private void put(
            List<Insertion<RegisteredInstrument, RegisteredInstrument>> insertions, String caller) {
        if (insertions.isEmpty()) {
            return;
        }
        table.insert(insertions, caller);
        Set<String> touched = new HashSet<>();
        Map<String, String> certificates = new HashMap<>();
        for (Insertion<RegisteredInstrument, RegisteredInstrument> insertion : insertions) {
            RegisteredInstrument instrument = insertion.record();
            touched.add(instrument.instrumentId());
            insertion.corrected().ifPresent(old -> touched.add(old.id()));
            instrument
                    .facts()
                    .certificateId()
                    .ifPresent(id -> certificates.put(instrument.instrumentId(), id));
        }
        pools.join(certificates);
        Set<String> notBought = pools.notBought(touched);
        steps.add(
                insertions.stream().flatMap(insertion -> firstSteps(insertion, notBought)).toList(),
                caller);
        pools.sumUp(touched);
        told.tell(pools.sharing(touched));
    }

    private Stream<Taken> firstSteps(
            Insertion<RegisteredInstrument, RegisteredInstrument> insertion,
            Set<String> notBought) {
        RegisteredInstrument instrument = insertion.record();
        boolean sameId =
                insertion
                        .corrected()
                        .filter(old -> old.id().equals(instrument.instrumentId()))
                        .isPresent();
        Stream<Step> taken =
                Stream.of(
                                Optional.of(sameId ? Step.CORRECTED : Step.ISSUED),
                                Optional.of(Step.BOUGHT)
                                        .filter(bought ->
                                                instrument.acquired()
                                                        == RegisteredInstrument.Acquired.BOUGHT)
                                        .filter(bought ->
                                                !sameId
                                                        || notBought.contains(
                                                                instrument.instrumentId())))
                        .flatMap(Optional::stream);
        return taken.map(step ->
                new Taken(
                        instrument.instrumentId(),
                        step,
                        Optional.empty(),
                        instrument.quantity().energyKwh(),
                        today(),
                        instrument.evidence()));
    }

    /// Notes that the instrument became the company's own.
    ///
    /// @throws StepRefused when it was bought before
    @Transactional
    void buy(String instrumentId, LocalDate on, Optional<String> note, String caller) {
        RegisteredInstrument instrument = held(instrumentId);
        Position position = pools.position(instrumentId);
        if (position.status() != InstrumentStatus.ISSUED) {
            throw new StepRefused("'%s' was bought before".formatted(instrumentId));
        }
        take(instrument, Step.BOUGHT, position.energyKwh(), on, note, caller);
    }

    /// Notes that what was not retired has expired: it is claimed no more, and what was allocated
    /// of it is withdrawn.
    ///
    /// @throws StepRefused when nothing is left that could expire
    @Transactional
    void expire(String instrumentId, LocalDate on, Optional<String> note, String caller) {
        RegisteredInstrument instrument = held(instrumentId);
        Position position = pools.position(instrumentId);
        BigDecimal expiring = position.leftKwh().add(position.provisionalKwh());
        if (expiring.signum() <= 0) {
            throw new StepRefused(
                    "Nothing of '%s' is left to expire: it is %s"
                            .formatted(instrumentId, position.status()));
        }
        allocations.withdraw(
                allocations.of(pools.sharing(List.of(instrumentId))).stream()
                        .filter(allocation -> allocation.status() == AllocationStatus.PROVISIONAL)
                        .map(allocation -> allocation.order().allocationId())
                        .toList());
        take(instrument, Step.EXPIRED, expiring, on, note, caller);
    }

    /// Notes that a part went to somebody else, who alone may claim it.
    ///
    /// @throws ClaimRefused when the company does not hold as much
    @Transactional
    void transfer(
            String instrumentId,
            StatedEnergy quantity,
            LocalDate on,
            Optional<String> note,
            String caller) {
        RegisteredInstrument instrument = held(instrumentId);
        Position position = pools.position(instrumentId);
        if (position.status() == InstrumentStatus.ISSUED) {
            throw new StepRefused(
                    "'%s' is issued and not bought; what is not the company's own cannot be handed on"
                            .formatted(instrumentId));
        }
        quantity.refuseUnlessOf(instrument.facts().kind());
        if (quantity.energyKwh().compareTo(position.leftKwh()) > 0) {
            throw new NotEnoughLeft(instrumentId, quantity.energyKwh(), position);
        }
        take(instrument, Step.TRANSFERRED, quantity.energyKwh(), on, note, caller);
    }

    private void take(
            RegisteredInstrument instrument,
            Step step,
            BigDecimal energyKwh,
            LocalDate on,
            Optional<String> note,
            String caller) {
        String id = instrument.instrumentId();
        steps.add(List.of(new Taken(id, step, Optional.empty(), energyKwh, on, note)), caller);
        pools.sumUp(List.of(id));
        told.tell(pools.sharing(List.of(id)));
    }

    /// The instrument that stands, its pool held until the transaction ends.
    ///
    /// @throws UnknownInstrument when there is none
    private RegisteredInstrument held(String instrumentId) {
        pools.hold(List.of(instrumentId));
        return table.standing(instrumentId).orElseThrow(() -> new UnknownInstrument(instrumentId));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// What stands against instruments of a batch, besides their ids.
    private static final class Registration {

        private final Map<String, RegisteredInstrument> standing = new HashMap<>();
        private final Map<String, String> contractOfCertificate = new HashMap<>();
        private final Map<String, List<RegisteredInstrument>> known;
        private final ClaimPools.Standing pools;

        Registration(
                List<Stored<RegisteredInstrument>> known,
                List<RegisteredInstrument> contracts,
                ClaimPools.Standing pools) {
            this.known =
                    known.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Stored::id,
                                            Collectors.mapping(
                                                    Stored::content, Collectors.toList())));
            this.pools = pools;
            known.stream()
                    .filter(stored -> !stored.superseded())
                    .map(Stored::content)
                    .forEach(this::note);
            contracts.forEach(this::note);
        }

        void note(RegisteredInstrument instrument) {
            instrument.supersedes().ifPresent(standing::remove);
            standing.put(instrument.instrumentId(), instrument);
            instrument
                    .facts()
                    .certificateId()
                    .ifPresent(id -> contractOfCertificate.put(id, instrument.instrumentId()));
        }

        Optional<RowOutcome.Rejected> refusal(RegisteredInstrument instrument) {
            boolean duplicate =
                    known.getOrDefault(instrument.instrumentId(), List.of()).contains(instrument);
            return duplicate
                    ? Optional.empty()
                    : Stream.of(
                                    certificate(instrument),
                                    contract(instrument),
                                    correction(instrument))
                            .flatMap(Optional::stream)
                            .findFirst()
                            .or(() -> claims(instrument));
        }

        /// A contract's certificate belongs to it alone, and is a certificate.
        private Optional<RowOutcome.Rejected> certificate(RegisteredInstrument contract) {
            Optional<String> certificateId = contract.facts().certificateId();
            Optional<String> taken =
                    certificateId
                            .map(contractOfCertificate::get)
                            .filter(owner -> !owner.equals(contract.instrumentId()))
                            .filter(owner -> contract.supersedes().filter(owner::equals).isEmpty());
            if (taken.isPresent()) {
                return refuse(
                        "certificateId",
                        "CERTIFICATE_TAKEN",
                        "'%s' belongs to '%s'; a certificate belongs to one contract"
                                .formatted(certificateId.orElseThrow(), taken.get()));
            }
            return certificateId
                    .map(standing::get)
                    .filter(other -> !other.facts().kind().isCertificate())
                    .flatMap(other ->
                            refuse(
                                    "certificateId",
                                    "NOT_A_CERTIFICATE",
                                    "'%s' is registered as %s, which is no certificate"
                                            .formatted(
                                                    other.instrumentId(), other.facts().kind())));
        }

        /// What a contract names as its certificate is one.
        private Optional<RowOutcome.Rejected> contract(RegisteredInstrument instrument) {
            return Optional.ofNullable(contractOfCertificate.get(instrument.instrumentId()))
                    .filter(contract -> !instrument.facts().kind().isCertificate())
                    .flatMap(contract ->
                            refuse(
                                    "kind",
                                    "NOT_A_CERTIFICATE",
                                    "'%s' names '%s' as its certificate, and %s is none"
                                            .formatted(
                                                    contract,
                                                    instrument.instrumentId(),
                                                    instrument.facts().kind())));
        }

        /// A correction keeps the certificate, and under another id comes before any claim.
        private Optional<RowOutcome.Rejected> correction(RegisteredInstrument instrument) {
            Optional<RegisteredInstrument> old = instrument.supersedes().map(standing::get);
            if (old.isEmpty()) {
                return Optional.empty();
            }
            String oldId = old.get().instrumentId();
            Optional<String> bound = old.get().facts().certificateId();
            if (bound.isPresent() && !bound.equals(instrument.facts().certificateId())) {
                return refuse(
                        "certificateId",
                        "CERTIFICATE_BOUND",
                        "'%s' and its certificate '%s' are one claim and stay so"
                                .formatted(oldId, bound.get()));
            }
            return !oldId.equals(instrument.instrumentId())
                            && pools.usedKwh(List.of(oldId)).signum() > 0
                    ? refuse(
                            "supersedes",
                            "CLAIMS_ON_FILE",
                            "'%s' is claimed already; correct it under its own id".formatted(oldId))
                    : Optional.empty();
        }

        /// What is claimed already fits into what is registered.
        private Optional<RowOutcome.Rejected> claims(RegisteredInstrument instrument) {
            List<String> ids =
                    Stream.concat(
                                    Stream.of(instrument.instrumentId()),
                                    instrument.facts().certificateId().stream())
                            .toList();
            List<String> sharing = pools.sharing(ids);
            BigDecimal energy =
                    sharing.stream()
                            .filter(id -> !id.equals(instrument.instrumentId()))
                            .flatMap(id -> Optional.ofNullable(standing.get(id)).stream())
                            .map(other -> other.quantity().energyKwh())
                            .reduce(instrument.quantity().energyKwh(), BigDecimal::min);
            BigDecimal used = pools.usedKwh(ids);
            return used.compareTo(energy) > 0
                    ? refuse(
                            "quantity",
                            "BELOW_CLAIMED",
                            "%s kWh of '%s' are claimed, expired or handed on already, more than the %s kWh that could be claimed then"
                                    .formatted(
                                            used.toPlainString(),
                                            instrument.instrumentId(),
                                            energy.toPlainString()))
                    : Optional.empty();
        }

        private static Optional<RowOutcome.Rejected> refuse(
                String field, String code, String message) {
            return Optional.of(new RowOutcome.Rejected(field, code, message));
        }
    }
}
