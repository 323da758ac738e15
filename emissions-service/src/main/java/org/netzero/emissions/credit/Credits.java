package org.netzero.emissions.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The register of credits. No inventory reads it.
@ApplicationScoped
class Credits {

    private final CreditRepository repository;
    private final Clock clock;

    Credits(CreditRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    List<Credit> list() {
        return repository.list("order by creditId").stream().map(CreditEntity::credit).toList();
    }

    /// Registers all of them, or none. A credit on file may be sent again, and with the day of its
    /// retirement where it had none.
    ///
    /// @return how many were new or retired
    /// @throws CreditConflict when an id is on file with other content
    @Transactional
    int register(List<Credit> credits, String recordedBy) {
        int changed = 0;
        for (Credit credit : credits) {
            Optional<CreditEntity> stored =
                    repository.findByIdOptional(credit.creditId(), LockModeType.PESSIMISTIC_WRITE);
            if (stored.isEmpty()) {
                repository.persist(CreditEntity.of(credit, clock.instant(), recordedBy));
                changed++;
            } else if (!stored.get().credit().equals(credit)) {
                retire(stored.get(), credit);
                changed++;
            }
        }
        return changed;
    }

    private static void retire(CreditEntity stored, Credit credit) {
        Credit before = stored.credit();
        Credit retired =
                new Credit(
                        before.creditId(),
                        before.standard(),
                        before.project(),
                        before.vintage(),
                        before.kind(),
                        before.quantity(),
                        credit.retiredOn(),
                        before.evidence());
        if (before.retiredOn().isPresent() || !retired.equals(credit)) {
            throw new CreditConflict(credit.creditId());
        }
        stored.retiredOn = credit.retiredOn().orElse(null);
    }
}
