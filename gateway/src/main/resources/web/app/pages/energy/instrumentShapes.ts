import type { Amount } from '../../language/format';
import type { Finding } from '../../parts/findings';
import type { Recorded } from './shapes';

export interface Instrument {
    instrumentId: string;
    kind: string;
    market: string;
    technology: string;
    plant?: string | null;
    commissioned?: string | null;
    vintageStart: string;
    vintageEnd: string;
    quantity: Recorded;
    trackingSystem?: string | null;
    price?: Amount;
    currency?: string | null;
    expiresOn?: string | null;
    evidence?: string | null;
    status: string;
    claimableKwh: Amount;
    allocatedKwh: Amount;
    retiredKwh: Amount;
    expiredKwh: Amount;
    transferredKwh: Amount;
    leftKwh: Amount;
}

export interface Allocation {
    allocationId: string;
    siteId: string;
    period: string;
    energyKwh: Amount;
    effect: string;
    status: string;
    retiredOn?: string | null;
    verdicts: { ruleSet: string; verdict: string; reasons: string[] }[];
}

export interface Step {
    step: string;
    energyKwh: Amount;
    on: string;
    note?: string | null;
    allocationId?: string | null;
    storedBy: string;
    storedAt: string;
}

export interface Money {
    currency: string;
    allocated?: Amount;
    left?: Amount;
    expired?: Amount;
    transferred?: Amount;
    total?: Amount;
    averagePricePerMwh?: Amount;
}

export interface CostLine {
    year: number;
    market: string;
    kind: string;
    technology: string;
    allocatedMwh: Amount;
    leftMwh: Amount;
    expiredMwh: Amount;
    transferredMwh: Amount;
    unpricedMwh: Amount;
    costs: Money[];
}

export interface Cost {
    period: string;
    totals: Money[];
    costs: CostLine[];
    missing: { year: number; market: string; missingMwh: Amount; pricePerMwh?: Amount; currency?: string | null; priceOf?: string | null; cost?: Amount }[];
    findings: Finding[];
}
