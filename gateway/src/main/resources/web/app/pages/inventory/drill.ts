import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../../api/api';
import { parameter } from '../../frame/route';
import { answered } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { address, asked, chosenResult } from './basis';
import { categoryTable, recordTable, siteTable } from './drillTables';
import { NO_SITE } from './crumbs';
import { loadAll, type Results } from './results';
import type { Factor, Inventory, Page, Result, Trace } from './shapes';
import { factorIds, traceTree } from './traceTree';

const RECORDS_A_PAGE = 50;
const RESULTS_A_PAGE = 1000;

/** Below the scopes: categories, sites, records, and the trace of one of them. */
class Drill extends Part {
    static override properties = { inventory: { attribute: false } };

    declare inventory: Inventory | null;
    /** Where the pages before this one began. */
    private cursors: (string | null)[] = [null];
    private listed = '';

    private readonly all = new Query<Results>(this, () => (this.level() === 'sites' ? this.results(RESULTS_A_PAGE) : null), { on: ['inventory'] }, loadAll);
    private readonly records = new Query<Page<Result>>(this, () => this.recordsAddress(), { on: ['inventory'] });
    private readonly trace = new Query<Trace>(this, () => this.traceAddress(), { on: ['inventory'] });
    private readonly factors = new Query<(Factor | null)[]>(this, () => this.factorsAddress(), {}, loadFactors);

    protected override render(): TemplateResult {
        switch (this.level()) {
            case 'categories':
                return html`${this.inventory === null ? nothing : categoryTable(this.inventory, this.results(null))}`;
            case 'sites':
                return answered(this.all, results => siteTable(results, this.results(null)));
            case 'records':
                return answered(this.records, page => recordTable(page, this.results(null), this.steps(page)));
            case 'trace':
                return answered(this.trace, trace => traceTree(trace, this.factors.answer ?? [], { path: this.traceAddress() ?? '', name: `trace-${chosenResult() ?? ''}`, formats: ['json'] }));
        }
    }

    private level(): 'categories' | 'sites' | 'records' | 'trace' {
        if (chosenResult() !== null) {
            return 'trace';
        }
        if (parameter('site') !== null) {
            return 'records';
        }
        return parameter('scope') === 'SCOPE_3' && parameter('category') === null ? 'categories' : 'sites';
    }

    /** @param limit null is for a file, which then has all of them */
    private results(limit: number | null, cursor: string | null = null): string {
        const site = parameter('site');
        return address('/api/emissions/results', {
            scope: parameter('scope'),
            category: parameter('category'),
            siteId: site === NO_SITE ? null : site,
            limit: limit === null ? null : String(limit),
            cursor,
        });
    }

    private recordsAddress(): string | null {
        if (this.level() !== 'records') {
            return null;
        }
        const limit = parameter('site') === NO_SITE ? RESULTS_A_PAGE : RECORDS_A_PAGE;
        const first = this.results(limit);
        if (first !== this.listed) {
            this.listed = first;
            this.cursors = [null];
        }
        return this.results(limit, this.cursors.at(-1) ?? null);
    }

    private traceAddress(): string | null {
        const result = chosenResult();
        return result === null ? null : `/api/emissions/results/${encodeURIComponent(result)}/trace?${asked()}`;
    }

    /** The factors that the trace names, as one address of which the loader makes several. */
    private factorsAddress(): string | null {
        const ids = this.trace.answer === null ? [] : factorIds(this.trace.answer);
        return ids.length === 0 ? null : ids.map(id => `/api/emissions/factors/${encodeURIComponent(id)}`).join(' ');
    }

    private steps(page: Page<Result>): { back: (() => void) | null; next: (() => void) | null } {
        const { nextCursor } = page;
        return {
            back: this.cursors.length > 1 ? () => this.go(this.cursors.slice(0, -1)) : null,
            next: nextCursor ? () => this.go([...this.cursors, nextCursor]) : null,
        };
    }

    private go(cursors: (string | null)[]): void {
        this.cursors = cursors;
        // the button goes while the page is asked for
        document.querySelector<HTMLElement>('.crumbs [aria-current]')?.focus();
        this.requestUpdate();
    }
}

async function loadFactors(paths: string, signal: AbortSignal): Promise<(Factor | null)[]> {
    return Promise.all(paths.split(' ').map(path => get<Factor>(path, signal).catch(() => null)));
}

customElements.define('nz-inventory-drill', Drill);
