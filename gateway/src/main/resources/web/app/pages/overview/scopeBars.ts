import type { TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { chart, type ColourName } from '../../parts/chart';
import { font, hoveredIndex, legend, mutedFont, tooltip, tooltipBody } from '../../parts/look';
import type { Figures } from '../../parts/scopes';

const t = dictionary(
    {
        label: 'Emissions by scope, by both methods and beside other years on file. The figures are in the table below.',
        scope1: 'Scope 1',
        scope2: 'Scope 2',
        scope3: 'Scope 3',
        market: '{year}, market-based',
        location: '{year}, location-based',
    },
    {
        label: '按两种方法的分范围排放，并与其他有记录的年份对照。数据见下表。',
        scope1: '范围一',
        scope2: '范围二',
        scope3: '范围三',
        market: '{year} 年，基于市场',
        location: '{year} 年，基于位置',
    },
);

/** A year's figures. */
export interface YearFigures {
    year: number;
    figures: Figures;
}

/** Both methods of the year, and the market-based figures of the years it is compared with. */
export function scopeBars(now: YearFigures, others: readonly YearFigures[]): TemplateResult {
    const bars = [
        { name: t('market', { year: now.year }), figures: now.figures, market: true },
        { name: t('location', { year: now.year }), figures: now.figures, market: false },
        ...others.map(({ year, figures }) => ({ name: t('market', { year }), figures, market: true })),
    ].reverse();
    const series: { name: string; colour: ColourName; values: (number | null)[] }[] = [
        { name: t('scope1'), colour: 'scope-1', values: bars.map(bar => bar.figures.scope1) },
        { name: t('scope2'), colour: 'scope-2', values: bars.map(bar => (bar.market ? bar.figures.scope2Market : bar.figures.scope2Location)) },
        { name: t('scope3'), colour: 'scope-3', values: bars.map(bar => bar.figures.scope3) },
    ];
    return chart(
        t('label'),
        ({ palette }) => ({
            grid: { left: 8, right: 20, top: 30, bottom: 4, containLabel: true },
            legend: legend(palette),
            tooltip: {
                ...tooltip(palette),
                trigger: 'axis',
                axisPointer: { type: 'none' },
                formatter: (at: unknown) => {
                    const index = hoveredIndex(at);
                    return tooltipBody(bars[index]?.name ?? '', series.map(each => ({ colour: palette(each.colour), name: each.name, text: format.joined(format.mass(each.values[index])) ?? '–' })));
                },
            },
            xAxis: { type: 'value', splitNumber: 4, axisLabel: { ...mutedFont(palette), formatter: format.axis, hideOverlap: true }, splitLine: { lineStyle: { color: palette('line') } } },
            yAxis: { type: 'category', data: bars.map(bar => bar.name), axisLabel: font(palette), axisTick: { show: false }, axisLine: { lineStyle: { color: palette('muted') } } },
            series: series.map(each => ({ type: 'bar', stack: 'scopes', name: each.name, data: each.values, color: palette(each.colour), barMaxWidth: 26 })),
        }),
        'low',
    );
}
