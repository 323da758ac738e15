import type { Amount } from '../language/format';

/** What the emissions API answers, as far as several pages read it. */
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
