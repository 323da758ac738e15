import type { Amount } from '../../language/format';

/** What the roadmap's API answers, as far as this page shows it. */

export interface ScenarioSummary {
    id: string;
    name: string;
    baseYear: number;
    targetYear: number;
    version: number;
    shipped?: boolean;
    frozen?: boolean;
}

export interface Wedge {
    leverId: string;
    tonnes?: Amount;
    aloneTonnes?: Amount;
    lastInTonnes?: Amount;
    standardErrorTonnes?: Amount;
}

export interface Claim {
    status: string;
    reasons: string[];
}

export interface ProjectedYear {
    year: number;
    actual: boolean;
    baselineTonnes?: Amount;
    scope1Tonnes?: Amount;
    scope2LocationTonnes?: Amount;
    scope2MarketTonnes?: Amount;
    scope3Tonnes?: Amount;
    scope3Categories?: { category: string; tonnes?: Amount }[];
    grossTonnes?: Amount;
    wedges?: Wedge[];
    deviationTonnes?: Amount;
    electricityMwh?: Amount;
    pue?: Amount;
    renewableShare?: Amount;
    creditsNeededTonnes?: Amount;
    creditsTonnes?: Amount;
    retirements?: { lotId: string; tonnes?: Amount }[];
    netTonnes?: Amount;
    targetTonnes?: Amount;
    gapTonnes?: Amount;
    targetRenewableShare?: Amount;
    claim?: Claim;
}

export interface Standing {
    targetId: string;
    metric: string;
    year: number;
    unit: string;
    baseValue?: Amount;
    targetValue?: Amount;
    projectedValue?: Amount;
    met?: boolean;
}

export interface MeasuredFacility {
    datacenterId: string;
    counted: boolean;
    reason?: string | null;
    measuredHours?: Amount;
    measuredMwh?: Amount;
    expectedMwh?: Amount;
    rebasedMwh?: Amount;
    annualisedMwh?: Amount;
    weight?: Amount;
}

export interface Rebasing {
    year: number;
    ratio?: Amount;
    fleetShareMeasured?: Amount;
    modelledDataCenterMwh?: Amount;
    rebasedDataCenterMwh?: Amount;
    rule?: string;
    facilities?: MeasuredFacility[];
}

export interface Projection {
    scenarioId: string;
    scenarioVersion?: number;
    methodVersion?: number;
    asOf?: string;
    years: ProjectedYear[];
    targets?: Standing[];
    rebasing?: Rebasing | null;
    impliedFactors?: { derivation?: string };
    remarks?: string[];
    rules?: string[];
}

export interface Equation {
    figure: string;
    formula: string;
    numbers: { symbol: string; value?: Amount }[];
    value?: Amount;
    unit: string;
    text: string;
}

export interface Explanation {
    year: number;
    equations: Equation[];
    derivations?: string[];
}

export interface Assumption {
    value: number;
    provenance?: string;
    source?: string;
}

export interface LeverEffect {
    kind: string;
    scope?: number;
    category?: string;
    depth?: number;
    pue?: number;
    share?: number;
    shareOfElectricity?: number;
    addedMwhPerTonne?: number;
    mwhPerYear?: number;
}

export interface Deployment {
    startYear: number;
    rampPerYear: number;
    leadTimeYears?: number;
    lifeYears?: number;
    renewed?: boolean;
    wanted?: Record<string, number>;
}

export interface Lever {
    id: string;
    name: string;
    node: string;
    effect: LeverEffect;
    deployment: Deployment;
    cost?: { capital?: number; operatingPerYear?: number; currency?: string };
    requires?: string[];
    region?: string;
    marketZone?: string;
    exclusiveGroup?: string;
    provenance?: string;
    source?: string;
}

/** A scenario as it is stored; what this page does not show goes back as it came. */
export interface Scenario {
    id: string;
    name: string;
    baseYear: number;
    targetYear: number;
    version: number;
    levers?: Lever[];
    frozen?: { by: string; at: string } | null;
    [other: string]: unknown;
}

export interface Step {
    leverId: string;
    currency: string;
    presentCost?: Amount;
    tonnes?: Amount;
    costPerTonne?: Amount;
    equation?: string;
}

export interface Saving {
    leverId: string;
    currency: string;
    netPresentValue?: Amount;
    tonnes?: Amount;
}

export interface AbatementCosts {
    discountRate?: Amount;
    curve: Step[];
    savings: Saving[];
    notRanked: { leverId: string; reason: string }[];
    rule?: string;
}

export interface PlanYear {
    year: number;
    baselineTonnes?: Amount;
    grossTonnes?: Amount;
    creditsTonnes?: Amount;
    netTonnes?: Amount;
    gapTonnes?: Amount;
    renewableShare?: Amount;
    capitalCost?: Amount;
    operatingCost?: Amount;
    creditsCost?: Amount;
    realCost?: Amount;
    internalCarbonCost?: Amount;
    creditsBlockedBy?: string[];
    claim?: Claim;
}

export interface PlanLever {
    id: string;
    name: string;
    free?: boolean;
    years: { year: number; decided?: Amount; inUse?: Amount }[];
}

