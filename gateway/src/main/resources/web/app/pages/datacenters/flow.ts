import { html, type TemplateResult } from 'lit';
import { period, thisYear } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { chart, type ColourName, type Palette } from '../../parts/chart';
import { chooser, chosenOf, type Option as Choice } from '../../parts/choice';
import type { Option } from '../../parts/drawing';
import { figure } from '../../parts/figure';
import { font, tooltip, tooltipBody } from '../../parts/look';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, folded, table } from '../../parts/table';
import type { Indicators, IndicatorSeries } from './shapes';
import { months, today } from './spans';

const t = dictionary(
    {
        title: 'Energy flow',
        time: 'Time',
        year: 'All of {year}',
        today: 'Today',
        label: 'Energy flow of the facility, from what entered to IT, cooling, losses and heat handed over, in MWh. The figures are in the table below.',
        grid: 'From outside',
        generation: 'Own generation',
        input: 'Facility input',
        unmetered: 'Not metered apart',
        heat: 'Heat handed over',
        waste: 'Heat given off',
        flow: 'Flow',
        energy: 'Energy',
        share: 'Of the input',
        nothing: 'What entered the facility in this time is not known, so there is no flow to draw. Choose another time.',
        notMetered: 'not metered',
        above: 'What is metered apart stands {energy} above what entered, so the parts do not add up; see the findings.',
        heatAbove: 'More heat was handed over than the IT took in; it is in the table, not in the drawing.',
    },
    {
        title: '能流',
        time: '时间',
        year: '{year} 全年',
        today: '今天',
        label: '数据中心能流：从总输入到 IT、制冷、损耗和外供余热，单位兆瓦时。数据见下表。',
        grid: '外部输入',
        generation: '自有发电',
        input: '设施总输入',
        unmetered: '未单独计量',
        heat: '外供余热',
        waste: '散发的热量',
        flow: '能流',
        energy: '能量',
        share: '占总输入',
        nothing: '该时间内的设施总输入未知，无法绘制能流。请选择其他时间。',
        notMetered: '没有计量',
        above: '单独计量的部分比总输入多 {energy}，各部分之和不符；见问题。',
        heatAbove: '外供余热多于 IT 用电；列于表中，未绘出。',
    },
);

const USES = ['IT', 'COOLING', 'UPS_LOSS', 'LIGHTING', 'OTHER'] as const;
const COLOURS: Record<string, ColourName> = {
    IT: 'series-1', COOLING: 'series-8', UPS_LOSS: 'series-3', LIGHTING: 'series-7', OTHER: 'series-6',
};

interface Node {
    name: string;
    colour: ColourName;
    mwh: number | null;
}

/** The energies of a time, as nodes of a flow. */
interface Flow {
    input: Node;
    sources: Node[];
    uses: Node[];
    heat: Node[];
    /** By how much the metered parts exceed what entered. */
    above: number;
}

/** Where the energy of a facility goes. */
class EnergyFlow extends Part {
    static override properties = { facilityId: {}, zone: {}, boundary: {} };

    declare facilityId: string;
    declare zone: string | undefined;
    /** On which side a plant of combined heat and power stands: inside, its fuel enters the facility. */
    declare boundary: string;
    private readonly series = new Query<IndicatorSeries>(this, () => this.address(), { on: ['indicator'] });

    protected override render(): TemplateResult {
        return panel(
            {
                id: 'flow',
                title: t('title'),
                wide: true,
                controls: chooser('flow', t('time'), this.times()),
                saved: { path: this.address(), name: `${this.facilityId}-energy` },
            },
            this.series,
            series => body(series.intervals[0], this.boundary),
        );
    }

    private times(): Choice[] {
        const day = period() === thisYear() ? [{ value: today(this.zone), name: t('today') }] : [];
        return [{ value: String(period()), name: t('year', { year: period() }) }, ...day, ...months()];
    }

    private address(): string {
        const asked = chosenOf('flow', this.times());
        const granularity = asked.length === 4 ? 'year' : asked.length === 7 ? 'month' : 'day';
        return `/api/datacenters/${encodeURIComponent(this.facilityId)}/indicators?period=${asked}&granularity=${granularity}`;
    }
}

customElements.define('nz-energy-flow', EnergyFlow);

function body(interval: Indicators | undefined, boundary: string): TemplateResult {
    const flow = interval === undefined ? null : flowOf(interval, boundary);
    if (flow === null) {
        return html`<p class="muted">– ${t('nothing')}</p>`;
    }
    const heatAbove = flow.heat.length === 1;
    return html`${chart(t('label'), ({ palette, narrow }) => drawing(flow, palette, narrow), 'tall')}
        ${flow.above > 0 ? html`<p class="problem">${t('above', { energy: format.joined(format.energy(flow.above)) ?? '' })}</p>` : ''}
        ${heatAbove && flow.heat[0].mwh !== null ? html`<p class="notes">${t('heatAbove')}</p>` : ''}
        ${folded(table({ caption: t('title'), quietCaption: true }, columns(flow), [...flow.sources, flow.input, ...flow.uses, ...flow.heat]))}`;
}

