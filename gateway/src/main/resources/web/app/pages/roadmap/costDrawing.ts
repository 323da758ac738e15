import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import type { Ground } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { hoveredIndex, mutedFont, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import { leverColour } from './leverColours';
import { fittingLegend, legendRoom } from './lines';
import { currencyName, money } from './money';
import type { NameOf } from './wedges';
import type { Saving, Step } from './shapes';

const t = dictionary(
    { tonnes: 'taken off over all years, {unit}', perTonne: '{currency} a tonne', cost: 'Cost of a tonne', cut: 'Taken off' },
    { tonnes: '各年合计减排，{unit}', perTonne: '{currency}/吨', cost: '每吨成本', cut: '减排' },
);

const OPACITY = 0.9;
/** From this ratio of the dearest to the cheapest tonne on, the cheap ones would vanish on a linear scale. */
const LOGARITHMIC_FROM = 50;

interface Bar {
    step: Step;
    colour: string;
    from: number;
    to: number;
    cost: number;
}

/** Whether the costs of a tonne lie so far apart that their scale is logarithmic. */
export function logarithmic(steps: Step[]): boolean {
    const costs = steps.map(step => format.number(step.costPerTonne) ?? 0).filter(cost => cost > 0);
    return costs.length > 1 && Math.max(...costs) / Math.min(...costs) > LOGARITHMIC_FROM;
}

/** A bar a lever, as wide as the tonnes and as high as the cost of one. */
export function costDrawing(ground: Ground, steps: Step[], nameOf: NameOf): Option {
    const { palette } = ground;
    const bars = barsOf(steps, palette);
    const names = bars.map(bar => nameOf(bar.step.leverId));
    const currency = currencyName(steps[0]?.currency ?? '');
    const scale = logarithmic(steps);
    const floor = scale ? 10 ** Math.floor(Math.log10(Math.min(...bars.map(bar => bar.cost)))) : 0;
    return {
        grid: { left: 8, right: 24, top: legendRoom(names, ground), bottom: 24, containLabel: true },
        legend: { ...fittingLegend(ground), icon: 'roundRect' } as Option['legend'],
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            axisPointer: { type: 'line', snap: false, lineStyle: { color: palette('muted') } },
            formatter: hovered => {
                const { axisValue } = (Array.isArray(hovered) ? hovered[0] : hovered) as unknown as { axisValue: number };
                const bar = bars.find(each => axisValue >= each.from && axisValue < each.to) ?? bars.at(-1);
                return bar === undefined ? '' : barTooltip(bar, nameOf);
            },
        },
        xAxis: {
            type: 'value',
            min: 0,
            name: t('tonnes', { unit: format.tonnes() }),
            nameLocation: 'middle',
            nameGap: 26,
            nameTextStyle: mutedFont(palette),
            axisLabel: { ...mutedFont(palette), formatter: format.axis, hideOverlap: true },
            splitLine: { show: false },
        },
        yAxis: { ...valueAxis(palette, t('perTonne', { currency }), format.axis), type: scale ? 'log' : 'value', min: floor } as Option['yAxis'],
        series: bars.map((bar, i) => ({
            type: 'line' as const,
            name: names[i],
            color: bar.colour,
            symbol: 'none',
            // the dearest lie behind, so that of bars too narrow to be told apart each shows its top
            z: bars.length - i + 2,
            lineStyle: { width: 2 },
            areaStyle: { opacity: OPACITY, origin: 'start' as const },
            data: [
                [bar.from, floor],
                [bar.from, bar.cost],
                [bar.to, bar.cost],
                [bar.to, floor],
            ],
        })),
    };
}

function barsOf(steps: Step[], palette: Ground['palette']): Bar[] {
    let from = 0;
    return steps.map((step, i) => {
        const to = from + (format.number(step.tonnes) ?? 0);
        const bar = { step, colour: leverColour(palette, i), from, to, cost: format.number(step.costPerTonne) ?? 0 };
        from = to;
        return bar;
    });
}

function barTooltip(bar: Bar, nameOf: NameOf): HTMLElement {
    const { step, colour } = bar;
    return tooltipBody(nameOf(step.leverId), [
        { colour, name: t('cost'), text: `${format.amount(step.costPerTonne) ?? '–'} ${t('perTonne', { currency: currencyName(step.currency) })}` },
        { colour, name: t('cut'), text: format.joined(format.mass(step.tonnes)) ?? '–' },
    ]);
}

/** Net present values, which are worth something by themselves and not by the tonne. */
export function savingsDrawing(ground: Ground, savings: Saving[], nameOf: NameOf): Option {
    const { palette } = ground;
    const currency = currencyName(savings[0]?.currency ?? '');
    return {
        grid: { left: 8, right: 24, top: 8, bottom: 24, containLabel: true },
        tooltip: {
            ...tooltip(palette),
            trigger: 'item',
            formatter: hovered => {
                const saving = savings[hoveredIndex(hovered)];
                return saving === undefined
                    ? ''
                    : tooltipBody(nameOf(saving.leverId), [
                          { colour: palette('good'), name: '', text: format.joined(money(saving.netPresentValue, saving.currency)) ?? '–' },
                      ]);
            },
        },
        xAxis: { ...valueAxis(palette, currency, format.axis), nameLocation: 'middle', nameGap: 24 } as Option['xAxis'],
        yAxis: {
            type: 'category',
            inverse: true,
            data: savings.map(saving => nameOf(saving.leverId)),
            axisTick: { show: false },
            axisLabel: { ...mutedFont(palette, 12), width: ground.narrow ? 110 : 240, overflow: 'break' },
        },
        series: [{ type: 'bar', data: savings.map(saving => format.number(saving.netPresentValue)), color: palette('good'), barMaxWidth: 26 }],
    };
}
