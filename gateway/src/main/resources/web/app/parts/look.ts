import type { Palette } from './chart';
import type { Option } from './drawing';

type Axis = Extract<NonNullable<Option['yAxis']>, unknown[]>[number];

interface Font {
    color: string;
    fontFamily: string;
    fontSize: number;
}

/** The text of a chart, as that of the page. */
export function font(palette: Palette, size = 12): Font {
    return { color: palette('text'), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: size };
}

export function mutedFont(palette: Palette, size = 11): Font {
    return { ...font(palette, size), color: palette('muted') };
}

/** A legend above the drawing. */
export function legend(palette: Palette): Option['legend'] {
    return { top: 0, left: 0, itemWidth: 16, itemHeight: 12, itemGap: 14, textStyle: font(palette), selectedMode: false };
}

/** The axis of amounts. */
export function valueAxis(palette: Palette, name: string, written: (value: number) => string): Axis {
    return {
        type: 'value',
        name,
        nameTextStyle: { ...mutedFont(palette), align: 'left' },
        axisLabel: { ...mutedFont(palette), formatter: written, hideOverlap: true },
        splitLine: { lineStyle: { color: palette('line') } },
    };
}

/** The axis of names, years or times. */
export function categoryAxis(palette: Palette, names: string[]): Option['xAxis'] {
    return {
        type: 'category',
        data: names,
        axisLabel: { ...font(palette), hideOverlap: true },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette('muted') } },
    };
}

/** The look all tooltips share; their content is elements, so that no text is read as HTML. */
export function tooltip(palette: Palette): NonNullable<Extract<Option['tooltip'], { confine?: boolean }>> {
    return {
        confine: true,
        backgroundColor: palette('surface'),
        borderColor: palette('line'),
        textStyle: font(palette),
        transitionDuration: 0,
    };
}

/** Which column, year or row the pointer is on. */
export function hoveredIndex(hovered: unknown): number {
    const [first] = [hovered].flat() as { dataIndex: number }[];
    return first?.dataIndex ?? 0;
}

export interface TooltipLine {
    colour: string;
    name: string;
    text: string;
}

/** A title and lines with the colour of what they name. */
export function tooltipBody(title: string, lines: TooltipLine[]): HTMLElement {
    const body = document.createElement('div');
    body.className = 'tooltip';
    const head = document.createElement('strong');
    head.textContent = title;
    const table = document.createElement('table');
    for (const line of lines) {
        const row = table.insertRow();
        const name = document.createElement('th');
        const dot = document.createElement('span');
        dot.className = 'dot';
        dot.style.backgroundColor = line.colour;
        name.append(dot, line.name);
        row.append(name);
        const text = row.insertCell();
        text.className = 'number';
        text.textContent = line.text;
    }
    body.append(head, table);
    return body;
}