function columns(flow: Flow): Column<Node>[] {
    const shareOf = (node: Node): number | null => (node.mwh === null || !flow.input.mwh ? null : node.mwh / flow.input.mwh);
    return [
        { head: t('flow'), cell: row => row.name },
        { head: t('energy'), unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(row.mwh), t('notMetered')) },
        { head: t('share'), numeric: true, cell: row => figure(format.share(shareOf(row)), t('notMetered')) },
    ];
}

function flowOf(interval: Indicators, boundary: string): Flow | null {
    const roles = interval.energyByRoleKwh ?? {};
    const of = (role: string): number | null => format.megawattHoursOf(roles[role]);
    const metered = of('FACILITY_INPUT');
    const fuel = boundary === 'INSIDE' ? (of('FUEL') ?? 0) : 0;
    const input = (metered ?? 0) + fuel;
    if (metered === null || input === 0) {
        return null;
    }
    // inside, what a plant makes of its fuel is internal and no source of its own
    const own = boundary === 'INSIDE' ? 0 : Math.min(of('ON_SITE_GENERATION') ?? 0, metered);
    const uses = USES.map((role): Node => ({ name: words(role), colour: COLOURS[role], mwh: of(role) })).filter(node => node.mwh !== null);
    const rest = input - uses.reduce((sum, node) => sum + (node.mwh ?? 0), 0);
    const it = of('IT');
    const heat = of('HEAT_EXPORT');
    const handedOver: Node = { name: t('heat'), colour: 'carrier-4', mwh: heat };
    const fits = heat !== null && it !== null && heat <= it;
    return {
        input: { name: t('input'), colour: 'carrier-1', mwh: input },
        sources: [
            { name: t('grid'), colour: 'carrier-1', mwh: metered - own },
            ...(own > 0 ? [{ name: t('generation'), colour: 'renewable' as const, mwh: own }] : []),
            ...(fuel > 0 ? [{ name: words('FUEL'), colour: 'carrier-2' as const, mwh: fuel }] : []),
        ],
        uses: rest > 0 ? [...uses, { name: t('unmetered'), colour: 'rest', mwh: rest }] : uses,
        heat: fits ? [handedOver, { name: t('waste'), colour: 'rest', mwh: it - heat }] : [handedOver],
        above: Math.max(-rest, 0),
    };
}

function drawing(flow: Flow, palette: Palette, narrow: boolean): Option {
    const heat = flow.heat.length > 1 ? flow.heat : [];
    const known = (node: Node): boolean => node.mwh !== null && node.mwh > 0;
    const link = (source: Node, target: Node, value: number | null): { source: string; target: string; value: number } => ({
        source: source.name, target: target.name, value: value ?? 0,
    });
    const it = flow.uses.find(node => node.name === words('IT'));
    const uses = flow.uses.filter(known);
    const nodes = [...flow.sources.filter(known), flow.input, ...uses, ...heat.filter(known)];
    const written = (value: number): string => `${format.amount(value)} ${format.megawattHours()}`;
    return {
        tooltip: {
            ...tooltip(palette),
            formatter: hovered => {
                const { name, value, data } = (Array.isArray(hovered) ? hovered[0] : hovered) as {
                    name: string; value: number; data: { source?: string; target?: string };
                };
                const title = data.source === undefined ? name : `${data.source} → ${data.target}`;
                const colour = nodes.find(node => node.name === (data.target ?? name))?.colour ?? 'muted';
                return tooltipBody(title, [{ colour: palette(colour), name: t('energy'), text: written(value) }]);
            },
        },
        series: [
            {
                type: 'sankey',
                nodeAlign: 'left',
                layoutIterations: 0,
                left: 4,
                right: narrow ? 96 : 190,
                top: 12,
                bottom: 12,
                nodeGap: narrow ? 22 : 18,
                nodeWidth: narrow ? 10 : 14,
                draggable: false,
                emphasis: { focus: 'adjacency' },
                label: {
                    ...font(palette, narrow ? 10 : 12),
                    formatter: node => (narrow ? node.name : `${node.name}  ${format.amount(Number(node.value)) ?? ''}`),
                },
                lineStyle: { color: 'target', opacity: 0.35, curveness: 0.5 },
                data: nodes.map(node => ({ name: node.name, itemStyle: { color: palette(node.colour), borderWidth: 0 } })),
                links: [
                    ...flow.sources.filter(known).map(node => link(node, flow.input, node.mwh)),
                    ...uses.map(node => link(flow.input, node, node.mwh)),
                    ...(it === undefined ? [] : heat.filter(known).map(node => link(it, node, node.mwh))),
                ],
            },
        ],
    };
}
