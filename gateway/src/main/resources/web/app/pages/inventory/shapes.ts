import type { Amount } from '../../language/format';

/** What the emissions API answers, as far as the overview and the inventory read it. */
export interface Mass {
    kgCo2e?: Amount;
}

export type ScopeCode = 'SCOPE_1' | 'SCOPE_2' | 'SCOPE_3';
export type Scope2Method = 'LOCATION_BASED' | 'MARKET_BASED';

export interface Finding {
    code: string;
    severity: 'OPEN' | 'NOTE';
    subject?: string | null;
    message: string;
}

export interface Coverage {
    tier: string;
    energyKwh: Amount;
    share: Amount;
}

export interface Gas {
    gas: string;
    kg: Amount;
}

export interface DataQuality {
    score?: Amount;
    scoredShare?: Amount;
    measuredShare?: Amount;
    invoicedShare?: Amount;
    estimatedShare?: Amount;
    statedShare?: Amount;
    defaultedShare?: Amount;
    unknownShare?: Amount;
}

export interface EntityFigures {
    entity?: string | null;
    scope1KgCo2e?: Amount;
    scope2LocationBasedKgCo2e?: Amount;
    scope2MarketBasedKgCo2e?: Amount;
    scope3KgCo2e?: Amount;
}

export interface Restatement {
    scope1KgCo2e?: Amount;
    scope2LocationBasedKgCo2e?: Amount;
    scope2MarketBasedKgCo2e?: Amount;
    scope3KgCo2e?: Amount;
    totalLocationBasedKgCo2e?: Amount;
    totalMarketBasedKgCo2e?: Amount;
}

export type Status = 'DRAFT' | 'VALIDATED' | 'LOCKED' | 'RESTATED';

export interface Inventory {
    period: string;
    gwpSet: string;
    status: Status;
    complete: boolean;
    version?: number | null;
    carriedForward?: boolean;
    consolidationApproach?: string;
    findings: Finding[];
    scope1?: Mass;
    scope2?: { locationBased?: Mass; marketBased?: Mass & { coverage?: Coverage[] } };
    scope3?: Mass & { categories?: (Mass & { category: string })[] };
    total?: { locationBased?: Mass; marketBased?: Mass };
    gases?: Gas[];
    otherGases?: Gas[];
    biogenicCo2Kg?: Amount;
    avoidedKgCo2e?: Amount;
    apart?: { accounting: string; record: string; resultId: string; kgCo2e: Amount }[];
    uncertainty?: {
        lowerKgCo2e?: Amount;
        upperKgCo2e?: Amount;
        coveredShare?: Amount;
        coveredKgCo2e?: Amount;
        halfWidthKgCo2e?: Amount;
        halfWidth?: Amount;
        note?: string | null;
    } | null;
    dataQuality?: DataQuality | null;
    basis?: { gwpSet: string; share: Amount; co2OnlyShare?: Amount }[];
    missing?: { entity?: string | null; subject: string; reason?: string | null }[];
    entities?: EntityFigures[];
    restatement?: Restatement | null;
}

/** One result: what a record gives. */
export interface Result {
    id: string;
    scope: ScopeCode;
    method?: Scope2Method | null;
    category?: string | null;
    siteId?: string | null;
    activity: string;
    record: string;
    period: string;
    kgCo2e: Amount;
    factorId?: string | null;
    factorVersion?: string | null;
    flags: string[];
    provenance?: string | null;
    halfWidth?: Amount;
    quality?: string | null;
}

export interface Page<T> {
    items: T[];
    nextCursor?: string | null;
}

/** Why a figure is what it is. */
export interface Trace {
    step: string;
    inputs: Record<string, string>;
    formula: string;
    output: string;
    children: Trace[];
}

export interface Factor {
    id: string;
    version: string;
    activity: string;
    name?: string | null;
    purpose: string;
    region: string;
    validFrom?: string | null;
    validTo?: string | null;
    gases: { gas: string; value: Amount; unit: string; per: string }[];
    publisher?: string | null;
    source?: string | null;
    published?: string | null;
    licence?: string | null;
    confidence?: string | null;
    uncertainty?: string | null;
    notes?: string | null;
}

export interface Site {
    siteId: string;
    name: string;
    kind: string;
}

export interface Comparison {
    figure: string;
    method?: Scope2Method | null;
    unit: string;
    computed?: Amount;
    published?: Amount;
    difference?: Amount;
    differencePercent?: Amount;
    comment?: string | null;
}

export interface Reconciliation {
    period: string;
    figures: Comparison[];
}

export interface Step {
    step: string;
    kgCo2e: Amount;
}

export interface BridgeEnd {
    period: string;
    version?: number | null;
    gwpSet: string;
    consolidationApproach: string;
    kgCo2e: Amount;
}

export interface BridgeLine {
    scope: string;
    category?: string | null;
    siteId?: string | null;
    activity: string;
    record?: string | null;
    fromKgCo2e: Amount;
    toKgCo2e: Amount;
    steps: Step[];
}

export interface Bridge extends Page<BridgeLine> {
    from: BridgeEnd;
    to: BridgeEnd;
    method: Scope2Method;
    rule: string;
    steps: Step[];
}

export interface UncertaintyLine {
    scope: string;
    method?: Scope2Method | null;
    category?: string | null;
    kgCo2e: Amount;
    coveredShare?: Amount;
    coveredKgCo2e?: Amount;
    halfWidthKgCo2e?: Amount;
    halfWidth?: Amount;
    score?: Amount;
    scoredShare?: Amount;
}

export interface Uncertainty {
    period: string;
    method: Scope2Method;
    storedVersion?: number | null;
    lines: UncertaintyLine[];
    simulated?: {
        runs: number;
        seed: number;
        coveredKgCo2e?: Amount;
        meanKgCo2e?: Amount;
        medianKgCo2e?: Amount;
        lowerKgCo2e?: Amount;
        upperKgCo2e?: Amount;
    } | null;
}

export interface Transition {
    year: number;
    position: number;
    from: Status;
    to: Status;
    reason?: string | null;
    acknowledged: string[];
    at: string;
    by: string;
}

export interface Version {
    version: number;
    status: Status;
    at: string;
    by: string;
    reason?: string | null;
    complete: boolean;
    gwpSet: string;
    consolidationApproach: string;
    contentSha256: string;
    totalLocationBasedKgCo2e?: Amount;
    totalMarketBasedKgCo2e?: Amount;
}

export interface Intensities {
    period: string;
    intensities: {
        driver: string;
        figure: string;
        method?: Scope2Method | null;
        numerator?: Mass;
        denominator?: { value: Amount; unit: string };
        value?: Amount;
        unit?: string;
    }[];
}

export interface Conformance {
    document: string;
    agree: number;
    documented: number;
    differ: number;
    examples: {
        id: string;
        example: string;
        chapter: string;
        unit: string;
        computed?: Amount;
        printed?: Amount;
        difference?: Amount;
        verdict: string;
        misprint?: string | null;
        note?: string | null;
    }[];
}
