import { html, nothing, type TemplateResult } from 'lit';
import { period } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { unit, words } from '../../language/words';
import { figure } from '../../parts/figure';
import { section } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { table } from '../../parts/table';
import { named } from './methods';
import type { Intensities, Page } from './shapes';

const t = dictionary(
    { title: 'Intensity', caption: 'Emissions per driver, of the organization’s own basis', figure: 'Figure', driver: 'Per', value: 'Intensity', none: 'the driver is 0' },
    { title: '排放强度', caption: '单位驱动因素的排放（按组织口径）', figure: '数据', driver: '单位', value: '强度', none: '驱动因素为 0' },
);

/** Emissions per revenue, staff and the like, where these are on file. */
class Intensity extends Part {
    private readonly drivers = new Query<Page<unknown>>(this, () => `/api/emissions/drivers?period=${period()}&limit=1`, { on: ['inventory'] });
    /** There is none, and the API says so with a problem, where no driver of the year is on file. */
    private readonly intensities = new Query<Intensities>(this, () => ((this.drivers.answer?.items.length ?? 0) > 0 ? address() : null), { on: ['inventory'] });

    protected override render(): TemplateResult {
        const rows = this.intensities.answer?.intensities ?? [];
        if (rows.length === 0) {
            return html`${nothing}`;
        }
        return section(
            { id: 'intensity', title: t('title'), saved: { path: address(), name: `intensity-${period()}` } },
            table(
                { caption: t('caption') },
                [
                    { head: t('figure'), cell: row => named(row.figure, row.method) },
                    { head: t('driver'), cell: row => words(row.driver) },
                    { head: t('value'), numeric: true, cell: row => figure(format.amount(row.value), t('none'), unit(row.unit ?? '')) },
                ],
                rows,
            ),
        );
    }
}

function address(): string {
    return `/api/emissions/intensity?period=${period()}`;
}

customElements.define('nz-inventory-intensity', Intensity);
