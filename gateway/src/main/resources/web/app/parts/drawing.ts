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

/** What is drawn into an element. */
export class Drawing {
    private readonly drawn: EChartsType;
    private text = '';

    constructor(place: HTMLElement) {
        this.drawn = init(place);
    }

    /** What is drawn again as it was, because something else of the page changed, does not move. */
    show(option: Option): void {
        const text = JSON.stringify(option);
        const animation = text !== this.text && !calm.matches;
        this.text = text;
        this.drawn.setOption({ animation, animationDuration: 300, ...option }, { notMerge: true });
    }

    fit(): void {
        this.drawn.resize();
    }

    dispose(): void {
        this.drawn.dispose();
    }
}
