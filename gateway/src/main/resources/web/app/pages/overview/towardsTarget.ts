import { html, nothing, type TemplateResult } from 'lit';
import { href } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { chart } from '../../parts/chart';
import { claim } from '../../parts/claim';
import { figure } from '../../parts/figure';
import { categoryAxis, hoveredIndex, legend, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import { panel, section } from '../../parts/panel';
import { type Column, folded, table } from '../../parts/table';
import type { Shown } from './overview';
import type { ProjectedYear, Projection, Scenario } from './shapes';

const t = dictionary(
    {
        title: 'On the way to {year}',
        none: 'No scenario is on file. State one on the page “Roadmap”.',
        label: 'Gross emissions, target path and emissions without levers from {from} to {to}. The figures are in the table below.',
        baseline: 'Without levers',
        gross: 'Gross, projected',
        target: 'Target path',
        actual: 'Inventory',
        scenario: 'Scenario: {name}',
        toRoadmap: 'To the roadmap',
        year: 'Year',
        gap: 'Gap',
        toTarget: 'to the target',
        caption: 'Emissions against the target path',
        notModelled: 'not modelled',
        noTarget: 'no target',
        basis: 'Basis',
        modelled: 'modelled',
        inventory: 'inventory',
    },
    {
        title: '迈向 {year} 年',
        none: '没有情景。请在“路线图”页建立。',
        label: '{from} 至 {to} 年总排放、目标路径和无措施排放。数据见下表。',
        baseline: '无措施',
        gross: '总排放（预测）',
        target: '目标路径',
        actual: '清单',
        scenario: '情景：{name}',
        toRoadmap: '前往路线图',
        year: '年份',
        gap: '差距',
        toTarget: '较目标',
        caption: '排放与目标路径对照',
        notModelled: '未建模',
        noTarget: '没有目标',
        basis: '依据',
        modelled: '模型',
        inventory: '清单',
    },
);

/** The committed scenario against its target path, and what may be claimed. */
export function towardsTarget({ scenario, scenarios, projection }: Shown): TemplateResult {
    if (scenario === null) {
        const options = { id: 'towards-target', title: t('title', { year: '' }) };
        return scenarios.answer === null ? panel(options, scenarios, () => nothing) : section(options, html`<p class="muted">– ${t('none')}</p>`);
    }
    return panel(
        {
            id: 'towards-target',
            title: t('title', { year: scenario.targetYear }),
            saved: { path: `/api/roadmap/scenarios/${encodeURIComponent(scenario.id)}/projection`, name: `projection-${scenario.id}` },
        },
        projection,
        answer => body(scenario, answer),
    );
}

function body(scenario: Scenario, { years, targets }: Projection): TemplateResult {
    const end = years.find(each => each.year === scenario.targetYear);
    return html`${drawing(scenario, years)} ${end === undefined ? nothing : claim(end, { scenarioId: scenario.id, targets: targets ?? [] })}
        ${folded(table({ caption: t('caption') }, columns(), years, row => (row.actual ? 'actual' : '')))}
        <p class="notes">${t('scenario', { name: named(scenario.name) })} · <a href=${href('roadmap', { scenario: scenario.id })}>${t('toRoadmap')}</a></p>`;
}

function drawing(scenario: Scenario, years: readonly ProjectedYear[]): TemplateResult {
    const lines = [
        { name: t('baseline'), colour: 'baseline', dash: 'dotted', of: (row: ProjectedYear) => row.baselineTonnes },
        { name: t('gross'), colour: 'scope-2', dash: 'solid', of: (row: ProjectedYear) => row.grossTonnes },
        { name: t('target'), colour: 'target', dash: 'dashed', of: (row: ProjectedYear) => row.targetTonnes },
    ] as const;
    return chart(t('label', { from: scenario.baseYear, to: scenario.targetYear }), ({ palette, narrow }) => ({
        // a narrow legend takes two lines
        grid: { left: 8, right: 16, top: narrow ? 76 : 52, bottom: 4, containLabel: true },
        legend: { ...legend(palette), itemWidth: 24 },
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            formatter: (at: unknown) => {
                const row = years[hoveredIndex(at)];
                return row === undefined ? '' : tooltipBody(String(row.year), lines.map(line => ({ colour: palette(line.colour), name: line.name, text: format.joined(format.mass(line.of(row))) ?? '–' })));
            },
        },
        xAxis: categoryAxis(palette, years.map(row => String(row.year))),
        yAxis: valueAxis(palette, format.tonnes(), format.axis),
        series: [
            ...lines.map(line => ({
                type: 'line' as const,
                name: line.name,
                data: years.map(row => format.number(line.of(row))),
                color: palette(line.colour),
                lineStyle: { type: line.dash, width: line.dash === 'solid' ? 2.5 : 1.75 },
                symbol: 'none',
            })),
            {
                type: 'line' as const,
                name: t('actual'),
                data: years.map(row => (row.actual ? format.number(row.grossTonnes) : null)),
                color: palette('scope-2'),
                lineStyle: { width: 0 },
                symbol: 'circle',
                symbolSize: 10,
            },
        ],
    }));
}

function columns(): Column<ProjectedYear>[] {
    const tonnes = (head: string, of: (row: ProjectedYear) => format.Amount, reason: string): Column<ProjectedYear> => ({
        head,
        unit: format.tonnes(),
        numeric: true,
        cell: row => figure(format.amount(of(row)), reason),
    });
    return [
        { head: t('year'), cell: row => String(row.year) },
        { head: t('basis'), cell: row => (row.actual ? t('inventory') : t('modelled')) },
        tonnes(t('baseline'), row => row.baselineTonnes, t('notModelled')),
        tonnes(t('gross'), row => row.grossTonnes, t('notModelled')),
        tonnes(t('target'), row => row.targetTonnes, t('noTarget')),
        { head: t('gap'), unit: t('toTarget'), numeric: true, cell: row => figure(format.difference(row.gapTonnes), t('noTarget')) },
    ];
}
