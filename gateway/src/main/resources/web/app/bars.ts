import { font, type Option, type Palette, tooltip, tooltipBody } from './chart';
import * as format from './format';

/** A part of every row; a row without it has null there. */
export interface Part {
    name: string;
    colour: string;
    values: (number | null)[];
}

/** Horizontal bars, one a row, each made of its parts. */
export function stackedBars(palette: Palette, unit: string, rows: string[], parts: Part[], legendLines = 1): Option {
    return {
        grid: { left: 4, right: 28, top: 10 + 24 * legendLines, bottom: 20, containLabel: true },
        legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: font(palette), selectedMode: false },
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            axisPointer: { type: 'none' },
            formatter: hovered => {
                const row = Array.isArray(hovered) ? hovered[0].dataIndex : hovered.dataIndex;
                const lines = parts.flatMap(part => {
                    const text = format.amount(part.values[row]);
                    return text === null ? [] : [{ colour: part.colour, name: part.name, text: `${text} ${unit}` }];
                });
                return tooltipBody(rows[row], lines);
            },
        },
        xAxis: {
            type: 'value',
            axisLabel: { ...font(palette, 11), color: palette('muted'), formatter: format.axis, hideOverlap: true },
            splitLine: { lineStyle: { color: palette('line') } },
            name: unit,
            nameLocation: 'middle',
            nameGap: 24,
            nameTextStyle: { ...font(palette, 11), color: palette('muted') },
        },
        yAxis: {
            type: 'category',
            inverse: true,
            data: rows,
            axisLabel: font(palette),
            axisLine: { show: false },
            axisTick: { show: false },
        },
        series: parts.map(part => ({
            type: 'bar',
            stack: 'parts',
            name: part.name,
            data: part.values,
            barWidth: 26,
            itemStyle: { color: part.colour },
        })),
    };
}
