import { html, nothing, type TemplateResult } from 'lit';
import { period } from '../../frame/period';
import { href } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { shareBar } from '../../parts/bars';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { partOf } from '../../parts/scopes';
import { table } from '../../parts/table';
import type { Shown } from './overview';
import type { Balance } from './shapes';

const t = dictionary(
    {
        title: 'Energy mix of {period}',
        caption: 'Energy by carrier',
        carrier: 'Carrier',
        energy: 'Energy',
        share: 'Share',
        total: 'Total',
        unknown: 'not convertible to energy',
        noTotal: 'no total',
        empty: 'No energy of {period} is on file.',
        import: 'Import energy records',
        renewable: 'Renewable electricity: {purchased} bought, {own} of own generation.',
        toEnergy: 'To energy by site and month',
    },
    {
        title: '{period} 年能源结构',
        caption: '按能源品种',
        carrier: '品种',
        energy: '能量',
        share: '占比',
        total: '合计',
        unknown: '无法折算为能量',
        noTotal: '没有合计',
        empty: '没有 {period} 年的能源记录。',
        import: '导入能源记录',
        renewable: '可再生电力：外购 {purchased}，自发 {own}。',
        toEnergy: '按场所和月份查看能源',
    },
);

/** Energy by carrier, the largest first. */
export function energyMix({ balance }: Shown): TemplateResult {
    return panel(
        { id: 'energy-mix', title: t('title', { period: period() }), saved: { path: `/api/energy/balance?period=${period()}`, name: `energy-${period()}` } },
        balance,
        body,
    );
}

function body(balance: Balance): TemplateResult {
    const total = format.number(balance.totalMwh?.asPublished);
    const carriers = balance.byCarrier.map(each => ({ name: words(each.carrier), energy: format.number(each.energyMwh), kind: '' })).sort((a, b) => (b.energy ?? 0) - (a.energy ?? 0));
    if (carriers.length === 0) {
        return html`<p class="muted">– ${t('empty', { period: balance.period })} <a href=${href('data')}>${t('import')}</a></p>`;
    }
    const written = (amount: format.Amount): string => format.joined(format.energy(amount)) ?? '–';
    return html`${table(
            { caption: t('caption'), quietCaption: true },
            [
                { head: t('carrier'), cell: row => row.name },
                { head: t('energy'), unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(row.energy), t('unknown')) },
                {
                    head: t('share'),
                    numeric: true,
                    cell: row => (row.kind === 'total' ? '' : html`<span class="difference">${shareBar(partOf(row.energy, total))}<span>${figure(format.share(partOf(row.energy, total)), t('noTotal'))}</span></span>`),
                },
            ],
            [...carriers, { name: t('total'), energy: total, kind: 'total' }],
            row => row.kind,
        )}
        <p class="notes">
            ${balance.renewable === undefined ? nothing : t('renewable', { purchased: written(balance.renewable.purchasedMwh), own: written(balance.renewable.ownMwh) })}
            <a href=${href('energy')}>${t('toEnergy')}</a>
        </p>`;
}
