import type { Amount } from '../../language/format';

export interface Facility {
    datacenterId: string;
    siteId: string;
    name?: string | null;
    inOperationSince: string;
    itCapacityKw?: Amount;
    pueCategory?: number | null;
}

/** What is stated of a facility for reports. */
export interface Profile {
    boundary?: string | null;
    meteredPart?: string | null;
    designPue?: Amount;
    type?: string | null;
    operator?: string | null;
    municipality?: string | null;
}

export interface Site {
    siteId: string;
    name: string;
    timeZone: string;
}

export interface LastHour {
    start: string;
    pue?: Amount;
    held: boolean;
    facilityKw?: Amount;
    itKw?: Amount;
    load?: Amount;
}

/** How a facility is doing now. */
export interface Operations {
    datacenterId: string;
    name?: string | null;
    lastHour?: LastHour | null;
    today: { facilityKwh?: Amount; itKwh?: Amount; pue?: Amount; held: boolean; hours: number; completeness?: Amount };
    points: number;
    silentPoints: number;
    knownUntil?: string | null;
    openFindings: Record<string, number>;
    openNotes: number;
    acknowledgedFindings: number;
}

export interface LastHourOfPoint {
    point: string;
    role: string;
    lastHour?: string | null;
    amount?: Amount;
    unit: string;
    meanKw?: Amount;
    knownUntil?: string | null;
    ageSeconds?: number | null;
    silent: boolean;
}

export interface OperationsWithPoints {
    facility: Operations;
    points: LastHourOfPoint[];
}

export interface Indicators {
    start: string;
    end: string;
    pue?: Amount;
    pueName?: string;
    wue?: Amount;
    cue?: { locationBased?: Amount; marketBased?: Amount };
    ref?: Amount;
    erf?: Amount;
    ere?: Amount;
    facilityKwh?: Amount;
    itKwh?: Amount;
    load?: Amount;
    completeness?: Amount;
    energyByRoleKwh?: Record<string, number>;
    flags: string[];
}

export interface IndicatorSeries {
    datacenterId: string;
    granularity: string;
    intervals: Indicators[];
}

export interface LeftOut {
    datacenterId: string;
    reason: string;
}

export interface Weighted {
    value?: Amount;
    facilities: number;
    leftOut: LeftOut[];
}

export interface Fleet {
    year: number;
    mean: { pue?: Amount };
    energyWeighted: { pue?: Amount };
    included: string[];
    interim: string[];
    leftOut: LeftOut[];
    stated: { pue?: Amount; wue?: Amount; cue?: Amount; ref?: Amount; erf?: Amount };
    weighted: Record<string, Weighted>;
    facilities: { datacenterId: string; leftOut?: string | null; indicators: Indicators }[];
}

export interface Explained {
    indicator: string;
    value?: Amount;
    unit: string;
    standard: string;
    formula: string;
    hours: number;
    inputs: { name: string; value?: Amount; unit: string }[];
    factors: { id: string; version?: string; kgCo2ePerKwh?: Amount; region?: string; source?: string }[];
    missing: { code: string; message: string }[];
}

export interface Trace {
    start: string;
    end: string;
    pueName: string;
    designPue?: Amount;
    boundary: string;
    expectedHours: number;
    measuredHours: number;
    completeness?: Amount;
    flags: string[];
    indicators: Explained[];
}

export interface Point {
    pointId: string;
    role: string;
    quantity: string;
    unit: string;
    parent?: string | null;
    room?: string | null;
    state: string;
}

export interface Interval {
    point?: string | null;
    role: string;
    start: string;
    end: string;
    amount?: Amount;
    covered?: Amount;
}

export interface FacilityFinding {
    id: string;
    code: string;
    severity: 'NOTE' | 'WARNING' | 'ERROR';
    datacenterId: string;
    point?: string | null;
    role?: string | null;
    from: string;
    to: string;
    hours: number;
    message: string;
    remedy: string;
    open: boolean;
    closedAt?: string | null;
    acknowledgement?: { by: string; at: string; note?: string | null } | null;
}

export interface SubmeterBalance {
    hours: number;
    mainKwh?: Amount;
    subKwh?: Amount;
    residualKwh?: Amount;
    residualShare?: Amount;
    fails: boolean;
}

