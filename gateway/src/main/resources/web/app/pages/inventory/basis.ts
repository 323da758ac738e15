import { period } from '../../frame/period';
import { href, parameter } from '../../frame/route';

/** How the inventory is looked at; a stored version comes on its own basis. */
const BASIS = ['gwp', 'approach', 'asAt'] as const;
/** What stays in the address from one view of the page to the next. */
const KEPT = [...BASIS, 'version', 'method'];

/** The parameters of the API that the address says, with others beside them. */
export function asked(others: Record<string, string | null> = {}): string {
    const all = new URLSearchParams();
    const version = parameter('version');
    const basis: Record<string, string | null> = version === null ? Object.fromEntries(BASIS.map(name => [name, parameter(name)])) : { version };
    for (const [name, value] of Object.entries({ ...basis, ...others })) {
        if (value !== null && value !== '') {
            all.set(name, value);
        }
    }
    return all.toString();
}

/** An address of the emissions API for the chosen year and basis. */
export function address(path: string, others: Record<string, string | null> = {}): string {
    return `${path}?${asked({ period: String(period()), ...others })}`;
}

/** A place on this page, on the basis that is chosen. */
export function place(parameters: Record<string, string | null>): string {
    const kept = Object.fromEntries(KEPT.map(name => [name, parameter(name)]));
    return href('inventory', { ...kept, ...parameters });
}

/** The result whose trace is asked for; one of another year is not shown under this one. */
export function chosenResult(): string | null {
    const result = parameter('result');
    return result?.startsWith(`${period()}.`) ? result : null;
}
