package org.netzero.gateway.roadmap.plan;

/// The years of a plan, counted from 0 for the year after the base year.
record PlanYears(int baseYear, int lastYear) {

    private static final int MAXIMUM = 60;

    static PlanYears checked(int baseYear, int lastYear) {
        Field base = Field.of("baseYear");
        base.between(baseYear, 1990, 2150, "state a calendar year");
        Field.of("lastYear")
                .between(
                        lastYear,
                        baseYear + 1.0,
                        baseYear + (double) MAXIMUM,
                        "plan to a year after the base year " + baseYear);
        return new PlanYears(baseYear, lastYear);
    }

    int count() {
        return lastYear - baseYear;
    }

    int index(int year) {
        return year - baseYear - 1;
    }

    int year(int index) {
        return baseYear + 1 + index;
    }
}
