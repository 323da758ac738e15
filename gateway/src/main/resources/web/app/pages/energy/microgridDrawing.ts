import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import type { ColourName, Palette } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { categoryAxis, hoveredIndex, legend, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import type { MicrogridPart } from './shapes';

const t = dictionary(
    {
        load: 'Load',
        gridImportKwh: 'Grid import',
        pvKwh: 'Photovoltaics',
        windKwh: 'Wind',
        otherGenerationKwh: 'Other own generation',
        storageDischargeKwh: 'Storage, discharge',
        storageChargeKwh: 'Storage, charge',
        gridExportKwh: 'Grid export',
    },
    {
        load: '负荷',
        gridImportKwh: '电网购电',
        pvKwh: '光伏',
        windKwh: '风电',
        otherGenerationKwh: '其他自有发电',
        storageDischargeKwh: '储能放电',
        storageChargeKwh: '储能充电',
        gridExportKwh: '上网',
    },
);

/** One of the flows that the load is made of; what goes out is drawn below the line. */
export interface Stream {
    field: 'pvKwh' | 'windKwh' | 'otherGenerationKwh' | 'storageDischargeKwh' | 'gridImportKwh' | 'storageChargeKwh' | 'gridExportKwh';
    colour: ColourName;
    out: boolean;
}

export const STREAMS: Stream[] = [
    { field: 'pvKwh', colour: 'renewable', out: false },
    { field: 'windKwh', colour: 'series-8', out: false },
    { field: 'otherGenerationKwh', colour: 'carrier-3', out: false },
    { field: 'storageDischargeKwh', colour: 'series-3', out: false },
    { field: 'gridImportKwh', colour: 'carrier-1', out: false },
    { field: 'storageChargeKwh', colour: 'series-4', out: true },
    { field: 'gridExportKwh', colour: 'rest', out: true },
];

export function streamName(stream: Stream): string {
    return t(stream.field);
}

export function drawing(parts: MicrogridPart[], streams: Stream[], palette: Palette, narrow: boolean): Option {
    const names = parts.map(part => part.start.slice(11, 16));
    const values = (stream: Stream): (number | null)[] =>
        parts.map(part => {
            const value = format.number(part[stream.field]);
            return value === null ? null : stream.out ? -value : value;
        });
    const lines = narrow ? Math.ceil((streams.length + 1) / 2) : 1;
    return {
        grid: { left: 4, right: 12, top: 30 + 24 * lines, bottom: 4, containLabel: true },
        legend: legend(palette),
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            axisPointer: { type: 'shadow' },
            formatter: hovered => {
                const index = hoveredIndex(hovered);
                const part = parts[index];
                return tooltipBody(names[index], [
                    { colour: palette('target'), name: t('load'), text: written(part.loadKwh) },
                    ...streams.map(stream => ({ colour: palette(stream.colour), name: streamName(stream), text: written(part[stream.field]) })),
                ]);
            },
        },
        xAxis: { ...categoryAxis(palette, names), axisLine: { onZero: false, lineStyle: { color: palette('muted') } } } as Option['xAxis'],
        yAxis: valueAxis(palette, format.kilowattHours(), format.axis),
        series: [
            ...streams.map(stream => ({
                type: 'bar' as const,
                stack: 'flows',
                name: streamName(stream),
                data: values(stream),
                barCategoryGap: '12%',
                itemStyle: { color: palette(stream.colour) },
            })),
            {
                type: 'line' as const,
                name: t('load'),
                data: parts.map(part => format.number(part.loadKwh)),
                color: palette('target'),
                lineStyle: { width: 2 },
                symbol: 'none',
            },
        ],
    };
}

function written(value: format.Amount): string {
    const text = format.amount(value);
    return text === null ? '–' : `${text} ${format.kilowattHours()}`;
}
