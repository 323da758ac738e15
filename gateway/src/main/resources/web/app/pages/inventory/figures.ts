import { html, nothing, type TemplateResult } from 'lit';
import { period } from '../../frame/period';
import { parameter } from '../../frame/route';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { panel, section } from '../../parts/panel';
import { Part } from '../../parts/part';
import type { Query } from '../../parts/query';
import { declared, TO_DECLARE } from '../../parts/scopes';
import { asked } from './basis';
import { SHARED } from './shared';
import './drill';
import { crumbs } from './crumbs';
import { findingList, named } from './findings';
import './intensity';
import { entityTable, scopeTable } from './scopeTable';
import type { Inventory } from './shapes';

const t = dictionary(
    {
        emissions: 'Emissions of {period}',
        findings: 'Findings',
        screening: 'What is declared',
        declared: '{count} of {all} scopes and categories are calculated, immaterial or not applicable.',
        missing: 'Still to be declared',
        ofEntity: '{subject} of {entity}',
        allDeclared: 'Every scope and category is declared.',
        entities: 'By legal entity',
    },
    {
        emissions: '{period} 年排放',
        findings: '发现的问题',
        screening: '声明情况',
        declared: '{all} 个范围和类别中，{count} 个已声明为已计算、不重要或不适用。',
        missing: '尚待声明',
        ofEntity: '{entity} 的 {subject}',
        allDeclared: '所有范围和类别均已声明。',
        entities: '按法人实体',
    },
);

/** Scopes and categories, and the way down to the record behind a figure. */
class Figures extends Part {
    static override properties = { inventory: SHARED };

    declare inventory: Query<Inventory>;

    private step = '';
    private shown = false;

    /** The link that led here is gone from the page, so the focus goes to where the reader is now. */
    protected override updated(): void {
        const step = ['scope', 'category', 'site', 'result'].map(parameter).join();
        if (step !== this.step && this.shown) {
            this.querySelector<HTMLElement>('.crumbs [aria-current]')?.focus();
        }
        this.step = step;
        this.shown = true;
    }

    protected override render(): TemplateResult {
        const inventory = this.inventory.answer;
        const deeper = parameter('scope') !== null;
        const year = String(period());
        const saved = { path: `/api/emissions/inventory?${asked({ period: year })}`, name: `inventory-${year}` };
        const options = { id: 'emissions', title: t('emissions', { period: year }), wide: true };
        return html`${deeper
                ? section(options, html`${crumbs()}<nz-inventory-drill .inventory=${inventory}></nz-inventory-drill>`)
                : panel({ ...options, saved: inventory === null ? undefined : saved }, this.inventory, scopeTable)}
            ${inventory === null || deeper ? nothing : this.beside(inventory)}`;
    }

    private beside(inventory: Inventory): TemplateResult {
        const entities = (inventory.entities ?? []).filter(each => each.entity);
        return html`${section({ id: 'findings', title: t('findings') }, findingList(inventory.findings))}
            <div class="stack">
                ${section({ id: 'screening', title: t('screening') }, screening(inventory))}
                <nz-inventory-intensity></nz-inventory-intensity>
                ${entities.length === 0 ? nothing : section({ id: 'entities', title: t('entities') }, entityTable(inventory.entities ?? []))}
            </div>`;
    }
}

function screening(inventory: Inventory): TemplateResult {
    const missing = inventory.missing ?? [];
    return html`<p>${t('declared', { count: declared(inventory), all: TO_DECLARE })}</p>
        ${missing.length === 0
            ? html`<p class="muted">${t('allDeclared')}</p>`
            : html`<details class="folded">
                  <summary>${t('missing')}</summary>
                  <ul class="plain">
                      ${missing.map(
                          each => html`<li>
                              ${each.entity ? t('ofEntity', { subject: words(each.subject), entity: each.entity }) : named(each.subject)}
                              ${each.reason ? html`<span class="why">${verbatim(each.reason)}</span>` : nothing}
                          </li>`,
                      )}
                  </ul>
              </details>`}`;
}

customElements.define('nz-inventory-figures', Figures);
