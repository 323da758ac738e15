import { html, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary, language } from '../../language/language';
import { chart, type Ground } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { font, hoveredIndex, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import { figureName } from './names';
import type { MovedFigure } from './shapes';
import { changed, unitName, written } from './written';

const t = dictionary(
    {
        label: '{figure} of {year} before, what each part moved, and after. The figures are in the table below.',
        before: 'Before',
        after: 'After',
        unmoved: 'None of the parts moved this figure.',
        others: '{n} more parts',
    },
    {
        label: '{year} 年{figure}：变动前、各部分影响及变动后。数据见下表。',
        before: '变动前',
        after: '变动后',
        unmoved: '没有任何部分影响该指标。',
        others: '其余 {n} 部分',
    },
);

const DRAWN_AT_MOST = 12;

interface Bar {
    name: string;
    from: number;
    to: number;
    kind: 'side' | 'part';
}

/** A figure before, what each part moved of it, and after. */
export function bridge(moved: MovedFigure, year: number): TemplateResult {
    const bars = barsOf(moved);
    if (bars.length === 0) {
        return html`<p class="muted">${t('unmoved')}</p>`;
    }
    return chart(t('label', { figure: figureName(moved.figure), year }), ground => bridgeDrawing(ground, bars, moved), 'ordinary');
}

/** Parts that moved nothing are left out; of many the smallest are one. */
function barsOf(moved: MovedFigure): Bar[] {
    const start = format.number(moved.from);
    const end = format.number(moved.to);
    const all = moved.parts.map(part => ({ name: partName(part.part), change: format.number(part.change) ?? 0 })).filter(part => part.change !== 0);
    if (start === null || end === null || all.length === 0) {
        return [];
    }
    const bySize = [...all].sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
    const told = bySize.slice(0, DRAWN_AT_MOST);
    const rest = bySize.slice(DRAWN_AT_MOST);
    const drawn = rest.length === 0 ? told : [...told, { name: t('others', { n: rest.length }), change: rest.reduce((sum, part) => sum + part.change, 0) }];
    let at = start;
    const steps = drawn.map((part): Bar => {
        const step: Bar = { name: part.name, from: at, to: at + part.change, kind: 'part' };
        at += part.change;
        return step;
    });
    return [{ name: t('before'), from: 0, to: start, kind: 'side' }, ...steps, { name: t('after'), from: 0, to: end, kind: 'side' }];
}

function bridgeDrawing({ palette, narrow }: Ground, bars: Bar[], moved: MovedFigure): Option {
    return {
        grid: { left: 8, right: 72, top: 8, bottom: 24, containLabel: true },
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            axisPointer: { type: 'none' },
            formatter: hovered => {
                const bar = bars[hoveredIndex(hovered)];
                return bar === undefined ? '' : tooltipBody(bar.name, [{ colour: colourOf(bar, palette), name: '', text: bar.kind === 'side' ? (written(moved, bar.to) ?? '') : changed(moved, bar.to - bar.from) }]);
            },
        },
        xAxis: { ...valueAxis(palette, unitName(moved.unit), moved.figure === 'renewableShare' ? format.axisShare : format.axis), scale: true, nameLocation: 'middle', nameGap: 24 } as Option['xAxis'],
        yAxis: {
            type: 'category',
            inverse: true,
            data: bars.map(bar => bar.name),
            axisTick: { show: false },
            axisLabel: { ...font(palette), width: narrow ? 110 : 220, overflow: 'break', interval: 0 },
        },
        series: [
            { type: 'bar', stack: 'bridge', silent: true, itemStyle: { color: 'transparent' }, data: bars.map(ground) },
            piece(bars, moved, above, 'right', palette),
            piece(bars, moved, below, 'left', palette),
        ],
    };
}

/** Bars stack away from zero, above and below it by themselves; this is where one that is all on one side begins. */
function ground({ from, to }: Bar): number {
    return Math.max(0, Math.min(from, to)) + Math.min(0, Math.max(from, to));
}

function above({ from, to }: Bar): number {
    return Math.max(0, from, to) - Math.max(0, Math.min(from, to));
}

function below({ from, to }: Bar): number {
    return Math.min(0, from, to) - Math.min(0, Math.max(from, to));
}

/** What of the bars lies above or below zero. */
function piece(bars: Bar[], moved: MovedFigure, sizeOf: (bar: Bar) => number, position: 'left' | 'right', palette: Ground['palette']) {
    return {
        type: 'bar' as const,
        stack: 'bridge',
        barMaxWidth: 24,
        data: bars.map(bar => ({ value: sizeOf(bar), itemStyle: { color: colourOf(bar, palette) } })),
        label: {
            show: true,
            position,
            ...font(palette, 11),
            formatter: ({ dataIndex }: { dataIndex: number }) => {
                const bar = bars[dataIndex];
                return bar === undefined || bar.kind === 'side' || sizeOf(bar) === 0 ? '' : changed(moved, bar.to - bar.from);
            },
        },
    };
}

function colourOf(bar: Bar, palette: Ground['palette']): string {
    return palette(bar.kind === 'side' ? 'baseline' : bar.to > bar.from ? 'series-3' : 'series-2');
}

const PART = /^(inventory|electricity|pue) (\d{4})$/;
const CHINESE_PARTS: Record<string, string> = { inventory: '清单', electricity: '用电量', pue: 'PUE' };
const CHINESE_NAMES: Record<string, string> = {
    'measured data centres': '实测数据中心',
    calendar: '日历年度',
    scenario: '情景',
    figures: '全部数据',
    'scenario and figures': '情景与数据',
    method: '方法',
};

/** A part as the API names it; what it names in English, in Chinese. */
export function partName(part: string): string {
    const [, what, year] = PART.exec(part) ?? [];
    if (language() !== 'zh') {
        return part.includes('[') ? part : part.charAt(0).toUpperCase() + part.slice(1);
    }
    return what === undefined ? (CHINESE_NAMES[part] ?? part) : `${year} 年${CHINESE_PARTS[what] ?? what}`;
}
