package org.netzero.gateway.roadmap.engine;

/// An input breaks a rule of the roadmap. The message names the value and the remedy.
public abstract sealed class RoadmapRefusal extends RuntimeException
        permits DuplicateEntry,
                InventoryOfAnotherYear,
                LeverOutsideItsNode,
                LeversExcludeEachOther,
                TargetLevelOfAnotherKind,
                TooManyLevers,
                UnexplainedScope2,
                ValueOutOfRange {

    private static final long serialVersionUID = 1L;

    private final String subject;
    private final String remedy;

    RoadmapRefusal(String subject, String broken, String remedy) {
        super(subject + " " + broken + ": " + remedy);
        this.subject = subject;
        this.remedy = remedy;
    }

    /// The field, lever or target that breaks the rule.
    public String subject() {
        return subject;
    }

    public String remedy() {
        return remedy;
    }
}
