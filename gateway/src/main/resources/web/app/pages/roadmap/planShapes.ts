import type { Amount } from '../../language/format';
import type { Claim } from './shapes';

/** What the API answers about costs and plans. */

export interface Step {
    leverId: string;
    currency: string;
    presentCost?: Amount;
    tonnes?: Amount;
    costPerTonne?: Amount;
    equation?: string;
    presentCostEquation?: string;
}

export interface Saving {
    leverId: string;
    currency: string;
    netPresentValue?: Amount;
    tonnes?: Amount;
    presentCostEquation?: string;
}

export interface AbatementCosts {
    discountRate?: Amount;
    curve: Step[];
    savings: Saving[];
    notRanked: { leverId: string; reason: string }[];
    rule?: string;
}

export interface PlanYear {
    year: number;
    baselineTonnes?: Amount;
    grossTonnes?: Amount;
    creditsTonnes?: Amount;
    netTonnes?: Amount;
    gapTonnes?: Amount;
    renewableShare?: Amount;
    capitalCost?: Amount;
    unusedCapital?: Amount;
    operatingCost?: Amount;
    creditsCost?: Amount;
    realCost?: Amount;
    internalCarbonCost?: Amount;
    creditsBlockedBy?: string[];
    claim?: Claim;
}

export interface PlanLever {
    id: string;
    name: string;
    free?: boolean;
    years: { year: number; decided?: Amount; inUse?: Amount }[];
}

export interface Plan {
    status: string;
    proven?: boolean;
    currency: string;
    simulation?: { agreed?: boolean; largestDifference?: Amount; rounds?: number };
    costs?: { real?: Amount; unusedCapital?: Amount; internalCarbon?: Amount; discountRate?: Amount };
    levers: PlanLever[];
    years: PlanYear[];
    targets: {
        id: string;
        measure: string;
        fromYear?: number;
        untilYear: number;
        tonnes?: Amount;
        reachedTonnes?: Amount;
        gapTonnes?: Amount;
        shadowPricePerTonne?: Amount;
    }[];
    shareTargets: { id: string; year: number; share?: Amount; reachedShare?: Amount; gapMwh?: Amount; shadowPricePerMwh?: Amount }[];
    bindingLimits: { kind: string; subject: string; years: number[]; gapPerUnit?: Amount }[];
    assumed: { field: string; value: string; reason: string }[];
    remarks: string[];
    equations: { figure: string; year?: number; text: string }[];
}