export interface QuarantinedHour {
    role: string;
    start: string;
    reported?: Amount;
    amount?: Amount;
    effect?: Amount;
    state: string;
    note?: string | null;
    decidedBy?: string | null;
    decidedAt?: string | null;
}

export interface Missing {
    what: string;
    reason: string;
}

export interface HeatRecoveryPart {
    start: string;
    end: string;
    heatHandedOverKwh?: Amount;
    heatUsedKwh?: Amount;
    heatPumpElectricityKwh?: Amount;
    deliveredHeatKwh?: Amount;
    cop?: Amount;
    replacedKgCo2e?: Amount;
    heatPumpKgCo2e?: Amount;
    avoidedKgCo2e?: Amount;
    effect?: string;
    equivalent?: { trees: Amount; kgPerTreeAndYear: Amount; source: string } | null;
    completeness?: Amount;
    missing: Missing[];
    flags: string[];
}

export interface HeatRecovery {
    period: string;
    total: HeatRecoveryPart;
    intervals: HeatRecoveryPart[];
}

export interface Savings {
    period: string;
    registered: { baselineId: string };
    baselineKwh?: Amount;
    actualKwh?: Amount;
    savedKwh?: Amount;
    savedShare?: Amount;
    savedKgCo2e?: Amount;
    uncertainty?: { confidence: Amount; halfWidthKwh?: Amount; source?: string } | null;
    effect: string;
    intervals: number;
    expectedIntervals: number;
    missing: string[];
    flags: string[];
}

export interface FreeCoolingPart {
    start: string;
    end: string;
    freeCoolingHours?: number | null;
    loadedHours: number;
    share?: Amount;
    completeness?: Amount;
}

export interface FreeCooling {
    period: string;
    registered: { rule: { rule: string; limit: Amount } };
    total: FreeCoolingPart;
    intervals: FreeCoolingPart[];
}

export interface Waiting {
    records: number;
    seconds: number | null;
}

export interface TelemetryStatus {
    lag: Record<'readings' | 'history' | 'hours', Waiting> & Record<'points' | 'historyPoints', Waiting | null>;
    lastReading?: string | null;
    sinceStart: Record<'taken' | 'refused' | 'duplicates' | 'tooLate', number>;
    perSecond: Record<'taken' | 'refused' | 'duplicates' | 'tooLate', number>;
}

export interface Outputs {
    powerKwh?: Amount;
    heatKwh?: Amount;
    coolingKwh?: Amount;
}

export interface SavedEmissions {
    separateKgCo2e: Amount;
    plantKgCo2e: Amount;
    savedKgCo2e: Amount;
}

/** What a plant made of its fuel in some time. */
export interface Production {
    start: string;
    end: string;
    fuelKwh?: Amount;
    made?: Outputs | null;
    exported?: Outputs | null;
    entersFacilityKwh?: Amount;
    overallEfficiency?: Amount;
    separateFuelKwh?: Amount;
    primaryEnergySaving?: Amount;
    insideInventory?: SavedEmissions | null;
    exportedAvoided?: SavedEmissions | null;
    gridFactor?: { kgCo2ePerKwh: Amount; source: string } | null;
    completeness?: Amount;
    missing: Missing[];
    flags: string[];
}

export interface TriGeneration {
    period: string;
    boundary: string;
    plant: { plant: { fuel: string } };
    referenceSources: string[];
    total: Production;
    intervals: Production[];
}

/** A figure of the European report, or why it is not there. */
export interface EuItem {
    annex: string;
    symbol: string;
    name: string;
    value?: Amount;
    unit: string;
    origin?: string | null;
    hours?: number | null;
    expectedHours?: number | null;
    notAvailable?: string | null;
    basis: string;
}

export interface EuDataCentre {
    datacenterId: string;
    country?: string | null;
    sizeClass?: string | null;
    /** `YES`, or `NO` or `UNKNOWN` with the reason behind a colon. */
    reports: string;
    flags: string[];
    items: EuItem[];
}

export interface EuPack {
    regulation: string;
    year: number;
    formulas: string;
    basis: string;
    dataCentres: EuDataCentre[];
    groups: { sizeClass: string; dataCentres: number; withheld?: string | null; items: EuItem[] }[];
}
