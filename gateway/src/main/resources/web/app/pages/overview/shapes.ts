import type { Amount } from '../../language/format';

/** What the other services answer, as far as the overview reads it. */
export interface Balance {
    period: string;
    totalMwh?: { asPublished?: Amount };
    byCarrier: { carrier: string; energyMwh?: Amount; provenance?: string }[];
    renewable?: { purchasedMwh?: Amount; ownMwh?: Amount };
    renewableShare?: { value?: Amount; numeratorMwh?: Amount; denominatorMwh?: Amount };
    findings?: { code: string; severity?: string; subject?: string | null; message: string }[];
}

export interface Progress {
    targetVersion?: number | null;
    pace: { pointsAYearSoFar?: Amount; pointsAYearNeeded?: Amount; until?: number | null };
    years: { year: number; standing: 'ON_FILE' | 'YEAR_TO_DATE' | 'ASSUMED'; share?: Amount; path?: Amount }[];
}

export interface Fleet {
    year: number;
    mean: { pue?: Amount };
    energyWeighted: { pue?: Amount };
    stated?: { pue?: Amount };
    included: string[];
    leftOut: { datacenterId: string; reason: string }[];
}

/** How a facility is doing. */
export interface Operation {
    datacenterId: string;
    name: string;
    points: number;
    silentPoints: number;
    today?: { completeness?: Amount; pue?: Amount } | null;
    /** By code, notes among them. */
    openFindings: Record<string, number>;
    /** How many of them are notes. */
    openNotes?: number;
}

export interface FacilityFindings {
    items: { id: string; code: string; severity: string; datacenterId: string; message: string; from?: string | null }[];
    nextCursor?: string | null;
}

export interface Scenario {
    id: string;
    name: string;
    baseYear: number;
    targetYear: number;
}

export interface ProjectedYear {
    year: number;
    actual: boolean;
    baselineTonnes?: Amount;
    grossTonnes?: Amount;
    netTonnes?: Amount;
    targetTonnes?: Amount;
    gapTonnes?: Amount;
    renewableShare?: Amount;
    targetRenewableShare?: Amount;
    creditsNeededTonnes?: Amount;
    claim?: { status: string; reasons: string[]; grounds?: string[] };
}

export interface Projection {
    scenarioId: string;
    asOf?: string;
    years: ProjectedYear[];
    targets?: { targetId: string; metric: string; year: number }[];
}

export interface Collection {
    counts: Record<string, number>;
}

export interface ImportRun {
    importId: string;
    kind: string;
    status: string;
    recordedAt: string;
    recordedBy: string;
    accepted: number;
    duplicates: number;
    rejectedRows: number;
}

export interface Vintage {
    recordedAt: string;
    scenarioVersion: number;
    year: number;
    grossTonnes?: Amount;
    gapTonnes?: Amount;
}
