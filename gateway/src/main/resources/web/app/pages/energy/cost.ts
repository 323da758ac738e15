import { html, type TemplateResult } from 'lit';
import { period } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { figure } from '../../parts/figure';
import { findings } from '../../parts/findings';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, table } from '../../parts/table';
import type { Cost, CostLine, Money } from './instrumentShapes';

const t = dictionary(
    {
        title: 'Cost of instruments in {period}',
        lines: 'By market, kind and technology',
        kind: 'Kind',
        market: 'Market',
        technology: 'Technology',
        allocated: 'Allocated',
        left: 'Left',
        expired: 'Expired',
        transferred: 'Handed on',
        cost: 'Cost',
        average: 'Average price',
        perMwh: 'per MWh',
        unpriced: 'price not stated',
        missing: 'What is not green yet, at the latest price known',
        missingEnergy: 'Missing',
        price: 'Price',
        priceOf: 'Price of',
        estimate: 'Cost, estimated',
        noPrice: 'no price known in this market',
        from: '{instrument}',
        nothing: 'No instrument and no consumption of {period} is on file.',
        total: 'Total {currency}: {amount}',
    },
    {
        title: '{period} 年证书与合同成本',
        lines: '按市场、类型和技术',
        kind: '类型',
        market: '市场',
        technology: '技术',
        allocated: '已分配',
        left: '剩余',
        expired: '已过期',
        transferred: '已转让',
        cost: '成本',
        average: '平均价格',
        perMwh: '每兆瓦时',
        unpriced: '价格未说明',
        missing: '尚非绿电的部分，按最近已知价格估算',
        missingEnergy: '尚缺',
        price: '价格',
        priceOf: '价格来源',
        estimate: '估算成本',
        noPrice: '该市场没有已知价格',
        from: '{instrument}',
        nothing: '{period} 年没有证书、合同或用电数据。',
        total: '合计 {currency}：{amount}',
    },
);

/** What instruments cost, and what the rest would. */
class InstrumentCost extends Part {
    private readonly cost = new Query<Cost>(this, () => `/api/energy/instruments/cost?period=${period()}`, { on: ['energy'] });

    protected override render(): TemplateResult {
        const path = `/api/energy/instruments/cost?period=${period()}`;
        return panel(
            { id: 'instrument-cost', title: t('title', { period: period() }), wide: true, saved: { path, name: `instrument-cost-${period()}` } },
            this.cost,
            cost => this.body(cost),
        );
    }

    private body(cost: Cost): TemplateResult {
        if (cost.costs.length === 0 && cost.missing.length === 0) {
            return html`<p class="muted">– ${t('nothing', { period: cost.period })}</p>`;
        }
        return html`${cost.totals.map(total => html`<p>${t('total', { currency: total.currency, amount: format.amount(total.total) ?? '–' })}</p>`)}
        ${cost.costs.length === 0 ? '' : table({ caption: t('lines') }, LINE_COLUMNS(), cost.costs)}
        ${cost.missing.length === 0 ? '' : table({ caption: t('missing') }, MISSING_COLUMNS(), cost.missing)}
        ${cost.findings.length === 0 ? '' : findings(cost.findings)}`;
    }
}

customElements.define('nz-instrument-cost', InstrumentCost);

const LINE_COLUMNS = (): Column<CostLine>[] => {
    const energy = (head: string, value: (row: CostLine) => format.Amount): Column<CostLine> => ({
        head, unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(value(row)), ''),
    });
    const money = (of: (money: Money) => format.Amount) => (row: CostLine): unknown =>
        row.costs.length === 0
            ? figure(null, t('unpriced'))
            : row.costs.map(each => html`<div>${figure(format.amount(of(each)), t('unpriced'), each.currency)}</div>`);
    return [
        { head: t('kind'), cell: row => words(row.kind) },
        { head: t('technology'), cell: row => words(row.technology) },
        { head: t('market'), cell: row => row.market },
        energy(t('allocated'), row => row.allocatedMwh),
        energy(t('left'), row => row.leftMwh),
        energy(t('expired'), row => row.expiredMwh),
        energy(t('transferred'), row => row.transferredMwh),
        { head: t('cost'), numeric: true, cell: money(each => each.total) },
        { head: t('average'), unit: t('perMwh'), numeric: true, cell: money(each => each.averagePricePerMwh) },
    ];
};

const MISSING_COLUMNS = (): Column<Cost['missing'][number]>[] => [
    { head: t('market'), cell: row => `${row.market} ${row.year}` },
    { head: t('missingEnergy'), unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(row.missingMwh), '') },
    { head: t('price'), unit: t('perMwh'), numeric: true, cell: row => figure(format.amount(row.pricePerMwh), t('noPrice'), row.currency ?? '') },
    { head: t('estimate'), numeric: true, cell: row => figure(format.amount(row.cost), t('noPrice'), row.currency ?? '') },
    { head: t('priceOf'), cell: row => (row.priceOf ? html`<span class="why">${t('from', { instrument: row.priceOf })}</span>` : '') },
];
