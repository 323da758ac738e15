import { html, type TemplateResult } from 'lit';
import { baseYearOfOrganization, period, thisYear } from '../../frame/period';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import type { Inventory } from '../inventory/shapes';
import './changes';
import { byScope } from './byScope';
import { energyMix } from './energyMix';
import { completeness } from './completeness';
import { keyFigures } from './keyFigures';
import { renewablePath } from './renewablePath';
import type { Balance, Collection, FacilityFindings, Fleet, Operations, Progress, Projection, Scenario } from './shapes';
import { towardsTarget } from './towardsTarget';

const COMMITTED = 'committed';
const YEARS_AHEAD = 10;

/** What the parts of the overview show. */
export interface Shown {
    inventory: Query<Inventory>;
    yearBefore: Query<Inventory>;
    baseYear: Query<Inventory>;
    balance: Query<Balance>;
    progress: Query<Progress>;
    fleet: Query<Fleet>;
    scenarios: Query<Scenario[]>;
    projection: Query<Projection>;
    operations: Query<Operations>;
    facilityFindings: Query<FacilityFindings>;
    collection: Query<Collection>;
    scenario: Scenario | null;
}

/** What a sustainability team opens every morning: where it stands, how far it is, what is open, what changed. */
class Overview extends Part {
    private readonly queries = {
        inventory: new Query<Inventory>(this, () => inventoryOf(period()), { on: ['inventory'] }),
        yearBefore: new Query<Inventory>(this, () => inventoryOf(period() - 1), { on: ['inventory'] }),
        baseYear: new Query<Inventory>(this, () => inventoryOf(baseYearOfOrganization()), { on: ['inventory'] }),
        balance: new Query<Balance>(this, () => `/api/energy/balance?period=${period()}`, { on: ['energy'] }),
        progress: new Query<Progress>(this, () => this.progressAddress(), { on: ['energy'] }),
        fleet: new Query<Fleet>(this, () => `/api/datacenters/indicators?year=${period()}`, { on: ['indicator'], everySeconds: 300 }),
        scenarios: new Query<Scenario[]>(this, () => '/api/roadmap/scenarios', { on: ['projection'] }),
        projection: new Query<Projection>(this, () => this.projectionAddress(), { on: ['projection'] }),
        operations: new Query<Operations>(this, () => '/api/datacenters/operations?limit=1000', { everySeconds: 60 }),
        facilityFindings: new Query<FacilityFindings>(this, () => '/api/datacenters/findings?open=true&limit=1000', { everySeconds: 60 }),
        collection: new Query<Collection>(this, () => `/api/energy/collection?period=${period()}&limit=1`, { on: ['energy'] }),
    };

    protected override render(): TemplateResult {
        const shown: Shown = { ...this.queries, scenario: this.scenario() };
        return html`${keyFigures(shown)}
            <div class="stack">${byScope(shown)} ${energyMix(shown)} ${completeness(shown)}</div>
            <div class="stack">
                ${towardsTarget(shown)} ${renewablePath(shown)}
                <nz-overview-changes class="parts" .scenarioId=${shown.scenario?.id ?? null}></nz-overview-changes>
            </div>`;
    }

    /** The scenario that carries the published targets, or the first there is. */
    private scenario(): Scenario | null {
        const all = this.queries.scenarios.answer ?? [];
        return all.find(each => each.id === COMMITTED) ?? all[0] ?? null;
    }

    private projectionAddress(): string | null {
        const scenario = this.scenario();
        return scenario === null ? null : `/api/roadmap/scenarios/${encodeURIComponent(scenario.id)}/projection`;
    }

    private progressAddress(): string | null {
        const from = Math.min(baseYearOfOrganization() ?? period(), period());
        const to = this.scenario()?.targetYear ?? (this.queries.scenarios.loading ? null : thisYear() + YEARS_AHEAD);
        return to === null || to < from ? null : `/api/energy/green-power/progress?from=${from}&to=${to}`;
    }
}

function inventoryOf(year: number | null): string | null {
    return year === null ? null : `/api/emissions/inventory?period=${year}`;
}

customElements.define('nz-overview', Overview);