export interface Plan {
    status: string;
    proven?: boolean;
    currency: string;
    simulation?: { agreed?: boolean; largestDifference?: Amount; rounds?: number };
    costs?: { real?: Amount; internalCarbon?: Amount; discountRate?: Amount };
    levers: PlanLever[];
    years: PlanYear[];
    targets: {
        id: string;
        measure: string;
        fromYear?: number;
        untilYear: number;
        tonnes?: Amount;
        reachedTonnes?: Amount;
        gapTonnes?: Amount;
        shadowPricePerTonne?: Amount;
    }[];
    shareTargets: { id: string; year: number; share?: Amount; reachedShare?: Amount; gapMwh?: Amount; shadowPricePerMwh?: Amount }[];
    bindingLimits: { kind: string; subject: string; years: number[]; gapPerUnit?: Amount }[];
    assumed: { field: string; value: string; reason: string }[];
    remarks: string[];
    equations: { figure: string; year?: number; text: string }[];
}

export interface Quantiles {
    p10?: Amount;
    p50?: Amount;
    p90?: Amount;
}

export interface UncertainYear {
    year: number;
    actual: boolean;
    grossTonnes?: Quantiles;
    scope12Tonnes?: Quantiles;
    scope3Tonnes?: Quantiles;
    renewableShare?: Quantiles;
    offTrack?: Amount;
    firstOffTrack?: Amount;
}

export interface Uncertainty {
    runs: number;
    seed: number;
    years: UncertainYear[];
    firstYearOffTrack?: number | null;
    targets: { targetId: string; year: number; probability?: Amount }[];
    sensitivities: { input: string; rankCorrelation: number; share?: Amount }[];
    baseYear?: { closedForm?: Amount; simulated?: Amount };
    creditsNeededTonnes?: Quantiles | null;
    creditsCost?: Quantiles | null;
    creditPrice?: { expected?: Amount; currency?: string; source?: string };
    probabilityBelowOther?: Amount;
    comparedYear?: number | null;
    calibration?: {
        unseen?: { company: string; insideShare?: Amount; n: number }[];
        byCompany?: { insideShare?: Amount; n: number };
    };
    sources?: string[];
}

export interface NamedNumber {
    name: string;
    value?: Amount;
    unit: string;
}

export interface Statement {
    id: string;
    text: string;
    equation?: string;
    numbers: NamedNumber[];
    source?: string;
}

export type Verdict = 'PASS' | 'FAIL' | 'UNKNOWN';

export interface Criterion {
    id: string;
    rule: string;
    version: string;
    verdict: Verdict;
    statement: string;
    equation?: string;
    numbers: NamedNumber[];
    source?: string;
}

export interface Checks {
    count: { pass: number; fail: number; unknown: number };
    statements: Statement[];
    criteria: Criterion[];
    rules: { rule: string; version: string; name: string; value?: Amount; unit: string; source: string }[];
}

export interface ComparedFigure {
    figure: string;
    unit: string;
    values: { scenarioId: string; value?: Amount; difference?: Amount }[];
}

export interface Comparison {
    scenarios: { id: string; name: string; version?: number; asOf?: string; targetYear?: number; targets?: number; targetsMet?: number }[];
    years: { year: number; figures: ComparedFigure[] }[];
}

export interface Vintage {
    recordedAt: string;
    basisAt?: string;
    scenarioVersion?: number;
    methodVersion?: number;
    year: number;
    grossTonnes?: Amount;
    netTonnes?: Amount;
    renewableShare?: Amount;
    gapTonnes?: Amount;
}

export interface Vintages {
    items: Vintage[];
    nextCursor?: string | null;
}

interface Field {
    path: string;
    from?: string | null;
    to?: string | null;
}

export interface MovedPart {
    part: string;
    kind: string;
    explanation?: string;
    records?: { record: string; versionBefore?: number | null; versionAfter?: number | null; fields: Field[] }[];
    recordCount?: number;
    fields?: Field[];
}

export interface MovedFigure {
    figure: string;
    unit: string;
    from?: Amount;
    to?: Amount;
    change?: Amount;
    data?: Amount;
    assumption?: Amount;
    method?: Amount;
    parts: { part: string; kind: string; change?: Amount }[];
}

interface Side {
    at: string;
    scenarioVersion?: number;
    methodVersion?: number;
}

export interface Movement {
    from: Side;
    to: Side;
    parts: MovedPart[];
    remarks?: string[];
    rule?: string;
    years: { year: number; figures: MovedFigure[] }[];
}

export interface Score {
    company: string;
    kind: string;
    method: string;
    horizon: number;
    meanAbsoluteLogError: number;
    n: number;
}

export interface Coverage {
    company: string;
    horizon: number;
    insideShare?: Amount;
    n: number;
}

export interface BackTest {
    rules?: string[];
    methods: { method: string; equation?: string }[];
    companies: string[];
    withoutCases?: string[];
    leftOut?: { reason: string; n: number }[];
    scores: Score[];
    bands: Coverage[];
    bandsUnseen: Coverage[];
    bandsUnseenByCompany?: { insideShare?: Amount; n: number };
    cases: {
        company: string;
        metric: string;
        kind: string;
        origin: number;
        horizon: number;
        asPublished: boolean;
        published?: Amount;
        p10?: Amount;
        p90?: Amount;
        inside?: boolean;
        growth?: string;
        projected: { method: string; value?: Amount; logError?: Amount }[];
    }[];
}
