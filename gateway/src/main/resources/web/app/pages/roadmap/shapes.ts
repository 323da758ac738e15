import type { Amount } from '../../language/format';

export type * from './planShapes';
export type * from './scenarioShapes';
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
    /** A code for each of the reasons. */
    grounds?: string[];
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
