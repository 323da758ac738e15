import type { Amount } from '../../language/format';

export type * from './planShapes';
export type * from './studyShapes';

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
    source?: string;
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

export interface Growth {
    initialGrowthPerYear?: number;
    longTermGrowthPerYear?: number;
    damping?: number;
    provenance?: string;
    source?: string;
}

export interface StatedTarget {
    id: string;
    metric: string;
    year: number;
    tonnes?: number;
    share?: number;
    changeFromBase?: number;
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
    startYear?: number;
    rampPerYear?: number;
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
    electricity?: {
        growth?: Growth;
        dataCenterShare?: Assumption;
        itLoad?: Assumption;
        gridFactors?: { locationChangePerYear?: Assumption; residualChangePerYear?: Assumption; contractTonnesPerMwh?: Assumption };
    };
    otherActivity?: Growth;
    targets?: StatedTarget[];
    offsets?: {
        permitted: boolean;
        maximumTonnesPerYear?: number;
        price?: { perTonne: number; currency: string };
        register?: unknown[];
        provenance?: string;
        source?: string;
    };
    frozen?: { by: string; at: string } | null;
    [other: string]: unknown;
}
