import { html, type TemplateResult } from 'lit';
import { baseYearOfOrganization, period } from '../../frame/period';
import { href } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { chart } from '../../parts/chart';
import { type Column, folded, table } from '../../parts/table';
import { figure, tiles } from '../../parts/figure';
import { categoryAxis, legend, tooltip, valueAxis } from '../../parts/look';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';

const t = dictionary(
    {
        gross: 'Gross emissions',
        byScope: 'Emissions by scope',
        scope: 'Scope',
        emissions: 'Emissions',
        label: 'Emissions of {period} by scope. The figures are in the table below.',
        none: 'no records',
        toBaseYear: '{change} to {year}',
        market: 'market-based',
    },
    {
        gross: '总排放',
        byScope: '分范围排放',
        scope: '范围',
        emissions: '排放量',
        label: '{period} 年分范围排放。数据见下表。',
        none: '没有记录',
        toBaseYear: '较 {year} 年 {change}',
        market: '基于市场',
    },
);

interface Mass {
    kgCo2e?: format.Amount;
}

interface Inventory {
    period: string;
    scope1?: Mass;
    scope2?: { locationBased?: Mass; marketBased?: Mass };
    scope3?: Mass;
    total?: { locationBased?: Mass; marketBased?: Mass };
}

interface Row {
    name: string;
    tonnes: number | null;
}

class Overview extends Part {
    private readonly inventory = new Query<Inventory>(this, () => `/api/emissions/inventory?period=${period()}`, { on: ['inventory'] });
    private readonly baseYear = new Query<Inventory>(
        this,
        () => (baseYearOfOrganization() === null ? null : `/api/emissions/inventory?period=${baseYearOfOrganization()}`),
        { on: ['inventory'] },
    );

    protected override render(): TemplateResult {
        const total = format.tonnesOf(this.inventory.answer?.total?.marketBased?.kgCo2e);
        const before = format.tonnesOf(this.baseYear.answer?.total?.marketBased?.kgCo2e);
        const change = format.change(before, total);
        return html`${tiles([
            {
                id: 'emissions',
                title: t('gross'),
                value: format.mass(total),
                note: change === null ? t('market') : t('toBaseYear', { change, year: baseYearOfOrganization() ?? '' }),
                href: href('inventory'),
            },
        ])}
        ${panel({ id: 'by-scope', title: t('byScope'), saved: { path: `/api/emissions/inventory?period=${period()}`, name: `inventory-${period()}` } }, this.inventory, inventory => {
            const rows: Row[] = [
                { name: '1', tonnes: format.tonnesOf(inventory.scope1?.kgCo2e) },
                { name: '2', tonnes: format.tonnesOf(inventory.scope2?.marketBased?.kgCo2e) },
                { name: '3', tonnes: format.tonnesOf(inventory.scope3?.kgCo2e) },
            ];
            const columns: Column<Row>[] = [
                { head: t('scope'), cell: row => row.name },
                { head: t('emissions'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(row.tonnes), t('none')) },
            ];
            return html`${chart(t('label', { period: inventory.period }), ({ palette }) => ({
                grid: { left: 8, right: 8, top: 40, bottom: 4, containLabel: true },
                legend: legend(palette),
                tooltip: tooltip(palette),
                xAxis: categoryAxis(palette, rows.map(row => row.name)),
                yAxis: valueAxis(palette, format.tonnes(), format.axis),
                series: [{ type: 'bar', name: t('emissions'), data: rows.map(row => row.tonnes), color: palette('scope-2'), barMaxWidth: 46 }],
            }))}
            ${folded(table({ caption: t('byScope') }, columns, rows))}`;
        })}`;
    }
}

customElements.define('nz-overview', Overview);
