import { html, type TemplateResult } from 'lit';
import type { Problem } from '../../api/api';
import { period } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { chart, type Palette } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { figure } from '../../parts/figure';
import { legend, mutedFont, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import type { Query } from '../../parts/query';
import { type Column, folded, table } from '../../parts/table';
import type { Fleet } from './shapes';

const t = dictionary(
    {
        title: 'PUE against load in {year}',
        label: 'PUE of each facility against its load. The figures are in the table below.',
        included: 'In the averages',
        leftOut: 'Left out',
        facility: 'Facility',
        pue: 'PUE',
        load: 'Load',
        counts: 'Averages',
        unknown: 'not known',
        nothing: 'No facility has a PUE and a load of {year}.',
    },
    {
        title: '{year} 年 PUE 与负载',
        label: '各数据中心的 PUE 与负载。数据见下表。',
        included: '计入平均值',
        leftOut: '已剔除',
        facility: '数据中心',
        pue: 'PUE',
        load: '负载',
        counts: '平均值',
        unknown: '未知',
        nothing: '{year} 年没有同时已知 PUE 和负载的数据中心。',
    },
);

interface Dot {
    name: string;
    pue: number | null;
    load: number | null;
    leftOut: string | null;
}

/** Whether facilities with little load are the ones with a high PUE. */
class FleetScatter extends Part {
    static override properties = {
        fleet: { attribute: false },
        at: { attribute: false },
        problem: { attribute: false },
        names: { attribute: false },
    };

    declare fleet: Query<Fleet>;
    /** When the answer of that query came, so that the drawing is made again with it. */
    declare at: Date | null;
    /** Why there is none, for the same reason. */
    declare problem: Problem | null;
    declare names: Map<string, string>;

    protected override render(): TemplateResult {
        const saved = { path: `/api/datacenters/indicators?year=${period()}`, name: `fleet-${period()}` };
        return panel({ id: 'fleet-scatter', title: t('title', { year: period() }), wide: true, saved }, this.fleet, fleet => this.body(fleet));
    }

    private body(fleet: Fleet): TemplateResult {
        const dots = fleet.facilities.map((each): Dot => ({
            name: this.names.get(each.datacenterId) ?? each.datacenterId,
            pue: format.number(each.indicators.pue),
            load: format.number(each.indicators.load),
            leftOut: each.leftOut ?? null,
        }));
        if (!dots.some(drawn)) {
            return html`<p class="muted">– ${t('nothing', { year: fleet.year })}</p>`;
        }
        const columns: Column<Dot>[] = [
            { head: t('facility'), cell: row => row.name },
            { head: t('pue'), numeric: true, cell: row => figure(format.ratio(row.pue), t('unknown')) },
            { head: t('load'), numeric: true, cell: row => figure(format.share(row.load), t('unknown')) },
            { head: t('counts'), cell: row => (row.leftOut === null ? t('included') : `${t('leftOut')}: ${words(row.leftOut)}`) },
        ];
        return html`${chart(t('label'), ({ palette }) => drawing(dots, palette))}
        ${folded(table({ caption: t('title', { year: fleet.year }), quietCaption: true }, columns, dots))}`;
    }
}

customElements.define('nz-fleet-scatter', FleetScatter);

function drawn(dot: Dot): boolean {
    return dot.pue !== null && dot.load !== null;
}

function drawing(dots: Dot[], palette: Palette): Option {
    const groups = [
        { name: t('included'), colour: palette('series-1'), symbol: 'circle', dots: dots.filter(dot => drawn(dot) && dot.leftOut === null) },
        { name: t('leftOut'), colour: palette('series-3'), symbol: 'triangle', dots: dots.filter(dot => drawn(dot) && dot.leftOut !== null) },
    ];
    return {
        grid: { left: 8, right: 24, top: 56, bottom: 24, containLabel: true },
        legend: legend(palette),
        tooltip: {
            ...tooltip(palette),
            formatter: hovered => {
                const { seriesIndex, dataIndex } = Array.isArray(hovered) ? hovered[0] : hovered;
                const group = groups[seriesIndex ?? 0];
                const dot = group.dots[dataIndex];
                return tooltipBody(dot.leftOut === null ? dot.name : `${dot.name} · ${words(dot.leftOut)}`, [
                    { colour: group.colour, name: t('pue'), text: format.ratio(dot.pue) ?? '–' },
                    { colour: palette('muted'), name: t('load'), text: format.share(dot.load) ?? '–' },
                ]);
            },
        },
        xAxis: {
            type: 'value',
            name: t('load'),
            nameLocation: 'middle',
            nameGap: 26,
            nameTextStyle: mutedFont(palette),
            min: 0,
            axisLabel: { ...mutedFont(palette), formatter: format.axisShare, hideOverlap: true },
            splitLine: { show: false },
            axisLine: { show: true, lineStyle: { color: palette('muted') } },
        },
        yAxis: { ...valueAxis(palette, t('pue'), value => format.ratio(value) ?? ''), scale: true, minInterval: 0.01 } as Option['yAxis'],
        series: groups.map(group => ({
            type: 'scatter',
            name: group.name,
            symbol: group.symbol,
            symbolSize: 9,
            color: group.colour,
            data: group.dots.map(dot => [dot.load ?? 0, dot.pue ?? 0]),
        })),
    };
}
