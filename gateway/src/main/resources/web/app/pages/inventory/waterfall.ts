import type { TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { chart, type ColourName } from '../../parts/chart';
import { categoryAxis, font, hoveredIndex, legend, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import type { Bridge, Step } from './shapes';

const t = dictionary(
    { label: 'The change from {from} to {to} by cause, as a waterfall. The figures are in the table below.', total: 'Total', more: 'More', less: 'Less', cut: '{unit}; the axis begins at {from}, not at 0' },
    { label: '从{from}到{to}按原因的变化（瀑布图）。数据见下表。', total: '总量', more: '增加', less: '减少', cut: '{unit}；纵轴从 {from} 起，并非从 0 起' },
);

interface Bar {
    name: string;
    colour: ColourName;
    bottom: number;
    height: number;
    text: string;
}

/** Totals at both ends, and between them each cause where the one before left off. */
export function waterfall(bridge: Bridge, steps: readonly Step[], from: string, to: string): TemplateResult {
    const bars = barsOf(bridge, steps, from, to);
    const floor = floorOf(bars);
    const axisName = floor === 0 ? format.tonnes() : t('cut', { unit: format.tonnes(), from: format.axis(floor) });
    const kinds: [string, ColourName][] = [
        [t('total'), 'baseline'],
        [t('more'), 'bad'],
        [t('less'), 'good'],
    ];
    return chart(t('label', { from, to }), ({ palette, narrow }) => ({
        grid: { left: 8, right: 8, top: 52, bottom: 4, containLabel: true },
        legend: { ...legend(palette), data: kinds.map(([name]) => name) },
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            axisPointer: { type: 'none' },
            formatter: (at: unknown) => {
                const bar = bars[hoveredIndex(at)];
                return bar === undefined ? '' : tooltipBody(bar.name, [{ colour: palette(bar.colour), name: format.tonnes(), text: bar.text }]);
            },
        },
        xAxis: { ...categoryAxis(palette, bars.map(bar => bar.name)), axisLabel: { ...font(palette), interval: 0, ...(narrow ? { rotate: 50 } : { width: 110, overflow: 'break' as const }) } },
        yAxis: { ...valueAxis(palette, axisName, format.axis), ...(floor === 0 ? {} : { min: floor }) },
        series: [
            { type: 'bar', stack: 'bridge', data: bars.map(bar => bar.bottom), itemStyle: { color: 'transparent' }, silent: true, barMaxWidth: 64 },
            ...kinds.map(([name, colour]) => ({
                type: 'bar' as const,
                stack: 'bridge',
                name,
                color: palette(colour),
                barMaxWidth: 64,
                data: bars.map(bar => (bar.colour === colour ? bar.height : null)),
                label: {
                    show: !narrow,
                    position: 'top' as const,
                    ...font(palette, 11),
                    formatter: (at: { dataIndex: number }) => bars[at.dataIndex]?.text ?? '',
                },
            })),
        ],
    }));
}

const SMALL_PART = 0.4;
const ROOM = 0.35;

/** Where changes are small beside the totals, the axis begins further up, or nobody would see them. */
function floorOf(bars: readonly Bar[]): number {
    const between = bars.filter(bar => bar.colour !== 'baseline');
    const lowest = Math.min(...bars.map(bar => (bar.colour === 'baseline' ? bar.height : bar.bottom)));
    const highest = Math.max(...bars.map(bar => bar.bottom + bar.height));
    if (between.length === 0 || lowest <= 0 || highest - lowest > SMALL_PART * highest) {
        return 0;
    }
    const size = 10 ** Math.floor(Math.log10(highest - lowest || highest));
    return Math.max(0, Math.floor((lowest - ROOM * (highest - lowest)) / size) * size);
}

function barsOf(bridge: Bridge, steps: readonly Step[], from: string, to: string): Bar[] {
    const end = (name: string, tonnes: number): Bar => ({ name, colour: 'baseline', bottom: 0, height: tonnes, text: format.amount(tonnes) ?? '' });
    let level = format.tonnesOf(bridge.from.kgCo2e) ?? 0;
    const between = steps.map((step): Bar => {
        const change = format.tonnesOf(step.kgCo2e) ?? 0;
        const bottom = Math.min(level, level + change);
        level += change;
        return { name: words(step.step), colour: change > 0 ? 'bad' : 'good', bottom, height: Math.abs(change), text: format.difference(change) ?? '' };
    });
    return [end(from, format.tonnesOf(bridge.from.kgCo2e) ?? 0), ...between, end(to, format.tonnesOf(bridge.to.kgCo2e) ?? 0)];
}
