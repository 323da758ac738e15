import type { Amount } from '../../language/format';
import { number } from '../../language/format';
import type { Ground } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { categoryAxis, hoveredIndex, legend, tooltip, tooltipBody, valueAxis } from '../../parts/look';

/** One line of figures, a year each. */
export interface Line {
    name: string;
    colour: string;
    values: Amount[];
    type?: 'solid' | 'dashed' | 'dotted';
    symbol?: 'circle' | 'diamond' | 'triangle' | 'rect' | 'none';
}

interface Options {
    years: number[];
    unit: string;
    axis: (value: number) => string;
    /** Of the tooltip. */
    written: (value: Amount) => string | null;
    lines: Line[];
    max?: number;
    /** Says more of a year in its tooltip. */
    note?: (index: number) => string;
}

type Series = Extract<NonNullable<Option['series']>, unknown[]>[number];

/** ECharts leaves a gap where it is given this. */
export function drawn(value: Amount): number | '-' {
    return number(value) ?? '-';
}

export function lineSeries(ground: Ground, line: Line): Series {
    return {
        type: 'line',
        name: line.name,
        color: line.colour,
        data: line.values.map(drawn),
        symbol: line.symbol ?? 'circle',
        symbolSize: line.symbol === 'diamond' ? 9 : 7,
        itemStyle: { borderColor: ground.palette('surface'), borderWidth: 1 },
        lineStyle: { width: 2, type: line.type ?? 'solid' },
    };
}

const PIXELS_PER_LETTER = 6.1;
const ENTRY_PIXELS = 40;
const MARGIN_PIXELS = 20;
const ROW_PIXELS = 26;
/** Below the legend, for the name of the axis. */
const NAME_PIXELS = 24;
const WIDE_LETTER = /[⺀-￯]/g;

/** Room above a drawing for a legend, which wraps by the width of its entries, which is that of their letters. */
export function legendRoom(names: string[], ground: Ground): number {
    let rows = 1;
    let used = 0;
    for (const whole of names) {
        const name = fitting(whole, ground);
        const wide = name.match(WIDE_LETTER)?.length ?? 0;
        const size = ENTRY_PIXELS + PIXELS_PER_LETTER * (name.length + wide);
        if (used > 0 && used + size > ground.width - MARGIN_PIXELS) {
            rows += 1;
            used = 0;
        }
        used += size;
    }
    return rows * ROW_PIXELS + NAME_PIXELS;
}

const NARROW_LETTERS = 40;

/** Names that would run out of a narrow drawing end in an ellipsis; the table has them whole. */
export function fitting(name: string, ground: Ground, letters = NARROW_LETTERS): string {
    return ground.narrow && name.length > letters ? `${name.slice(0, letters - 1).trimEnd()}…` : name;
}

/** A legend whose names fit. */
export function fittingLegend(ground: Ground): Option['legend'] {
    return { ...legend(ground.palette), formatter: (name: string) => fitting(name, ground) } as Option['legend'];
}

/** Lines over years, which a tooltip lists year by year. */
export function yearLines(ground: Ground, options: Options): Option {
    const { palette } = ground;
    const names = options.years.map(String);
    return {
        grid: { left: 8, right: 16, top: legendRoom(options.lines.map(line => line.name), ground), bottom: 4, containLabel: true },
        legend: fittingLegend(ground),
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            formatter: hovered => {
                const index = hoveredIndex(hovered);
                return tooltipBody(
                    `${names[index] ?? ''}${options.note?.(index) ?? ''}`,
                    options.lines.map(line => ({ colour: line.colour, name: line.name, text: options.written(line.values[index]) ?? '–' })),
                );
            },
        },
        xAxis: categoryAxis(palette, names),
        yAxis: { ...valueAxis(palette, options.unit, options.axis), ...(options.max === undefined ? {} : { min: 0, max: options.max }) } as Option['yAxis'],
        series: options.lines.map(line => lineSeries(ground, line)),
    };
}
