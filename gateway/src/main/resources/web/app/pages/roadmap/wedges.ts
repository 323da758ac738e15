import type { Amount } from '../../language/format';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import type { Ground } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { categoryAxis, font, hoveredIndex, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import { drawn, fittingLegend, legendRoom, type Line, lineSeries } from './lines';
import { LEVER_COLOURS, leverColour, leverPattern } from './leverColours';
import type { ProjectedYear, Projection } from './shapes';

const t = dictionary(
    {
        net: 'Net, after credits',
        gross: 'Gross emissions',
        credits: 'Credits',
        baseline: 'Baseline, without levers',
        baselineShort: 'Baseline',
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
        baselineShort: '基线',
        target: '目标路径',
        others: '其他措施（{n} 项）',
        inventory: '清单数据',
        modelled: '模型预测',
        before: '修改前的总排放',
    },
);

const REST_OPACITY = 0.45;
/** A dashed line, as a legend shows it. */
const DASHES = 'path://M0,0h7v3h-7zM9,0h7v3h-7z';

interface Layer {
    name: string;
    colour: string;
    values: Amount[];
    /** A pattern upon its colour. */
    decal?: object;
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
        { name: t('target'), colour: palette('target'), values: years.map(year => year.targetTonnes), type: 'dotted', symbol: 'diamond' },
    ];
    if (before !== null) {
        lines.push({ name: t('before'), colour: palette('net'), values: before, type: 'dotted', symbol: 'none' });
    }
    const names = [...lines.map(line => line.name), ...wedges.map(wedge => wedge.name), rest.name, ...(credited ? [t('credits')] : [])];
    const icons = new Map([...[...wedges, rest].map(layer => [layer.name, 'roundRect'] as const), [t('baseline'), DASHES] as const, [t('before'), DASHES] as const]);
    const labels = ground.narrow ? [] : endLabels(years, wedges);
    return {
        grid: { left: 8, right: labels.length === 0 ? 16 : labelRoom(ground, years.length), top: legendRoom(names, ground), bottom: 4, containLabel: true },
        legend: { ...fittingLegend(ground), data: names.map(name => ({ name, icon: icons.get(name), itemStyle: { borderWidth: 0 } })) } as Option['legend'],
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
            area(rest, REST_OPACITY, { width: 2, color: palette('text') }),
            ...wedges.map(wedge => area(wedge, 1, { width: 0 })),
            ...(credited ? creditBars(years, palette('net')) : []),
            halo(lines[1]?.values ?? [], palette('surface')),
            ...lines.map(line => lineSeries(ground, line)),
            ...labels.map(label => labelSeries(label, years.length, ground)),
        ],
    };
}

/** The largest wedge lies upon gross emissions; the smallest ones are one where there are more than colours. */
function layers(years: ProjectedYear[], nameOf: NameOf, palette: Ground['palette']): Layer[] {
    const ids = [...new Set(years.flatMap(year => (year.wedges ?? []).map(wedge => wedge.leverId)))];
    const of = (year: ProjectedYear, id: string): number => format.number(year.wedges?.find(wedge => wedge.leverId === id)?.tonnes) ?? 0;
    const last = years.at(-1);
    const bySize = last === undefined ? ids : ids.sort((a, b) => of(last, b) - of(last, a));
    const told = bySize.length > LEVER_COLOURS ? bySize.slice(0, LEVER_COLOURS - 1) : bySize;
    const others = bySize.slice(told.length);
    const named = told.map((id, i) => ({ name: nameOf(id), colour: leverColour(palette, i), decal: leverPattern(palette, i), values: years.map(year => of(year, id)) }));
    return others.length === 0
        ? named
        : [
              ...named,
              {
                  name: t('others', { n: others.length }),
                  colour: leverColour(palette, LEVER_COLOURS - 1),
                  decal: leverPattern(palette, LEVER_COLOURS - 1),
                  values: years.map(year => others.reduce((sum, id) => sum + of(year, id), 0)),
              },
          ];
}

/** @param edge its upper line */
function area(layer: Layer, opacity: number, edge: { width: number; color?: string }) {
    return {
        type: 'line' as const,
        stack: 'wedges',
        // one that adds emissions lowers the stack, so that its top is the baseline
        stackStrategy: 'all' as const,
        name: layer.name,
        color: layer.colour,
        symbol: 'none',
        lineStyle: edge,
        areaStyle: { opacity, color: layer.colour },
        itemStyle: { opacity: 1, decal: layer.decal },
        data: layer.values.map(drawn),
    };
}

/** Sets the target path off from whatever colour it crosses. */
function halo(values: Amount[], colour: string) {
    return { type: 'line' as const, silent: true, symbol: 'none', lineStyle: { width: 5, color: colour }, tooltip: { show: false }, data: values.map(drawn) };
}

interface EndLabel {
    text: string;
    at: number;
    strong: boolean;
}

const LABEL_PIXELS = 196;
/** Clear of the bar of credits. */
const LABEL_DISTANCE = 16;
/** Of what is drawn a line of text needs so much. */
const LABEL_SHARE = 0.055;
const SHORT_NAME = /^[^:：(（]+/;

/** What the baseline, the larger wedges and gross emissions are, beside the last year; the table and the legend name them all. */
function endLabels(years: ProjectedYear[], wedges: Layer[]): EndLabel[] {
    const end = years.at(-1);
    const gross = format.number(end?.grossTonnes);
    const baseline = format.number(end?.baselineTonnes);
    if (gross === null || baseline === null) {
        return [];
    }
    const room = LABEL_SHARE * Math.max(...years.map(year => format.number(year.baselineTonnes) ?? 0));
    const labels: EndLabel[] = [{ text: `${t('gross')} ${format.axis(gross)}`, at: gross, strong: true }];
    let at = gross;
    for (const wedge of wedges) {
        const size = format.number(wedge.values.at(-1)) ?? 0;
        const middle = at + size / 2;
        if (size >= room && middle - (labels.at(-1)?.at ?? 0) >= room && baseline - middle >= room) {
            labels.push({ text: (SHORT_NAME.exec(wedge.name)?.[0] ?? wedge.name).trim(), at: middle, strong: false });
        }
        at += size;
    }
    return baseline - (labels.at(-1)?.at ?? 0) < room ? labels : [...labels, { text: `${t('baselineShort')} ${format.axis(baseline)}`, at: baseline, strong: true }];
}

/** Room beside the drawing, of which half a year's width is there already. */
function labelRoom(ground: Ground, years: number): number {
    return Math.max(16, LABEL_PIXELS - (ground.width - LABEL_PIXELS) / (2 * years));
}

/** A point that cannot be seen, with a text that can. */
function labelSeries(label: EndLabel, years: number, { palette }: Ground) {
    return {
        type: 'line' as const,
        silent: true,
        symbol: 'circle',
        symbolSize: 1,
        itemStyle: { opacity: 0 },
        tooltip: { show: false },
        label: {
            show: true,
            position: 'right' as const,
            distance: LABEL_DISTANCE,
            ...font(palette, 12),
            opacity: 1,
            fontWeight: label.strong ? ('bold' as const) : ('normal' as const),
            width: LABEL_PIXELS - LABEL_DISTANCE - 8,
            overflow: 'truncate' as const,
            formatter: () => label.text,
        },
        data: Array.from({ length: years }, (_, i) => (i === years - 1 ? label.at : ('-' as const))),
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
