import type { Inventory, Mass, ScopeCode } from '../api/inventory';
import * as format from '../language/format';

export const SCOPES: ScopeCode[] = ['SCOPE_1', 'SCOPE_2', 'SCOPE_3'];

/** Tonnes of an inventory; null is unknown. */
export interface Figures {
    scope1: number | null;
    scope2Location: number | null;
    scope2Market: number | null;
    scope3: number | null;
    totalLocation: number | null;
    totalMarket: number | null;
    /** Scopes without any result, which the totals leave out. */
    unknown: ScopeCode[];
    /** Scopes of which there is no more than what is derived from energy. */
    partial: ScopeCode[];
}

/** The sum of nothing is 0 in the API, and a finding says that it means unknown: such a scope has no figure here. */
export function figuresOf(inventory: Inventory | null): Figures | null {
    if (inventory === null) {
        return null;
    }
    const found = SCOPES.filter(scope => inventory.findings.some(each => each.code === 'NOTHING_CALCULATED' && each.subject === scope));
    const amounts: Record<ScopeCode, Mass | undefined> = {
        SCOPE_1: inventory.scope1,
        SCOPE_2: inventory.scope2?.locationBased,
        SCOPE_3: inventory.scope3,
    };
    const unknown = found.filter(scope => !format.number(amounts[scope]?.kgCo2e));
    const known = (scopes: ScopeCode[], mass: Mass | undefined): number | null =>
        scopes.every(scope => unknown.includes(scope)) ? null : format.tonnesOf(mass?.kgCo2e);
    return {
        scope1: known(['SCOPE_1'], inventory.scope1),
        scope2Location: known(['SCOPE_2'], inventory.scope2?.locationBased),
        scope2Market: known(['SCOPE_2'], inventory.scope2?.marketBased),
        scope3: known(['SCOPE_3'], inventory.scope3),
        totalLocation: known(SCOPES, inventory.total?.locationBased),
        totalMarket: known(SCOPES, inventory.total?.marketBased),
        unknown,
        partial: found.filter(scope => !unknown.includes(scope)),
    };
}

/** A part of a whole, or null where either is unknown or there is nothing to be a part of. */
export function partOf(part: number | null, whole: number | null): number | null {
    return part === null || whole === null || whole === 0 ? null : part / whole;
}

/** How many of the two direct scopes and fifteen categories are declared, somewhere or everywhere. */
export const TO_DECLARE = 17;

export function declared(inventory: Inventory): number {
    const missing = new Set((inventory.missing ?? []).map(each => each.subject).filter(subject => /^(SCOPE_[12]|C\d+_)/.test(subject)));
    return TO_DECLARE - missing.size;
}

/** A field of the figures. */
export type Field = 'scope1' | 'scope2Market' | 'scope2Location' | 'scope3' | 'totalMarket' | 'totalLocation';
