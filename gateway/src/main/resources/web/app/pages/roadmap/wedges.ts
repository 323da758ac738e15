import type { Amount } from '../../language/format';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import type { ColourName, Ground } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { categoryAxis, hoveredIndex, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import { drawn, fittingLegend, legendRoom, type Line, lineSeries } from './lines';
import type { ProjectedYear, Projection } from './shapes';

const t = dictionary(
    {
        net: 'Net, after credits',
        gross: 'Gross emissions',
        credits: 'Credits',
        baseline: 'Baseline, without levers',
        target: 'Target path',
        others: 'Other levers ({n})',
        inventory: 'inventory',
        modelled: 'modelled',
        before: 'Gross before your changes',
    },
    {
        net: '抵消后净排放',
        gross: '总排放',
        credits: '碳信用抵消',
        baseline: '基线（无减排措施）',
        target: '目标路径',
        others: '其他措施（{n} 项）',
        inventory: '清单数据',
        modelled: '模型预测',
        before: '修改前的总排放',
    },
);

const COLOURS: ColourName[] = ['series-2', 'series-1', 'series-3', 'series-6', 'series-7', 'series-5', 'series-8', 'carrier-3'];
const AREA_OPACITY = 0.78;
const REST_OPACITY = 0.45;

interface Layer {
    name: string;
    colour: string;
    values: Amount[];
}

/** A lever by its name; the id where the scenario does not name it. */
export type NameOf = (leverId: string) => string;

/**
 * The wedges of the levers between baseline and gross emissions, what credits meet of these, and the target path.
 *
 * @param before gross emissions to hold these against
 */
export function wedgeDrawing(ground: Ground, projection: Projection, nameOf: NameOf, before: Amount[] | null = null): Option {
    const { palette } = ground;
    const { years } = projection;
    const wedges = layers(years, nameOf, palette);
    const rest: Layer = { name: t('gross'), colour: palette('rest'), values: years.map(year => year.grossTonnes) };
    const credited = years.some(year => (format.number(year.creditsTonnes) ?? 0) > 0);
    const lines: Line[] = [
        { name: t('baseline'), colour: palette('baseline'), values: years.map(year => year.baselineTonnes), type: 'dashed', symbol: 'none' },
        { name: t('target'), colour: palette('target'), values: years.map(year => year.targetTonnes), symbol: 'diamond' },
    ];
    if (before !== null) {
        lines.push({ name: t('before'), colour: palette('net'), values: before, type: 'dotted', symbol: 'none' });
    }
    const names = [...lines.map(line => line.name), ...wedges.map(wedge => wedge.name), rest.name, ...(credited ? [t('credits')] : [])];
    return {
        grid: { left: 8, right: 16, top: legendRoom(names, ground), bottom: 4, containLabel: true },
        legend: { ...fittingLegend(ground), data: names } as Option['legend'],
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            formatter: hovered => {
                const year = years[hoveredIndex(hovered)];
                return year === undefined ? '' : yearTooltip(year, years.indexOf(year), [...lines, ...wedges, rest], palette('net'));
            },
        },
        xAxis: { ...categoryAxis(palette, years.map(year => String(year.year))), boundaryGap: true } as Option['xAxis'],
        yAxis: valueAxis(palette, format.tonnes(), format.axis),
        series: [
            area(rest, REST_OPACITY),
            ...wedges.map(wedge => area(wedge, AREA_OPACITY)),
            ...(credited ? creditBars(years, palette('net')) : []),
            ...lines.map(line => lineSeries(ground, line)),
        ],
    };
}

/** The largest wedge lies upon gross emissions; the smallest ones are one where there are more than colours. */
function layers(years: ProjectedYear[], nameOf: NameOf, palette: Ground['palette']): Layer[] {
    const ids = [...new Set(years.flatMap(year => (year.wedges ?? []).map(wedge => wedge.leverId)))];
    const of = (year: ProjectedYear, id: string): number => format.number(year.wedges?.find(wedge => wedge.leverId === id)?.tonnes) ?? 0;
    const last = years.at(-1);
    const bySize = last === undefined ? ids : ids.sort((a, b) => of(last, b) - of(last, a));
    const told = bySize.length > COLOURS.length ? bySize.slice(0, COLOURS.length - 1) : bySize;
    const others = bySize.slice(told.length);
    const named = told.map((id, i) => ({ name: nameOf(id), colour: palette(COLOURS[i] ?? 'rest'), values: years.map(year => of(year, id)) }));
    return others.length === 0
        ? named
        : [
              ...named,
              {
                  name: t('others', { n: others.length }),
                  colour: palette(COLOURS.at(-1) ?? 'rest'),
                  values: years.map(year => others.reduce((sum, id) => sum + of(year, id), 0)),
              },
          ];
}

function area(layer: Layer, opacity: number) {
    return {
        type: 'line' as const,
        stack: 'wedges',
        name: layer.name,
        color: layer.colour,
        symbol: 'none',
        lineStyle: { width: 0 },
        areaStyle: { opacity },
        itemStyle: { opacity: 1 },
        data: layer.values.map(drawn),
    };
}

/** Credits are of single years, so they are bars from net to gross emissions. */
function creditBars(years: ProjectedYear[], colour: string) {
    return [
        {
            type: 'bar' as const,
            stack: 'credits',
            name: t('net'),
            silent: true,
            z: 4,
            barMaxWidth: 26,
            itemStyle: { color: 'transparent' },
            data: years.map(year => ((format.number(year.creditsTonnes) ?? 0) > 0 ? drawn(year.netTonnes) : '-')),
        },
        {
            type: 'bar' as const,
            stack: 'credits',
            name: t('credits'),
            barMaxWidth: 26,
            z: 4,
            itemStyle: { color: colour },
            data: years.map(year => ((format.number(year.creditsTonnes) ?? 0) > 0 ? drawn(year.creditsTonnes) : '-')),
        },
    ];
}

function yearTooltip(year: ProjectedYear, index: number, layers: Layer[], netColour: string): HTMLElement {
    const line = (name: string, colour: string, value: Amount) => ({
        name,
        colour,
        text: format.amount(value) === null ? '–' : `${format.amount(value)} ${format.tonnes()}`,
    });
    return tooltipBody(`${year.year}, ${t(year.actual ? 'inventory' : 'modelled')}`, [
        ...layers.map(layer => line(layer.name, layer.colour, layer.values[index])),
        line(t('credits'), netColour, year.creditsTonnes),
        line(t('net'), netColour, year.netTonnes),
    ]);
}
