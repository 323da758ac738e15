import type { Palette } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import * as format from '../../language/format';
import { categoryAxis, font, hoveredIndex, legend, mutedFont, tooltip, tooltipBody, valueAxis } from '../../parts/look';

/** A part of every column; a column without it has null there. */
export interface Stacked {
    name: string;
    colour: string;
    values: (number | null)[];
}

const LEGEND_LINE_PIXELS = 24;

/** Columns over time, each made of its parts. */
export function columns(palette: Palette, unit: string, names: string[], parts: Stacked[], legendLines = 1): Option {
    return {
        grid: { left: 4, right: 12, top: 28 + LEGEND_LINE_PIXELS * legendLines, bottom: 4, containLabel: true },
        legend: legend(palette),
        tooltip: hover(palette, unit, names, parts),
        xAxis: categoryAxis(palette, names),
        yAxis: valueAxis(palette, unit, format.axis),
        series: parts.map(part => ({
            type: 'bar',
            stack: 'parts',
            name: part.name,
            data: part.values,
            barMaxWidth: 44,
            itemStyle: { color: part.colour },
        })),
    };
}

/** Bars from left to right, one a row, each made of its parts. */
export function rows(palette: Palette, unit: string, names: string[], parts: Stacked[], legendLines = 1, narrow = false): Option {
    return {
        grid: { left: 4, right: 24, top: 8 + LEGEND_LINE_PIXELS * legendLines, bottom: 22, containLabel: true },
        legend: legend(palette),
        tooltip: hover(palette, unit, names, parts),
        xAxis: {
            type: 'value',
            name: unit,
            nameLocation: 'middle',
            nameGap: 24,
            nameTextStyle: mutedFont(palette),
            axisLabel: { ...mutedFont(palette), formatter: format.axis, hideOverlap: true },
            splitLine: { lineStyle: { color: palette('line') } },
        },
        yAxis: {
            type: 'category',
            inverse: true,
            data: names,
            axisLabel: { ...font(palette), width: narrow ? 96 : 190, overflow: 'break' },
            axisLine: { show: false },
            axisTick: { show: false },
        },
        series: parts.map(part => ({
            type: 'bar',
            stack: 'parts',
            name: part.name,
            data: part.values,
            barMaxWidth: 22,
            itemStyle: { color: part.colour },
        })),
    };
}

function hover(palette: Palette, unit: string, names: string[], parts: Stacked[]): Option['tooltip'] {
    return {
        ...tooltip(palette),
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: hovered => {
            const index = hoveredIndex(hovered);
            return tooltipBody(
                names[index],
                parts.flatMap(part => {
                    const text = format.amount(part.values[index]);
                    return text === null ? [] : [{ colour: part.colour, name: part.name, text: `${text} ${unit}` }];
                }),
            );
        },
    };
}
