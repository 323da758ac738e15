package org.netzero.energy.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.netzero.energy.balance.Span;
import org.netzero.energy.claim.Judgement;

/// A claim, or a step on the way of an instrument, that a rule does not allow. Nothing was stored.
abstract sealed class ClaimRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private ClaimRefused(String message) {
        super(message);
    }

    /// More is asked for than is left of the instrument: a kilowatt-hour is claimed once.
    static final class NotEnoughLeft extends ClaimRefused {
        private static final long serialVersionUID = 1;

        NotEnoughLeft(String instrumentId, BigDecimal askedKwh, Position position) {
            super(
                    "%s kWh are asked for, %s kWh of '%s' are left: of %s kWh, %s are allocated, %s retired, %s expired and %s handed on"
                            .formatted(
                                    askedKwh.toPlainString(),
                                    position.leftKwh().toPlainString(),
                                    instrumentId,
                                    position.energyKwh().toPlainString(),
                                    position.provisionalKwh().toPlainString(),
                                    position.retiredKwh().toPlainString(),
                                    position.expiredKwh().toPlainString(),
                                    position.transferredKwh().toPlainString()));
        }
    }

    /// The step is not on the way issued, bought, allocated, retired or expired.
    static final class StepRefused extends ClaimRefused {
        private static final long serialVersionUID = 1;

        StepRefused(String reason) {
            super(reason);
        }
    }

    /// The site did not buy as much as would be claimed of it.
    static final class AboveConsumption extends ClaimRefused {
        private static final long serialVersionUID = 1;

        AboveConsumption(String where, Span period, BigDecimal askedKwh, String left) {
            super(
                    "%s kWh are asked for in %s; of the electricity that %s bought, %s"
                            .formatted(askedKwh.toPlainString(), period, where, left));
        }
    }

    /// The site did not generate and use as much as would be sold of it.
    static final class AboveOwnGeneration extends ClaimRefused {
        private static final long serialVersionUID = 1;

        AboveOwnGeneration(String where, Span period, BigDecimal askedKwh, String left) {
            super(
                    "The attributes of %s kWh are to be sold in %s; of the renewable electricity that %s generated and used itself, %s"
                            .formatted(askedKwh.toPlainString(), period, where, left));
        }
    }

    /// No rule set is met, or could be.
    static final class NoRuleSetMet extends ClaimRefused {
        private static final long serialVersionUID = 1;

        NoRuleSetMet(String instrumentId, List<Judgement> judgements) {
            super(
                    "'%s' covers this consumption by no rule set. %s"
                            .formatted(
                                    instrumentId,
                                    judgements.stream()
                                            .map(judgement ->
                                                    "%s: %s"
                                                            .formatted(
                                                                    judgement.ruleSet(),
                                                                    judgement.reasons().isEmpty()
                                                                            ? "not applicable."
                                                                            : String.join(
                                                                                    " ",
                                                                                    judgement
                                                                                            .reasons())))
                                            .collect(Collectors.joining(" "))));
        }
    }

    /// The instrument's emission rate is not known, so what it covers cannot be accounted.
    static final class RateUnknown extends ClaimRefused {
        private static final long serialVersionUID = 1;

        RateUnknown(String instrumentId, Enum<?> technology) {
            super(
                    "The emission rate of '%s' (%s) is not stated; register it anew with kgCo2ePerKwh and supersedes '%s'"
                            .formatted(instrumentId, technology, instrumentId));
        }
    }

    /// The allocation's id belongs to another allocation.
    static final class IdTaken extends ClaimRefused {
        private static final long serialVersionUID = 1;

        IdTaken(Allocation.Order order) {
            super(
                    "allocationId '%s' is taken by an allocation with other content; leave it out to get a new one"
                            .formatted(order.allocationId()));
        }
    }
}
