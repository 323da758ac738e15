import * as format from '../../language/format';
import type { Palette } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { categoryAxis, hoveredIndex, legend, tooltip, tooltipBody, valueAxis } from '../../parts/look';

interface Interval {
    start: string;
    end: string;
}

/** A bar of each month. */
interface Bars<I> {
    name: string;
    colour: string;
    of: (interval: I) => number | null;
}

/** The month of an interval; its middle lies in it in every zone. */
export function monthOf(part: Interval): string {
    const middle = new Date((Date.parse(part.start) + Date.parse(part.end)) / 2);
    return middle.toISOString().slice(0, 7);
}

/** Energies side by side, month by month. */
export function monthBars<I extends Interval>(intervals: I[], series: Bars<I>[], palette: Palette): Option {
    const names = intervals.map(monthOf);
    return {
        grid: { left: 4, right: 12, top: 52, bottom: 4, containLabel: true },
        legend: legend(palette),
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            axisPointer: { type: 'shadow' },
            formatter: hovered => {
                const index = hoveredIndex(hovered);
                return tooltipBody(
                    names[index],
                    series.map(each => ({ colour: each.colour, name: each.name, text: `${format.amount(each.of(intervals[index])) ?? '–'} ${format.megawattHours()}` })),
                );
            },
        },
        xAxis: categoryAxis(palette, names),
        yAxis: valueAxis(palette, format.megawattHours(), format.axis),
        series: series.map(each => ({ type: 'bar', name: each.name, data: intervals.map(each.of), itemStyle: { color: each.colour }, barMaxWidth: 24 })),
    };
}
