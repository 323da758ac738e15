import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { chart } from '../../parts/chart';
import { figure } from '../../parts/figure';
import { categoryAxis, hoveredIndex, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import { folded, table } from '../../parts/table';
import { drawn, fittingLegend, legendRoom, lineSeries } from './lines';
import type { ProjectedYear, Projection } from './shapes';

const t = dictionary(
    {
        label: 'Gross emissions by scope and the target path, year by year. The figures are in the table below.',
        scope1: 'Scope 1',
        scope2: 'Scope 2, market-based',
        scope3: 'Scope 3',
        target: 'Target path',
        year: 'Year',
        categories: 'Scope 3 by category',
        lots: 'Credits by lot of the register',
        none: 'not modelled',
        pale: 'Solid bars are inventories, pale ones modelled.',
    },
    {
        label: '逐年分范围总排放与目标路径。数据见下表。',
        scope1: '范围一',
        scope2: '范围二，基于市场',
        scope3: '范围三',
        target: '目标路径',
        year: '年份',
        categories: '范围三分类别',
        lots: '按批次使用的碳信用',
        none: '未建模',
        pale: '实色柱为清单数据，浅色柱为模型预测。',
    },
);

const MODELLED_OPACITY = 0.7;

/** Gross emissions by scope and, of scope 3, by category. */
export function byScope(projection: Projection): TemplateResult {
    const { years } = projection;
    return html`${drawing(years)}
        <p class="notes">${t('pale')}</p>
        ${folded(html`${categories(years)} ${lots(years)}`)}`;
}

function drawing(years: ProjectedYear[]): TemplateResult {
    return chart(t('label'), ground => {
        const { palette } = ground;
        const scopes = [
            { name: t('scope1'), colour: palette('scope-1'), of: (year: ProjectedYear) => year.scope1Tonnes },
            { name: t('scope2'), colour: palette('scope-2'), of: (year: ProjectedYear) => year.scope2MarketTonnes },
            { name: t('scope3'), colour: palette('scope-3'), of: (year: ProjectedYear) => year.scope3Tonnes },
        ];
        const target = { name: t('target'), colour: palette('target'), of: (year: ProjectedYear) => year.targetTonnes };
        const names = [...scopes, target].map(each => each.name);
        return {
            grid: { left: 8, right: 16, top: legendRoom(names, ground), bottom: 4, containLabel: true },
            legend: fittingLegend(ground),
            tooltip: {
                ...tooltip(palette),
                trigger: 'axis',
                formatter: hovered => {
                    const year = years[hoveredIndex(hovered)];
                    return year === undefined
                        ? ''
                        : tooltipBody(String(year.year), [...scopes, target].map(each => ({ colour: each.colour, name: each.name, text: format.joined(format.mass(each.of(year))) ?? '–' })));
                },
            },
            xAxis: categoryAxis(palette, years.map(year => String(year.year))),
            yAxis: valueAxis(palette, format.tonnes(), format.axis),
            series: [
                ...scopes.map(scope => ({
                    type: 'bar' as const,
                    stack: 'scopes',
                    name: scope.name,
                    color: scope.colour,
                    barMaxWidth: 40,
                    data: years.map(year => ({ value: drawn(scope.of(year)), itemStyle: { opacity: year.actual ? 1 : MODELLED_OPACITY } })),
                })),
                lineSeries(ground, { name: target.name, colour: target.colour, values: years.map(target.of), symbol: 'diamond' }),
            ],
        };
    });
}

function categories(years: ProjectedYear[]): TemplateResult {
    const names = [...new Set(years.flatMap(year => (year.scope3Categories ?? []).map(each => each.category)))];
    return table(
        { caption: t('categories') },
        [
            { head: t('year'), cell: (row: ProjectedYear) => String(row.year) },
            { head: t('scope1'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(row.scope1Tonnes), t('none')) },
            { head: t('scope2'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(row.scope2MarketTonnes), t('none')) },
            ...names.map(name => ({
                head: `${t('scope3')}: ${words(name)}`,
                unit: format.tonnes(),
                numeric: true,
                cell: (row: ProjectedYear) => figure(format.amount(row.scope3Categories?.find(each => each.category === name)?.tonnes), t('none')),
            })),
        ],
        years,
    );
}

function lots(years: ProjectedYear[]): unknown {
    const retired = years.flatMap(year => (year.retirements ?? []).map(each => ({ year: year.year, ...each })));
    return retired.length === 0
        ? nothing
        : table(
              { caption: t('lots') },
              [
                  { head: t('year'), cell: (row: (typeof retired)[number]) => `${row.year}: ${row.lotId}` },
                  { head: format.tonnes(), numeric: true, cell: row => figure(format.amount(row.tonnes), t('none')) },
              ],
              retired,
          );
}
