/** An accounting amount travels as a string, a projected one as a number; absent means that nobody knows it. */
export type Amount = string | number | null | undefined;

export interface Session {
    name: string;
    roles: string[];
    csrfToken?: string;
}

export interface Organization {
    name: string;
    consolidationApproach?: string;
    baseYear?: number;
}

export interface Finding {
    code: string;
    severity?: string;
    subject?: string;
    message: string;
}

export interface Mass {
    kgCo2e?: Amount;
}

export interface Inventory {
    period: string;
    gwpSet: string;
    status: string;
    complete: boolean;
    findings: Finding[];
    scope1?: Mass;
    scope2?: { locationBased?: Mass; marketBased?: Mass };
    scope3?: Mass & { categories?: { category: string; kgCo2e?: Amount }[] };
    total?: { locationBased?: Mass; marketBased?: Mass };
    biogenicCo2Kg?: Amount;
    avoidedKgCo2e?: Amount;
    uncertainty?: { lowerKgCo2e?: Amount; upperKgCo2e?: Amount; coveredShare?: Amount; halfWidthKgCo2e?: Amount; note?: string };
    /** Null in inventories that were stored before it was kept. */
    dataQuality?: DataQuality | null;
}

/** Shares of all emissions; null where there are none. */
export interface DataQuality {
    /** From 1, the best, to 5, of what has one. */
    score?: Amount;
    scoredShare?: Amount;
    measuredShare?: Amount;
    invoicedShare?: Amount;
    estimatedShare?: Amount;
    statedShare?: Amount;
    defaultedShare?: Amount;
    unknownShare?: Amount;
}

export interface Balance {
    period: string;
    totalMwh?: { asPublished?: Amount; gri302?: Amount };
    directMwh?: Amount;
    indirectMwh?: Amount;
    byCarrier: CarrierEnergy[];
    renewable?: { purchasedMwh?: Amount; ownMwh?: Amount };
    renewableShare?: { value?: Amount; numeratorMwh?: Amount; denominatorMwh?: Amount; convention?: string };
    findings: Finding[];
}

export interface CarrierEnergy {
    carrier: string;
    quantity?: { value: Amount; unit: string };
    energyMwh?: Amount;
    provenance?: string;
}

export interface Reconciliation {
    period: string;
    figures: ReconciledFigure[];
}

export interface ReconciledFigure {
    figure: string;
    /** Of scope 2, where the report does not say which it used. */
    method?: string | null;
    unit: string;
    computed?: Amount;
    published?: Amount;
    difference?: Amount;
    differencePercent?: Amount;
    comment?: string;
}

export interface Fleet {
    year: number;
    mean?: { pue?: Amount };
    energyWeighted?: { pue?: Amount };
    stated?: { pue?: Amount };
    included: string[];
    leftOut: { datacenterId: string; reason: string }[];
}

export interface ScenarioSummary {
    id: string;
    name: string;
    baseYear: number;
    targetYear: number;
}

export interface Projection {
    scenarioId: string;
    asOf?: string;
    years: ProjectedYear[];
    remarks?: string[];
    rebasing?: Rebasing | null;
}

/** How measured data centres moved the model. */
export interface Rebasing {
    year: number;
    ratio: Amount;
    fleetShareMeasured: Amount;
    facilities?: MeasuredFacility[];
}

export interface MeasuredFacility {
    datacenterId: string;
    counted: boolean;
    reason?: string | null;
    measuredMwh?: Amount;
    expectedMwh?: Amount;
    annualisedMwh?: Amount;
    rebasedMwh?: Amount;
}

export interface ProjectedYear {
    year: number;
    actual: boolean;
    baselineTonnes?: Amount;
    scope1Tonnes?: Amount;
    scope2LocationTonnes?: Amount;
    scope2MarketTonnes?: Amount;
    scope3Tonnes?: Amount;
    grossTonnes?: Amount;
    wedges?: { leverId: string; tonnes: Amount }[];
    electricityMwh?: Amount;
    pue?: Amount;
    renewableShare?: Amount;
    creditsTonnes?: Amount;
    netTonnes?: Amount;
    targetTonnes?: Amount;
    gapTonnes?: Amount;
    claim?: { status: string; reasons: string[] };
}

export interface Score {
    company: string;
    kind: string;
    method: string;
    horizon: number;
    meanAbsoluteLogError: number;
    n: number;
}

export interface BackTest {
    methods: { method: string; equation: string }[];
    companies: string[];
    scores: Score[];
    bandsUnseen: { company: string; horizon: number; insideShare: number; n: number }[];
}
