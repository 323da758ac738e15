import {
    BarChart, type BarSeriesOption,
    HeatmapChart, type HeatmapSeriesOption,
    LineChart, type LineSeriesOption,
    SankeyChart, type SankeySeriesOption,
    ScatterChart, type ScatterSeriesOption,
} from 'echarts/charts';
import {
    GridComponent, type GridComponentOption,
    LegendComponent, type LegendComponentOption,
    MarkLineComponent, type MarkLineComponentOption,
    TooltipComponent, type TooltipComponentOption,
    VisualMapComponent, type VisualMapComponentOption,
} from 'echarts/components';
import { type ComposeOption, type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([
    BarChart, HeatmapChart, LineChart, SankeyChart, ScatterChart,
    GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent,
    CanvasRenderer,
]);

export type Option = ComposeOption<
    | BarSeriesOption | HeatmapSeriesOption | LineSeriesOption | SankeySeriesOption | ScatterSeriesOption
    | GridComponentOption | LegendComponentOption | MarkLineComponentOption | TooltipComponentOption | VisualMapComponentOption
>;

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** The room of a drawing in pixels where that is not what the page gives it. */
export interface Sheet {
    width: number;
    height: number;
    devicePixelRatio: number;
}

/** What is drawn into an element. */
export class Drawing {
    private readonly drawn: EChartsType;
    private shown = false;

    /** @param sheet where it is drawn for paper, at once and without motion */
    constructor(place: HTMLElement, sheet: Sheet | null = null) {
        this.drawn = init(place, null, sheet ?? undefined);
        this.shown = sheet !== null;
    }

    /** Only the first drawing moves: those after it are fresh figures, which come often and must not flicker. */
    show(option: Option): void {
        this.drawn.setOption({ animation: !calm.matches && !this.shown, animationDuration: 300, ...option }, { notMerge: true });
        this.shown = true;
    }

    fit(): void {
        this.drawn.resize();
    }

    dispose(): void {
        this.drawn.dispose();
    }
}
