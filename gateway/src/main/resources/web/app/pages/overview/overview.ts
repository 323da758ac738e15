import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { Inventory } from '../../api/inventory';
import { whole } from '../../api/pages';
import { baseYearOfOrganization, period, thisYear } from '../../frame/period';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import './changes';
import { byScope } from './byScope';
import { energyMix } from './energyMix';
import type { Year } from './comparable';
import { completeness } from './completeness';
import { keyFigures } from './keyFigures';
import { renewablePath } from './renewablePath';
import type { Balance, Collection, FacilityFindings, Fleet, Operation, Progress, Projection, Scenario } from './shapes';
import { towardsTarget } from './towardsTarget';

const COMMITTED = 'committed';
const YEARS_AHEAD = 10;

/** What the parts of the overview show. */
export interface Shown {
    inventory: Query<Inventory>;
    balance: Query<Balance>;
    /** The chosen year, and those it is compared with: the one before, and the base year where it is another one. */
    now: Year;
    compared: Year[];
    progress: Query<Progress>;
    fleet: Query<Fleet>;
    scenarios: Query<Scenario[]>;
    projection: Query<Projection>;
    operations: Query<Operation[]>;
    facilityFindings: Query<FacilityFindings>;
    collection: Query<Collection>;
    scenario: Scenario | null;
}

/** What a sustainability team opens every morning: where it stands, how far it is, what is open, what changed. */
class Overview extends Part {
    /** Whether all that the key figures are made of was answered or refused; only then the rest is asked for. */
    private answered = false;

    private readonly queries = {
        // a browser asks a few questions at a time, those of the key figures first
        inventory: new Query<Inventory>(this, () => inventoryOf(period()), { on: ['inventory'] }),
        scenarios: new Query<Scenario[]>(this, () => '/api/roadmap/scenarios', { on: ['projection'] }),
        balance: new Query<Balance>(this, () => balanceOf(period()), { on: ['energy'] }),
        fleet: new Query<Fleet>(this, () => `/api/datacenters/indicators?year=${period()}`, { on: ['indicator'], everySeconds: 300 }),
        operations: new Query<Operation[]>(this, () => '/api/datacenters/operations', { everySeconds: 60 }, whole),
        projection: new Query<Projection>(this, () => this.projectionAddress(), { on: ['projection'] }),
        progress: new Query<Progress>(this, () => this.progressAddress(), { on: ['energy'] }),
        yearBefore: new Query<Inventory>(this, () => inventoryOf(period() - 1), { on: ['inventory'] }),
        baseYear: new Query<Inventory>(this, () => inventoryOf(otherBaseYear()), { on: ['inventory'] }),
        collection: new Query<Collection>(this, () => `/api/energy/collection?period=${period()}&limit=1`, { on: ['energy'] }),
        // these only tell whether the years compare, so they come after the figures
        balanceBefore: new Query<Balance>(this, (): string | null => (this.queries.yearBefore.answer === null ? null : balanceOf(period() - 1)), { on: ['energy'] }),
        balanceOfBaseYear: new Query<Balance>(this, (): string | null => (this.queries.baseYear.answer === null ? null : balanceOf(otherBaseYear())), { on: ['energy'] }),
        facilityFindings: new Query<FacilityFindings>(this, () => (this.answered ? '/api/datacenters/findings?open=true&limit=1000' : null), { everySeconds: 60 }),
    };

    protected override updated(changed: PropertyValues): void {
        super.updated(changed);
        const { inventory, scenarios, balance, fleet, operations, projection } = this.queries;
        if (!this.answered && [inventory, scenarios, balance, fleet, operations, projection].every(each => !each.loading)) {
            this.answered = true;
            this.requestUpdate();
        }
    }

    protected override render(): TemplateResult {
        const { inventory, balance, yearBefore, balanceBefore, baseYear, balanceOfBaseYear } = this.queries;
        const base = otherBaseYear();
        const shown: Shown = {
            ...this.queries,
            now: { year: period(), inventory, balance },
            compared: [
                { year: period() - 1, inventory: yearBefore, balance: balanceBefore },
                ...(base === null ? [] : [{ year: base, inventory: baseYear, balance: balanceOfBaseYear }]),
            ],
            scenario: this.scenario(),
        };
        return html`${keyFigures(shown)}
            <div class="stack">${byScope(shown)} ${energyMix(shown)} ${completeness(shown)}</div>
            <div class="stack">
                ${towardsTarget(shown)} ${renewablePath(shown)}
                <nz-overview-changes class="parts" .due=${this.answered} .scenarioId=${shown.scenario?.id ?? null}></nz-overview-changes>
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

/** The base year, where it is neither the chosen year nor the one before. */
function otherBaseYear(): number | null {
    const year = baseYearOfOrganization();
    return year === period() || year === period() - 1 ? null : year;
}

function inventoryOf(year: number | null): string | null {
    return year === null ? null : `/api/emissions/inventory?period=${year}`;
}

function balanceOf(year: number | null): string | null {
    return year === null ? null : `/api/energy/balance?period=${year}`;
}

customElements.define('nz-overview', Overview);
