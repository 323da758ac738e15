import { html, nothing, type TemplateResult } from 'lit';
import { parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { chart, type ColourName, type Palette } from '../../parts/chart';
import { chooser, type Option } from '../../parts/choice';
import type { Saved } from '../../parts/download';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import type { Query } from '../../parts/query';
import { type Column, folded, table } from '../../parts/table';
import type { Balance, Line } from './shapes';
import { columns, rows, type Stacked } from './stacks';

const t = dictionary(
    {
        overTime: 'Consumption over time',
        by: 'by',
        carrier: 'Carrier',
        allCarriers: 'All carriers',
        month: 'Months',
        year: 'Years',
        monthsLabel: 'Energy of {period} by month and carrier, in MWh. The figures are in the table below.',
        yearsLabel: 'Energy by year and carrier, in MWh. The figures are in the table below.',
        time: 'Time',
        total: 'Total',
        noMonths: 'No month of {period} is told apart: what is on file covers longer times. Choose years instead, or record by the month.',
        unsplit: 'Not told by month, and not drawn: {energy}.',
        bySite: 'Consumption by site',
        site: 'Site',
        sitesLabel: 'Energy of {period} by site and carrier, in MWh. The figures are in the table below.',
        rest: '{count} more sites',
        nothing: 'No energy of {period} is on file.',
        noFigure: 'no figure',
        noRecord: 'not on file',
    },
    {
        overTime: '能源消费的时间变化',
        by: '按',
        carrier: '品种',
        allCarriers: '全部品种',
        month: '月',
        year: '年',
        monthsLabel: '{period} 年各月分品种能源消费，单位兆瓦时。数据见下表。',
        yearsLabel: '各年分品种能源消费，单位兆瓦时。数据见下表。',
        time: '时间',
        total: '合计',
        noMonths: '{period} 年的数据没有分月：现有数据覆盖更长的时间。请按年查看，或按月登记。',
        unsplit: '未分月、未绘出的部分：{energy}。',
        bySite: '分场所能源消费',
        site: '场所',
        sitesLabel: '{period} 年分场所、分品种能源消费，单位兆瓦时。数据见下表。',
        rest: '其余 {count} 个场所',
        nothing: '{period} 年没有能源数据。',
        noFigure: '没有数据',
        noRecord: '没有记录',
    },
);

/** What is told of the company's consumption; other lines are parts of these or stand beside them. */
const CONSUMED = new Set(['PURCHASED', 'COMBUSTION_STATIONARY', 'COMBUSTION_MOBILE']);
const COLOURS: Record<string, ColourName> = {
    ELECTRICITY: 'carrier-1',
    NATURAL_GAS: 'carrier-2',
    DIESEL: 'carrier-3',
    DISTRICT_HEAT: 'carrier-4',
    GASOLINE: 'carrier-5',
    COAL: 'text',
    STEAM: 'series-4',
    DISTRICT_COOLING: 'series-8',
    LPG: 'series-7',
    HEATING_OIL: 'series-3',
    JET_FUEL: 'series-1',
    BIOMASS: 'renewable',
};
const MONTH = /^\d{4}-(\d{2})$/;
const SITES_SHOWN = 12;
const FEW_ROWS = 3;

/** Energy of a name (a month, a year, a site) by carrier. */
interface Row {
    name: string;
    byCarrier: Map<string, number>;
}

/** How consumption over time is shown: as asked, or else by month where months are told apart. */
export function stepOf(balance: Balance | null): 'month' | 'year' {
    const asked = parameter('by');
    if (asked === 'month' || asked === 'year') {
        return asked;
    }
    const lines = balance?.lines ?? [];
    return balance === null || lines.length === 0 || lines.some(line => MONTH.test(line.period)) ? 'month' : 'year';
}

/** Consumption month by month, or year by year. */
export function overTime(balance: Query<Balance>, years: Query<Balance[]>, saved: Saved): TemplateResult {
    const step = stepOf(balance.answer);
    const steps = (['month', 'year'] as const).map(value => ({ value, name: t(value) }));
    const controls = html`${chooser('by', t('by'), step === 'month' ? steps : steps.reverse())}
    ${chooser('carrier', t('carrier'), carrierOptions(balance.answer))}`;
    const options = { id: 'over-time', title: t('overTime'), controls, saved };
    return step === 'year'
        ? panel(options, years, answer => stacked(answer.map(yearOf), t('yearsLabel'), t('time'), false))
        : panel(options, balance, monthly);
}

/** Consumption site by site, the largest first. */
export function bySite(balance: Query<Balance>, name: (siteId: string) => string, saved: Saved): TemplateResult {
    return panel({ id: 'by-site', title: t('bySite'), saved }, balance, answer => {
        const all = grouped(consumed(answer), line => name(line.siteId)).sort((a, b) => sum(b) - sum(a));
        if (all.length === 0) {
            return html`<p class="muted">– ${t('nothing', { period: answer.period })}</p>`;
        }
        return stacked(all, t('sitesLabel', { period: answer.period }), t('site'), true);
    });
}

function monthly(balance: Balance): TemplateResult {
    const lines = consumed(balance);
    const months = lines.filter(line => MONTH.test(line.period));
    const unsplit = lines.filter(line => !MONTH.test(line.period)).reduce((total, line) => total + (format.number(line.energyMwh) ?? 0), 0);
    if (months.length === 0) {
        return html`<p class="muted">– ${t('noMonths', { period: balance.period })}</p>`;
    }
    const rowsByMonth = grouped(months, line => line.period).sort((a, b) => a.name.localeCompare(b.name));
    return html`${stacked(rowsByMonth, t('monthsLabel', { period: balance.period }), t('time'), false)}
    ${unsplit > 0 ? html`<p class="notes">${t('unsplit', { energy: format.joined(format.energy(unsplit)) ?? '' })}</p>` : nothing}`;
}

function carrierOptions(balance: Balance | null): Option[] {
    const chosen = parameter('carrier');
    const carriers = new Set([...(balance?.byCarrier.map(each => each.carrier) ?? []), ...(chosen === null ? [] : [chosen])]);
    return [{ value: '', name: t('allCarriers') }, ...[...carriers].map(carrier => ({ value: carrier, name: words(carrier) }))];
}

/** Whether a carrier is among those chosen. */
function meant(carrier: string): boolean {
    return (parameter('carrier') ?? carrier) === carrier;
}

function consumed(balance: Balance): Line[] {
    return (balance.lines ?? []).filter(line => CONSUMED.has(line.source) && meant(line.carrier));
}

function yearOf(balance: Balance): Row {
    const entries = balance.byCarrier.filter(each => meant(each.carrier)).flatMap(carrier => {
        const energy = format.number(carrier.energyMwh);
        return energy === null ? [] : [[carrier.carrier, energy] as [string, number]];
    });
    return { name: balance.period, byCarrier: new Map(entries) };
}

function grouped(lines: Line[], key: (line: Line) => string): Row[] {
    const found = new Map<string, Row>();
    for (const line of lines) {
        const energy = format.number(line.energyMwh);
        if (energy !== null) {
            const name = key(line);
            const row = found.get(name) ?? { name, byCarrier: new Map<string, number>() };
            row.byCarrier.set(line.carrier, (row.byCarrier.get(line.carrier) ?? 0) + energy);
            found.set(name, row);
        }
    }
    return [...found.values()];
}

function sum(row: Row): number {
    return [...row.byCarrier.values()].reduce((total, energy) => total + energy, 0);
}

/** The carriers of some rows, the largest first. */
function carriersOf(all: Row[]): string[] {
    const totals = new Map<string, number>();
    for (const row of all) {
        row.byCarrier.forEach((energy, carrier) => totals.set(carrier, (totals.get(carrier) ?? 0) + energy));
    }
    return [...totals.keys()].sort((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0));
}

function stacked(all: Row[], label: string, head: string, sideways: boolean): TemplateResult {
    const carriers = carriersOf(all);
    const drawn = sideways ? withRest(all) : all;
    const parts = (palette: Palette): Stacked[] =>
        carriers.map(carrier => ({
            name: words(carrier),
            colour: palette(COLOURS[carrier] ?? 'rest'),
            values: drawn.map(row => row.byCarrier.get(carrier) ?? null),
        }));
    const names = drawn.map(row => row.name);
    const unit = format.megawattHours();
    return html`${chart(
        label,
        ({ palette, narrow }) => {
            const lines = narrow ? Math.ceil(carriers.length / 3) : 1;
            return sideways ? rows(palette, unit, names, parts(palette), lines, narrow) : columns(palette, unit, names, parts(palette), lines);
        },
        sideways && drawn.length <= FEW_ROWS ? 'low' : 'tall',
    )}
    ${folded(table({ caption: label, quietCaption: true }, tableColumns(carriers, head), all))}`;
}

/** Rows beyond what is readable in a drawing are one; the table has all. */
function withRest(all: Row[]): Row[] {
    if (all.length <= SITES_SHOWN) {
        return all;
    }
    const rest: Row = { name: t('rest', { count: format.count(all.length - SITES_SHOWN) }), byCarrier: new Map() };
    for (const row of all.slice(SITES_SHOWN)) {
        row.byCarrier.forEach((energy, carrier) => rest.byCarrier.set(carrier, (rest.byCarrier.get(carrier) ?? 0) + energy));
    }
    return [...all.slice(0, SITES_SHOWN), rest];
}

function tableColumns(carriers: string[], head: string): Column<Row>[] {
    const unit = format.megawattHours();
    return [
        { head, cell: row => row.name },
        ...carriers.map(
            (carrier): Column<Row> => ({
                head: words(carrier),
                unit,
                numeric: true,
                cell: row => figure(format.amount(row.byCarrier.get(carrier)), t('noRecord')),
            }),
        ),
        { head: t('total'), unit, numeric: true, cell: row => figure(row.byCarrier.size === 0 ? null : format.amount(sum(row)), t('noFigure')) },
    ];
}
