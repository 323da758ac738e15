import * as format from '../../language/format';
import type { Amount } from '../../language/format';
import { dictionary } from '../../language/language';
import type { Ground } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { categoryAxis, font, hoveredIndex, legend, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import { drawn, fitting, legendRoom, type Line, lineSeries } from './lines';
import type { Quantiles, UncertainYear } from './shapes';

const t = dictionary(
    {
        band: 'P10 to P90',
        median: 'Median of the runs',
        projected: 'Projected',
        target: 'Target path',
        above: 'Above the path',
        first: 'For the first time',
        correlation: 'Rank correlation',
        share: 'Share of all',
    },
    {
        band: 'P10 至 P90',
        median: '模拟中位数',
        projected: '预测',
        target: '目标路径',
        above: '高于路径',
        first: '首次高于路径',
        correlation: '秩相关',
        share: '占比',
    },
);

const BAND_OPACITY = 0.25;
/** Letters of a name at a narrow axis: two lines. */
const SHORT = 36;

interface Band {
    year: number;
    low: number | null;
    middle: number | null;
    high: number | null;
}

interface Fan {
    bands: Band[];
    projected: Amount[];
    target: Amount[];
    colour: string;
    unit: string;
    axis: (value: number) => string;
    written: (value: Amount) => string | null;
    max?: number;
}

/** The quantiles of a figure year by year. */
export function bands(years: UncertainYear[], of: (year: UncertainYear) => Quantiles | undefined): Band[] {
    return years.map(year => ({
        year: year.year,
        low: format.number(of(year)?.p10),
        middle: format.number(of(year)?.p50),
        high: format.number(of(year)?.p90),
    }));
}

/** A band from P10 to P90 with the median in it, beside what is projected and what is aimed at. */
export function fanDrawing(ground: Ground, fan: Fan): Option {
    const { palette } = ground;
    const years = fan.bands.map(band => String(band.year));
    const lines: Line[] = [
        { name: t('median'), colour: fan.colour, values: fan.bands.map(band => band.middle), symbol: 'circle' },
        { name: t('projected'), colour: palette('series-3'), values: fan.projected, type: 'dashed', symbol: 'none' },
        { name: t('target'), colour: palette('target'), values: fan.target, symbol: 'diamond' },
    ];
    const names = [t('band'), ...lines.map(line => line.name)];
    return {
        grid: { left: 8, right: 16, top: legendRoom(names, ground), bottom: 4, containLabel: true },
        legend: { ...legend(palette), data: names.map(name => (name === t('band') ? { name, icon: 'roundRect' } : { name })) } as Option['legend'],
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            formatter: hovered => {
                const index = hoveredIndex(hovered);
                const band = fan.bands[index];
                return tooltipBody(years[index] ?? '', [
                    { colour: fan.colour, name: 'P90', text: fan.written(band?.high) ?? '–' },
                    { colour: fan.colour, name: 'P50', text: fan.written(band?.middle) ?? '–' },
                    { colour: fan.colour, name: 'P10', text: fan.written(band?.low) ?? '–' },
                    ...lines.slice(1).map(line => ({ colour: line.colour, name: line.name, text: fan.written(line.values[index]) ?? '–' })),
                ]);
            },
        },
        xAxis: { ...categoryAxis(palette, years), boundaryGap: true } as Option['xAxis'],
        yAxis: { ...valueAxis(palette, fan.unit, fan.axis), ...(fan.max === undefined ? {} : { min: 0, max: fan.max }) } as Option['yAxis'],
        series: [
            { type: 'line', stack: 'band', silent: true, symbol: 'none', lineStyle: { width: 0 }, data: fan.bands.map(band => drawn(band.low)) },
            {
                type: 'line',
                stack: 'band',
                name: t('band'),
                color: fan.colour,
                symbol: 'none',
                lineStyle: { width: 0 },
                areaStyle: { opacity: BAND_OPACITY },
                data: fan.bands.map(band => (band.high === null || band.low === null ? '-' : band.high - band.low)),
            },
            ...lines.map(line => lineSeries(ground, line)),
        ],
    };
}

/** How often each year the runs are above the path. */
export function offTrackDrawing(ground: Ground, years: UncertainYear[]): Option {
    const { palette } = ground;
    const names = [t('above'), t('first')];
    return {
        grid: { left: 8, right: 16, top: legendRoom(names, ground), bottom: 4, containLabel: true },
        legend: legend(palette),
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            formatter: hovered => {
                const year = years[hoveredIndex(hovered)];
                return tooltipBody(String(year?.year ?? ''), [
                    { colour: palette('bad'), name: t('above'), text: format.share(year?.offTrack) ?? '–' },
                    { colour: palette('series-1'), name: t('first'), text: format.share(year?.firstOffTrack) ?? '–' },
                ]);
            },
        },
        xAxis: categoryAxis(palette, years.map(year => String(year.year))),
        yAxis: { ...valueAxis(palette, '', format.axisShare), min: 0, max: 1 } as Option['yAxis'],
        series: [
            {
                type: 'bar',
                name: t('above'),
                color: palette('bad'),
                barMaxWidth: 22,
                data: years.map(year => drawn(year.offTrack)),
                markLine: {
                    silent: true,
                    symbol: 'none',
                    label: { show: false },
                    lineStyle: { color: palette('text'), type: 'dashed' },
                    data: [{ yAxis: 0.5 }],
                },
            },
            { type: 'bar', name: t('first'), color: palette('series-1'), barMaxWidth: 22, data: years.map(year => drawn(year.firstOffTrack)) },
        ],
    };
}

interface Input {
    name: string;
    rankCorrelation: number;
    share?: Amount;
}

/** The inputs by how much they go with the outcome, the strongest above. */
export function tornadoDrawing(ground: Ground, inputs: Input[]): Option {
    const { palette, narrow } = ground;
    return {
        grid: { left: 8, right: 24, top: 8, bottom: 28, containLabel: true },
        tooltip: {
            ...tooltip(palette),
            trigger: 'item',
            formatter: hovered => {
                const input = inputs[hoveredIndex(hovered)];
                return tooltipBody(input?.name ?? '', [
                    { colour: palette('series-1'), name: t('correlation'), text: format.difference(input?.rankCorrelation) ?? '–' },
                    { colour: palette('series-1'), name: t('share'), text: format.share(input?.share) ?? '–' },
                ]);
            },
        },
        xAxis: {
            ...valueAxis(palette, t('correlation'), value => format.difference(value) ?? ''),
            min: -1,
            max: 1,
            nameLocation: 'middle',
            nameGap: 26,
        } as Option['xAxis'],
        yAxis: {
            type: 'category',
            inverse: true,
            data: inputs.map(input => fitting(input.name, ground, SHORT)),
            axisTick: { show: false },
            axisLine: { show: false },
            axisLabel: { ...font(palette, 11), width: narrow ? 120 : 190, overflow: 'break', interval: 0 },
        },
        series: [
            {
                type: 'bar',
                barMaxWidth: 18,
                data: inputs.map(input => ({
                    value: input.rankCorrelation,
                    itemStyle: { color: palette(input.rankCorrelation < 0 ? 'series-2' : 'series-3') },
                })),
                markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: palette('muted'), type: 'solid' }, data: [{ xAxis: 0 }] },
            },
        ],
    };
}
