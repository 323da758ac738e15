/** A scenario as it is written, read and stored. */

/** Where a number is from. */
export interface Evidence {
    provenance?: string;
    source?: string;
}

export interface Assumption extends Evidence {
    value?: number;
}

export interface Growth extends Evidence {
    initialGrowthPerYear?: number;
    longTermGrowthPerYear?: number;
    damping?: number;
}

/** What of the activity grows otherwise. */
export interface Activity {
    scope?: number;
    category?: string;
    region?: string;
    growth?: Growth;
}

export interface GridFactors {
    locationChangePerYear?: Assumption;
    residualChangePerYear?: Assumption;
    contractTonnesPerMwh?: Assumption;
}

export interface Electricity {
    growth?: Growth;
    dataCenterShare?: Assumption;
    itLoad?: Assumption;
    gridFactors?: GridFactors;
}

/** A part of the company with a grid of its own. */
export interface Region extends Evidence {
    id?: string;
    marketZone?: string;
    shareOfElectricity?: number;
    shareOfScope1?: number;
    shareOfScope3?: number;
    relativeGridFactor?: number;
    relativeResidualFactor?: number;
    locationChangePerYear?: Assumption;
    residualChangePerYear?: Assumption;
}

export interface StatedTarget extends Evidence {
    id?: string;
    metric?: string;
    year?: number;
    tonnes?: number;
    share?: number;
    changeFromBase?: number;
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

export interface Learning extends Evidence {
    learningRate?: number;
    experienceGrowthPerYear?: number;
}

export interface Cost {
    capital?: number;
    operatingPerYear?: number;
    currency?: string;
    learning?: Learning;
}

export interface Lever extends Evidence {
    id: string;
    name: string;
    node: string;
    effect: LeverEffect;
    deployment: Deployment;
    cost?: Cost;
    requires?: string[];
    region?: string;
    marketZone?: string;
    exclusiveGroup?: string;
}

export interface Price extends Evidence {
    perTonne?: number;
    currency?: string;
}

/** Credits held. */
export interface Lot extends Evidence {
    id?: string;
    vintageYear?: number;
    tonnes?: number;
}

export interface Offsets extends Evidence {
    permitted: boolean;
    maximumTonnesPerYear?: number;
    price?: Price;
    register?: Lot[];
}

/** What this page does not show goes back as it came. */
export interface Scenario {
    id: string;
    name: string;
    baseYear?: number;
    targetYear?: number;
    version: number;
    levers?: Lever[];
    electricity?: Electricity;
    otherActivity?: Growth;
    activities?: Activity[];
    regions?: Region[];
    targets?: StatedTarget[];
    offsets?: Offsets;
    frozen?: { by: string; at: string } | null;
    [other: string]: unknown;
}
