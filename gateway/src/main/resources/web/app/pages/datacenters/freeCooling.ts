import { html, type TemplateResult } from 'lit';
import { period } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { chart, type Palette } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { figure } from '../../parts/figure';
import { categoryAxis, hoveredIndex, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, folded, table } from '../../parts/table';
import { monthOf } from './months';
import { ifRegistered, type Registered } from './registered';
import type { FreeCooling as FreeCoolingAnswer, FreeCoolingPart } from './shapes';

const t = dictionary(
    {
        title: 'Free cooling in {year}',
        rule: '{rule} {limit}: {hours} of {loaded} hours with IT on, {share}.',
        label: 'Share of the hours with IT on in which the outside cooled for free, by month. The figures are in the table below.',
        month: 'Month',
        hours: 'Hours of free cooling',
        loaded: 'Hours with IT on',
        share: 'Share',
        complete: 'Completeness',
        unknown: 'not known',
        none: 'No rule is registered by which cooling is free at this data centre. Register one through the API.',
        nothing: 'No hour of {year} is known in full, so nothing is told of free cooling.',
    },
    {
        title: '{year} 年自然冷却',
        rule: '{rule} {limit}：IT 运行 {loaded} 小时中 {hours} 小时，{share}。',
        label: '各月 IT 运行小时中自然冷却的占比。数据见下表。',
        month: '月份',
        hours: '自然冷却小时',
        loaded: 'IT 运行小时',
        share: '占比',
        complete: '完整率',
        unknown: '未知',
        none: '该数据中心没有登记自然冷却规则。请通过 API 登记。',
        nothing: '{year} 年没有完整已知的小时，因此没有自然冷却数据。',
    },
);

/** How often the outside was cold enough, or the chillers rested. */
class FreeCooling extends Part {
    static override properties = { facilityId: {} };

    declare facilityId: string;
    private readonly cooling = new Query<Registered<FreeCoolingAnswer>>(this, () => this.address(), { on: ['indicator'] }, ifRegistered);

    protected override render(): TemplateResult {
        const options = { id: 'free-cooling', title: t('title', { year: period() }) };
        const saved = { path: this.address(), name: `${this.facilityId}-free-cooling-${period()}` };
        return panel(this.cooling.answer?.found ? { ...options, saved } : options, this.cooling, ({ found }) =>
            found === null ? html`<p class="muted">– ${t('none')}</p>` : body(found),
        );
    }

    private address(): string {
        return `/api/datacenters/${encodeURIComponent(this.facilityId)}/free-cooling?period=${period()}&granularity=month`;
    }
}

customElements.define('nz-free-cooling', FreeCooling);

function body(cooling: FreeCoolingAnswer): TemplateResult {
    const { total, registered, intervals } = cooling;
    if (format.number(total.share) === null) {
        return html`<p class="muted">– ${t('nothing', { year: cooling.period })}</p>`;
    }
    const { rule, limit } = registered.rule;
    return html`<p>
            ${t('rule', {
                rule: words(rule),
                limit: `${format.recorded(limit) ?? '–'} ${rule === 'OUTDOOR_AT_MOST' ? '°C' : 'kW'}`,
                hours: format.count(total.freeCoolingHours ?? 0),
                loaded: format.count(total.loadedHours),
                share: format.share(total.share) ?? '–',
            })}
        </p>
        ${total.freeCoolingHours ? chart(t('label'), ({ palette }) => drawing(intervals, palette)) : ''}
        ${folded(table({ caption: t('title', { year: cooling.period }), quietCaption: true }, columns(), intervals))}`;
}

function drawing(intervals: FreeCoolingPart[], palette: Palette): Option {
    const names = intervals.map(monthOf);
    return {
        grid: { left: 4, right: 12, top: 16, bottom: 4, containLabel: true },
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            axisPointer: { type: 'shadow' },
            formatter: hovered => {
                const index = hoveredIndex(hovered);
                return tooltipBody(names[index], [{ colour: palette('series-8'), name: t('share'), text: format.share(intervals[index].share) ?? '–' }]);
            },
        },
        xAxis: categoryAxis(palette, names),
        yAxis: { ...valueAxis(palette, '', format.axisShare), min: 0, max: 1 },
        series: [{ type: 'bar', name: t('share'), data: intervals.map(part => format.number(part.share)), color: palette('series-8'), barMaxWidth: 32 }],
    };
}

function columns(): Column<FreeCoolingPart>[] {
    return [
        { head: t('month'), cell: monthOf },
        { head: t('hours'), numeric: true, cell: row => figure(row.freeCoolingHours == null ? null : format.count(row.freeCoolingHours), t('unknown')) },
        { head: t('loaded'), numeric: true, cell: row => format.count(row.loadedHours) },
        { head: t('share'), numeric: true, cell: row => figure(format.share(row.share), t('unknown')) },
        { head: t('complete'), numeric: true, cell: row => figure(format.share(row.completeness), t('unknown')) },
    ];
}
