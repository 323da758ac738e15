import { font, type Option, type Palette, tooltip, tooltipBody } from './chart';
import * as format from './format';
import type { Amount, ProjectedYear } from './shapes';

interface Line {
    name: string;
    colour: string;
    of: (year: ProjectedYear) => Amount;
    written: (value: Amount) => string | null;
}

const MODELLED_OPACITY = 0.72;

/** Scopes stacked a year, with the baseline, the target path and, on the second axis, the renewable share. */
export function roadmapDrawing(years: ProjectedYear[], palette: Palette, narrow: boolean): Option {
    const scopes: Line[] = [
        mass('Scope 1', palette('scope-1'), year => year.scope1Tonnes),
        mass('Scope 2 (market-based)', palette('scope-2'), year => year.scope2MarketTonnes),
        mass('Scope 3', palette('scope-3'), year => year.scope3Tonnes),
    ];
    const baseline = mass('Baseline, without measures', palette('baseline'), year => year.baselineTonnes);
    const target = mass('Target path', palette('target'), year => year.targetTonnes);
    const net = mass('Net, after credits', palette('net'), year => year.netTonnes);
    const share: Line = {
        name: 'Renewable share (right)',
        colour: palette('renewable'),
        of: year => year.renewableShare,
        written: format.share,
    };
    const usesCredits = years.some(year => (format.number(year.creditsTonnes) ?? 0) > 0);
    const lines = usesCredits ? [baseline, target, net] : [baseline, target];
    return {
        grid: { left: 8, right: 8, top: narrow ? 118 : 72, bottom: 4, containLabel: true },
        legend: { top: 0, left: 0, itemWidth: 22, itemHeight: 12, itemGap: 14, textStyle: font(palette), selectedMode: false },
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            axisPointer: { type: 'shadow', shadowStyle: { color: palette('line'), opacity: 0.35 } },
            formatter: hovered => {
                const year = years[Array.isArray(hovered) ? hovered[0].dataIndex : hovered.dataIndex];
                return yearTooltip(year, [...scopes, ...lines, share]);
            },
        },
        xAxis: {
            type: 'category',
            data: years.map(year => String(year.year)),
            axisLabel: font(palette),
            axisTick: { show: false },
            axisLine: { lineStyle: { color: palette('muted') } },
        },
        yAxis: [
            {
                type: 'value',
                name: format.TONNES,
                nameTextStyle: { ...font(palette, 11), color: palette('muted'), align: 'left' },
                axisLabel: { ...font(palette, 11), color: palette('muted'), formatter: format.axis },
                splitLine: { lineStyle: { color: palette('line') } },
            },
            {
                type: 'value',
                name: 'renewable',
                min: 0,
                max: 1,
                nameTextStyle: { ...font(palette, 11), color: palette('renewable'), align: 'right' },
                axisLabel: { ...font(palette, 11), color: palette('renewable'), formatter: format.axisShare },
                splitLine: { show: false },
            },
        ],
        series: [
            ...scopes.map(scope => ({
                type: 'bar' as const,
                stack: 'scopes',
                name: scope.name,
                barMaxWidth: 46,
                itemStyle: { color: scope.colour },
                data: years.map(year => ({
                    value: drawn(scope.of(year)),
                    itemStyle: { opacity: year.actual ? 1 : MODELLED_OPACITY },
                })),
            })),
            ...lines.map(line => ({
                type: 'line' as const,
                name: line.name,
                data: years.map(year => drawn(line.of(year))),
                symbol: line === target ? 'diamond' : 'circle',
                symbolSize: line === baseline ? 0 : 8,
                color: line.colour,
                itemStyle: edge(palette),
                lineStyle: { width: 2, type: line === baseline ? ('dashed' as const) : ('solid' as const) },
            })),
            {
                type: 'line',
                yAxisIndex: 1,
                name: share.name,
                data: years.map(year => drawn(share.of(year))),
                symbol: 'circle',
                symbolSize: 6,
                color: share.colour,
                itemStyle: edge(palette),
                lineStyle: { width: 2, type: 'dotted' },
            },
        ],
    };
}

/** Keeps a point apart from the bar behind it. */
function edge(palette: Palette): { borderColor: string; borderWidth: number } {
    return { borderColor: palette('surface'), borderWidth: 1 };
}

function mass(name: string, colour: string, of: Line['of']): Line {
    return {
        name,
        colour,
        of,
        written: value => {
            const text = format.amount(value);
            return text === null ? null : `${text} ${format.TONNES}`;
        },
    };
}

/** ECharts leaves a gap where it is given this. */
function drawn(value: Amount): number | '-' {
    return format.number(value) ?? '-';
}

function yearTooltip(year: ProjectedYear, lines: Line[]): HTMLElement {
    return tooltipBody(
        `${year.year}, ${year.actual ? 'inventory' : 'modelled'}`,
        lines.map(line => ({ colour: line.colour, name: line.name, text: line.written(line.of(year)) ?? '–' })),
    );
}
