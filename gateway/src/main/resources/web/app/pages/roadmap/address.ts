import { parameter } from '../../frame/route';
import { Part } from '../../parts/part';
import type { ScenarioSummary } from './shapes';

const SCENARIOS = '/api/roadmap/scenarios';

/** The instant that the reader looks back to, or null for now. */
export function asOf(): string | null {
    return parameter('asOf');
}

/** An address of a scenario, as of the instant that is looked back to unless said otherwise. */
export function scenarioPath(id: string, what = '', parameters: Record<string, string | null> = { asOf: asOf() }): string {
    const given = Object.entries(parameters).filter((each): each is [string, string] => each[1] !== null && each[1] !== '');
    const query = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
    return `${SCENARIOS}/${encodeURIComponent(id)}${what === '' ? '' : `/${what}`}${query}`;
}

/** A view of this page: about one scenario, among all there are. */
export abstract class View extends Part {
    static override properties = { scenario: { attribute: false }, scenarios: { attribute: false } };

    declare scenario: ScenarioSummary;
    declare scenarios: ScenarioSummary[];

    /** An address of the scenario. */
    protected path(what = '', parameters: Record<string, string | null> = {}): string {
        return scenarioPath(this.scenario.id, what, { asOf: asOf(), ...parameters });
    }

    /** What is the name of a file about it. */
    protected fileName(what: string): string {
        return `${this.scenario.id}-${what}`;
    }
}
