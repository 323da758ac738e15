import type { Mass, Scope2Method, ScopeCode, Status } from '../../api/inventory';
import type { Page } from '../../api/pages';
import type { Amount } from '../../language/format';

export type * from '../../api/inventory';
export type { Page } from '../../api/pages';

/** What else the emissions API answers: one result is what a record gives. */
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
