import { html, type TemplateResult } from 'lit';
import { period } from '../../frame/period';
import { dictionary } from '../../language/language';
import { chosenOf, views } from '../../parts/choice';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { sitesOf } from '../../parts/sites';
import { address, place } from './basis';
import './certainty';
import './change';
import { keepSites } from './crumbs';
import './figures';
import './periodStatus';
import './published';
import './conformance';
import type { Inventory, Page, Version } from './shapes';
import { switches } from './switches';

const t = dictionary(
    {
        views: 'Views of the inventory',
        figures: 'Figures',
        published: 'Published figures',
        change: 'Change',
        certainty: 'Certainty',
        status: 'Period and lock',
    },
    { views: '清单视图', figures: '排放数据', published: '与披露对账', change: '变化', certainty: '可靠程度', status: '期间与锁定' },
);

const VIEWS = ['figures', 'published', 'change', 'certainty', 'status'] as const;
type View = (typeof VIEWS)[number];

/** The inventory of a year: its figures down to the trace of a record, and how far they hold. */
class InventoryPage extends Part {
    private readonly inventory = new Query<Inventory>(this, () => address('/api/emissions/inventory'), { on: ['inventory'] });
    private readonly versions = new Query<Page<Version>>(this, () => `/api/emissions/inventories/${period()}/versions?limit=1000`, { on: ['inventory'] });

    private readonly sites = sitesOf(this);

    protected override render(): TemplateResult {
        keepSites(this.sites.answer ?? []);
        const options = VIEWS.map(each => ({ value: each, name: t(each) }));
        const view = chosenOf('view', options) as View;
        return html`${switches(this.inventory.answer, this.versions.answer?.items ?? [], view === 'figures' || view === 'certainty')}
            ${views(t('views'), options, chosen => place({ view: chosen }))} ${this.view(view)}`;
    }

    private view(view: View): TemplateResult {
        switch (view) {
            case 'figures':
                return html`<nz-inventory-figures class="parts" .inventory=${this.inventory}></nz-inventory-figures>`;
            case 'published':
                return html`<nz-inventory-published class="parts"></nz-inventory-published>`;
            case 'change':
                return html`<nz-inventory-change class="parts" .versions=${this.versions.answer?.items ?? []}></nz-inventory-change>`;
            case 'certainty':
                return html`<nz-inventory-certainty class="parts" .inventory=${this.inventory}></nz-inventory-certainty>
                    <nz-inventory-conformance class="parts"></nz-inventory-conformance>`;
            case 'status':
                return html`<nz-inventory-status class="parts" .inventory=${this.inventory} .versions=${this.versions}></nz-inventory-status>`;
        }
    }
}

customElements.define('nz-inventory', InventoryPage);
