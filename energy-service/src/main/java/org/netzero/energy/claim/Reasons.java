package org.netzero.energy.claim;

import java.util.ArrayList;
import java.util.List;

/// Collects what a rule set finds: one broken rule outweighs anything unknown, and that outweighs
/// conditions.
final class Reasons {

    private final List<String> broken = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();

    void broken(String reason) {
        broken.add(reason);
    }

    void unknown(String reason) {
        unknown.add(reason);
    }

    void condition(String reason) {
        conditions.add(reason);
    }

    Judgement judgement(RuleSet ruleSet) {
        if (!broken.isEmpty()) {
            return new Judgement(ruleSet, Verdict.NOT_MET, broken);
        }
        return unknown.isEmpty()
                ? new Judgement(ruleSet, Verdict.MET, conditions)
                : new Judgement(ruleSet, Verdict.UNKNOWN, unknown);
    }
}
