import { BarChart, LineChart } from 'echarts/charts';
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import { type ComposeOption, type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { el } from './dom';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export type Option = ComposeOption<
    BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

/** Colours by what they stand for; the style sheet defines them for light and dark. */
export type Palette = (name: ColourName) => string;
type ColourName =
    | 'text' | 'muted' | 'line' | 'surface'
    | 'scope-1' | 'scope-2' | 'scope-3' | 'baseline' | 'target' | 'net' | 'renewable'
    | 'carrier-1' | 'carrier-2' | 'carrier-3' | 'carrier-4' | 'carrier-5' | 'rest';

const dark = matchMedia('(prefers-color-scheme: dark)');
const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** A drawing of a section. It repeats what the table beside it says, so its label names the table. */
export class Chart {
    private readonly host: HTMLElement;
    private drawing: EChartsType | null = null;
    private build: ((palette: Palette) => Option) | null = null;
    private drawnNarrow = false;

    constructor(section: string) {
        this.host = document.querySelector(`#${section} .chart`) as HTMLElement;
        dark.addEventListener('change', () => this.redraw());
        new ResizeObserver(() => this.fit()).observe(this.host);
    }

    draw(label: string, build: (palette: Palette) => Option): void {
        this.host.setAttribute('aria-label', label);
        this.host.hidden = false;
        this.build = build;
        this.redraw();
    }

    /** Takes the drawing off the page: axes without data say nothing. */
    clear(): void {
        this.build = null;
        this.host.hidden = true;
        this.host.removeAttribute('aria-label');
        this.drawing?.clear();
    }

    /** Whether there is too little room for side-by-side texts. */
    get narrow(): boolean {
        return this.host.clientWidth < 520;
    }

    private redraw(): void {
        if (this.build !== null && this.host.clientWidth > 0) {
            this.drawing ??= init(this.host);
            this.drawnNarrow = this.narrow;
            this.drawing.setOption({ animation: !calm.matches, animationDuration: 300, ...this.build(colour) }, { notMerge: true });
        }
    }

    /** Fits the drawing into its place, anew where its legend needs another room. */
    private fit(): void {
        if (this.host.clientWidth === 0) {
            return;
        }
        this.drawing?.resize();
        if (this.drawing === null || this.narrow !== this.drawnNarrow) {
            this.redraw();
        }
    }
}

function colour(name: ColourName): string {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export function font(palette: Palette, size = 12): { color: string; fontFamily: string; fontSize: number } {
    return { color: palette('text'), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: size };
}

/** The look all tooltips share; their content is elements, so that no text is read as HTML. */
export function tooltip(palette: Palette): TooltipComponentOption {
    return {
        confine: true,
        backgroundColor: palette('surface'),
        borderColor: palette('line'),
        textStyle: font(palette),
        transitionDuration: 0,
    };
}

export interface TooltipLine {
    colour: string;
    name: string;
    text: string;
}

export function tooltipBody(title: string, lines: TooltipLine[]): HTMLElement {
    const rows = lines.map(line => {
        const dot = el('span', { class: 'dot' });
        dot.style.backgroundColor = line.colour;
        return el('tr', {}, el('th', { scope: 'row' }, dot, line.name), el('td', { class: 'number' }, line.text));
    });
    return el('div', { class: 'tooltip' }, el('strong', {}, title), el('table', {}, el('tbody', {}, ...rows)));
}
