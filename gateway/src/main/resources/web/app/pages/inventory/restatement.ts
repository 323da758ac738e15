import { html, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { figure } from '../../parts/figure';
import { table } from '../../parts/table';
import type { Inventory } from './shapes';

const t = dictionary(
    {
        caption: 'The locked figures, and what today’s records would give',
        figure: 'Figure',
        stands: 'Locked',
        would: 'Would be',
        difference: 'Difference',
        none: 'no figure',
        scope1: 'Scope 1',
        scope2Market: 'Scope 2, market-based',
        scope2Location: 'Scope 2, location-based',
        scope3: 'Scope 3',
        totalMarket: 'Total, market-based',
        totalLocation: 'Total, location-based',
    },
    {
        caption: '锁定数据与当前记录所得',
        figure: '数据',
        stands: '锁定值',
        would: '重述后',
        difference: '差异',
        none: '没有数据',
        scope1: '范围一',
        scope2Market: '范围二，基于市场',
        scope2Location: '范围二，基于位置',
        scope3: '范围三',
        totalMarket: '总量，基于市场',
        totalLocation: '总量，基于位置',
    },
);

/** The locked figures beside what a restatement would put in their place. */
export function restatementTable(inventory: Inventory): TemplateResult {
    const now = inventory.restatement ?? {};
    const row = (name: string, stands: format.Amount, would: format.Amount): { name: string; stands: number | null; would: number | null } => ({
        name,
        stands: format.tonnesOf(stands),
        would: format.tonnesOf(would),
    });
    return html`${table(
        { caption: t('caption') },
        [
            { head: t('figure'), cell: each => each.name },
            { head: t('stands'), unit: format.tonnes(), numeric: true, cell: each => figure(format.amount(each.stands), t('none')) },
            { head: t('would'), unit: format.tonnes(), numeric: true, cell: each => figure(format.amount(each.would), t('none')) },
            {
                head: t('difference'),
                unit: format.tonnes(),
                numeric: true,
                cell: each => figure(each.stands === null || each.would === null ? null : format.difference(each.would - each.stands), t('none')),
            },
        ],
        [
            row(t('scope1'), inventory.scope1?.kgCo2e, now.scope1KgCo2e),
            row(t('scope2Market'), inventory.scope2?.marketBased?.kgCo2e, now.scope2MarketBasedKgCo2e),
            row(t('scope2Location'), inventory.scope2?.locationBased?.kgCo2e, now.scope2LocationBasedKgCo2e),
            row(t('scope3'), inventory.scope3?.kgCo2e, now.scope3KgCo2e),
            row(t('totalMarket'), inventory.total?.marketBased?.kgCo2e, now.totalMarketBasedKgCo2e),
            row(t('totalLocation'), inventory.total?.locationBased?.kgCo2e, now.totalLocationBasedKgCo2e),
        ],
    )}`;
}
