package org.netzero.energy.claim;

import java.util.List;
import java.util.Optional;

/// What one rule set says of a claim, and why.
///
/// @param reasons one sentence each: what is not met, else what is not known, else on what
///   condition it is met
public record Judgement(RuleSet ruleSet, Verdict verdict, List<String> reasons) {

    public Judgement {
        reasons = List.copyOf(reasons);
    }

    /// Whether it is met, or would be if what is not stated turned out well.
    public boolean canBeMet() {
        return verdict == Verdict.MET || verdict == Verdict.UNKNOWN;
    }

    /// What a rule set says, among what all say.
    public static Optional<Verdict> of(RuleSet ruleSet, List<Judgement> judgements) {
        return judgements.stream()
                .filter(judgement -> judgement.ruleSet() == ruleSet)
                .map(Judgement::verdict)
                .findFirst();
    }
}
