import type { Amount } from '../../language/format';
import type { Finding } from '../../parts/findings';

export interface Recorded {
    value: Amount;
    unit: string;
}

export interface CarrierEnergy {
    carrier: string;
    quantity?: Recorded | null;
    energyMwh?: Amount;
    tce?: Amount;
    provenance?: string;
}

/** What is accounted of one site, carrier and source in a period. */
export interface Line {
    siteId: string;
    carrier: string;
    source: string;
    period: string;
    energyMwh?: Amount;
    provenance?: string;
}

export interface Balance {
    period: string;
    totalMwh?: { asPublished?: Amount; gri302?: Amount };
    directMwh?: Amount;
    indirectMwh?: Amount;
    coalEquivalent?: { asPublishedTce?: Amount; convention?: string };
    byCarrier: CarrierEnergy[];
    renewable?: { purchasedMwh?: Amount; coveredByInstrumentsMwh?: Amount; ownMwh?: Amount; attributesSoldMwh?: Amount };
    electricity?: {
        purchasedMwh?: Amount;
        ownRenewableMwh?: Amount;
        ownCogenerationMwh?: Amount;
        storageLossMwh?: Amount;
        consumedMwh?: Amount;
    };
    renewableShare?: { value?: Amount; numeratorMwh?: Amount; denominatorMwh?: Amount; convention?: string };
    lines?: Line[];
    findings: Finding[];
}

export interface Need {
    usedMwh?: Amount;
    greenMwh?: Amount;
    ownMwh?: Amount;
    retiredMwh?: Amount;
    provisionalMwh?: Amount;
    missingForPathMwh?: Amount;
    missingFor100PercentMwh?: Amount;
}

export interface ProgressYear {
    year: number;
    standing: string;
    share?: Amount;
    path?: Amount;
    distancePoints?: Amount;
    distanceMwh?: Amount;
    company: Need;
}

export interface Progress {
    from: number;
    to: number;
    /** Of the path, where one is stated. */
    targetVersion?: number | null;
    pace: { yearsOnFile: number[]; pointsAYearSoFar?: Amount; trend: boolean; pointsAYearNeeded?: Amount; until: number };
    assumption?: { demandFrom: number; growthAYear?: Amount; source?: string } | null;
    years: ProgressYear[];
    findings: Finding[];
}

export interface Plant {
    plantId: string;
    name: string;
    siteId: string;
    technology: string;
    capacity: Recorded;
    commissioned: string;
    decommissioned?: string | null;
}

export interface PlantPart {
    period: string;
    generatedKwh?: Amount;
    selfUsedKwh?: Amount;
    exportedKwh?: Amount;
    curtailedKwh?: Amount;
    expectedKwh?: Amount;
    capacityFactor?: Amount;
    performanceRatioAgainstExpectation?: Amount;
    specificYieldKwhPerKw?: Amount;
    availability?: Amount;
}

export interface Performance {
    plantId: string;
    period: string;
    total: PlantPart;
    parts: PlantPart[];
    findings: Finding[];
}

export interface Storage {
    storageId: string;
    name: string;
    siteId: string;
    usableCapacityKwh: Amount;
    chargePowerKw: Amount;
    dischargePowerKw: Amount;
    roundTripEfficiency?: Amount;
}

export interface StoragePart {
    start: string;
    end: string;
    chargedKwh?: Amount;
    dischargedKwh?: Amount;
    lostKwh?: Amount;
    stateOfChargeKwh?: Amount;
    stateOfCharge?: Amount;
    missingHours?: number;
}

export interface Operation {
    storageId: string;
    period: string;
    total: StoragePart;
    parts: StoragePart[];
    roundTripEfficiency?: { used?: Amount; measured?: Amount; lowest?: Amount; highest?: Amount };
    convention?: string;
    findings: Finding[];
}

export interface MicrogridPart {
    start: string;
    end: string;
    loadKwh?: Amount;
    gridImportKwh?: Amount;
    pvKwh?: Amount;
    windKwh?: Amount;
    otherGenerationKwh?: Amount;
    storageDischargeKwh?: Amount;
    storageChargeKwh?: Amount;
    storageLossKwh?: Amount;
    stateOfChargeKwh?: Amount;
    gridExportKwh?: Amount;
    curtailedKwh?: Amount;
    residualKwh?: Amount;
    missingHours?: number;
}

export interface MicrogridAnswer {
    siteId: string;
    period: string;
    timeZone: string;
    loadMetered: boolean;
    convention: string;
    total: MicrogridPart;
    parts: MicrogridPart[];
    findings: Finding[];
}

export interface Meter {
    meterId: string;
    siteId: string;
    source: string;
    zone?: string | null;
    inServiceFrom?: string | null;
    inServiceTo?: string | null;
}

export interface Zone {
    zone: string;
    score?: Amount;
    carbonFreeScore?: Amount;
    scoreWithoutStorage?: Amount;
    loadMwh?: Amount;
    supplyMwh?: Amount;
    matchedMwh?: Amount;
    unmatchedMwh?: Amount;
    surplusMwh?: Amount;
    unmatchedHours?: number;
    sites: { siteId: string; score?: Amount; loadMwh?: Amount; matchedMwh?: Amount; loadFrom?: string }[];
}

export interface Matching {
    period: string;
    granularity: string;
    score?: Amount;
    carbonFreeScore?: Amount;
    scoreWithoutStorage?: Amount;
    loadMwh?: Amount;
    matchedMwh?: Amount;
    unmatchedMwh?: Amount;
    surplusMwh?: Amount;
    byVolume?: { month?: Amount; period?: Amount };
    zones: Zone[];
    findings: Finding[];
}

export interface Heatmap {
    period: string;
    zone: string;
    show: string;
    timeZone: string;
    days: { day: string; hours: Amount[] }[];
}

export interface LocationBased {
    zones: { zone: string; gas?: string; drawnMwh?: Amount; hours: number; hoursLeftOut: number; hourlyKg?: Amount; averageKg?: Amount; differenceKg?: Amount; averageGramsPerKwh?: Amount }[];
    findings: Finding[];
}

export interface MarketBased {
    zones: {
        zone: string;
        drawnMwh?: Amount;
        coveredHourlyMwh?: Amount;
        coveredAnnualMwh?: Amount;
        hours: number;
        hoursLeftOut: number;
        hourlyKg?: Amount;
        annualKg?: Amount;
        differenceKg?: Amount;
        restGramsPerKwh?: Amount;
    }[];
    findings: Finding[];
}
