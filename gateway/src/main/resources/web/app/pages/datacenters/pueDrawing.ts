import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import type { Palette } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { categoryAxis, hoveredIndex, legend, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import type { Indicators } from './shapes';

const t = dictionary(
    { pue: 'PUE', temperature: 'Outdoor temperature', load: 'Load' },
    { pue: 'PUE', temperature: '室外温度', load: '负载' },
);

/** An interval with its name and the outdoor temperature of the same time. */
export interface Moment {
    at: string;
    indicators: Indicators;
    celsius: number | null;
}

const DOTS_AT_MOST = 40;

export function drawing(moments: Moment[], weather: boolean, palette: Palette): Option {
    const names = moments.map(moment => moment.at);
    const dots = moments.length <= DOTS_AT_MOST ? 'circle' : 'none';
    return {
        grid: { left: 8, right: 8, top: 56, bottom: 4, containLabel: true },
        legend: legend(palette),
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            formatter: hovered => {
                const moment = moments[hoveredIndex(hovered)];
                return tooltipBody(moment.at, [
                    { colour: palette('series-1'), name: t('pue'), text: format.ratio(moment.indicators.pue) ?? '–' },
                    { colour: palette('muted'), name: t('load'), text: format.share(moment.indicators.load) ?? '–' },
                    ...(weather ? [{ colour: palette('series-3'), name: t('temperature'), text: `${format.ratio(moment.celsius) ?? '–'} °C` }] : []),
                ]);
            },
        },
        xAxis: categoryAxis(palette, names),
        yAxis: [
            { ...valueAxis(palette, t('pue'), value => format.ratio(value) ?? ''), scale: true, minInterval: 0.01 } as ReturnType<typeof valueAxis>,
            { ...valueAxis(palette, '°C', format.axis), show: weather, scale: true, splitLine: { show: false } },
        ],
        series: [
            {
                type: 'line',
                name: t('pue'),
                data: moments.map(moment => format.number(moment.indicators.pue)),
                color: palette('series-1'),
                lineStyle: { width: 2 },
                symbol: dots,
                symbolSize: 6,
            },
            ...(weather
                ? [
                      {
                          type: 'line' as const,
                          name: t('temperature'),
                          yAxisIndex: 1,
                          data: moments.map(moment => moment.celsius),
                          color: palette('series-3'),
                          lineStyle: { width: 1.5, type: 'dashed' as const },
                          symbol: 'none',
                      },
                  ]
                : []),
        ],
    };
}
