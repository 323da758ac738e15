import type { Amount } from '../../language/format';

/** What the API answers about how sure, how well checked and how it moved. */

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
