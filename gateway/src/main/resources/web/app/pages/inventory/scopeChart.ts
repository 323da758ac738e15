import type { TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { chart, type ColourName } from '../../parts/chart';
import { categoryAxis, hoveredIndex, legend, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import type { Figures } from '../../parts/scopes';

const t = dictionary(
    {
        label: 'Emissions of {period} by scope, market-based beside location-based. The figures are in the table beside it.',
        scope1: 'Scope 1',
        scope2: 'Scope 2',
        scope3: 'Scope 3',
        market: 'Market-based',
        location: 'Location-based',
    },
    {
        label: '{period} 年分范围排放，基于市场与基于位置并列。数据见旁边表格。',
        scope1: '范围一',
        scope2: '范围二',
        scope3: '范围三',
        market: '基于市场',
        location: '基于位置',
    },
);

/** Both scope 2 methods beside each other, stacked by scope. */
export function scopeChart(period: string, figures: Figures): TemplateResult {
    const series: { name: string; colour: ColourName; values: (number | null)[] }[] = [
        { name: t('scope1'), colour: 'scope-1', values: [figures.scope1, figures.scope1] },
        { name: t('scope2'), colour: 'scope-2', values: [figures.scope2Market, figures.scope2Location] },
        { name: t('scope3'), colour: 'scope-3', values: [figures.scope3, figures.scope3] },
    ];
    return chart(t('label', { period }), ({ palette }) => ({
        grid: { left: 8, right: 8, top: 56, bottom: 4, containLabel: true },
        legend: legend(palette),
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            axisPointer: { type: 'none' },
            formatter: (at: unknown) => {
                const index = hoveredIndex(at);
                return tooltipBody(
                    index === 0 ? t('market') : t('location'),
                    series.map(each => ({ colour: palette(each.colour), name: each.name, text: format.joined(format.mass(each.values[index])) ?? '–' })),
                );
            },
        },
        xAxis: categoryAxis(palette, [t('market'), t('location')]),
        yAxis: valueAxis(palette, format.tonnes(), format.axis),
        series: series.map(each => ({ type: 'bar', stack: 'scopes', name: each.name, data: each.values, color: palette(each.colour), barMaxWidth: 56 })),
    }));
}
