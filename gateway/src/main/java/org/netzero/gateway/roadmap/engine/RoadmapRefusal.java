package org.netzero.gateway.roadmap.engine;

/// An input breaks a rule of the roadmap. The message names the value and the remedy.
public abstract sealed class RoadmapRefusal extends RuntimeException
        permits CertificatesWithoutZone,
                DuplicateEntry,
                InventoryOfAnotherYear,
                LeverOutsideItsNode,
                LeversExcludeEachOther,
                LeversRequireEachOther,
                SharesDoNotSumToOne,
                TargetLevelOfAnotherKind,
                TooManyLevers,
                UnexplainedScope2,
                UnknownName,
                ValueOutOfRange {

    private static final long serialVersionUID = 1L;

    private final String subject;
    private final String remedy;
    private String path = "";

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

    /// Where in the scenario the field is, such as `levers[2].deployment.startYear`; empty where
    /// the refused part does not know the whole it belongs to.
    public String path() {
        return path;
    }

    /// Says where the field is.
    RoadmapRefusal at(String place) {
        path = place;
        return this;
    }
}
