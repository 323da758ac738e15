import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { period } from '../../frame/period';
import { choose, href, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { verbatim } from '../../parts/apiText';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import type { Query } from '../../parts/query';
import { type OpenCount, openCount, openKinds, pressingCount } from './openFindings';
import type { Fleet, Indicators, Operations } from './shapes';

const t = dictionary(
    {
        title: 'Fleet, live',
        filter: 'Filter by name',
        shown: '{shown} of {all} facilities. Open and not acknowledged: findings {findings}, notes {notes}.',
        name: 'Facility',
        pueNow: 'PUE now',
        lastHour: 'last whole hour',
        power: 'Power',
        loadNow: 'IT load now',
        pueToday: 'PUE today',
        today: 'Complete today',
        pueYear: 'PUE {year}',
        year: 'Complete {year}',
        load: 'Load {year}',
        findings: 'Findings',
        open: 'open',
        silent: 'Silent points',
        known: 'Known until',
        clock: 'on your clock',
        notNow: 'no whole hour',
        noIt: 'IT took nothing',
        noCapacity: 'IT power not stated',
        firstHour: 'no hour is over',
        held: 'held: a measurement is wrong',
        noYear: 'not known',
        never: 'no readings',
        nothing: 'No data centre is on file. Import datacenters and points under Data.',
        noneFits: 'No facility has “{filter}” in its name.',
        caption: 'Facilities, sortable by each column',
    },
    {
        title: '数据中心实时列表',
        filter: '按名称筛选',
        shown: '{all} 个数据中心中的 {shown} 个。未解决且未确认：问题 {findings} 个，提示 {notes} 项。',
        name: '数据中心',
        pueNow: '当前 PUE',
        lastHour: '最近完整小时',
        power: '功率',
        loadNow: '当前 IT 负载',
        pueToday: '今日 PUE',
        today: '今日完整率',
        pueYear: '{year} 年 PUE',
        year: '{year} 年完整率',
        load: '{year} 年负载',
        findings: '问题',
        open: '未解决',
        silent: '无数据测点',
        known: '数据截至',
        clock: '本机时间',
        notNow: '没有完整小时',
        noIt: 'IT 没有用电',
        noCapacity: '未说明 IT 设计功率',
        firstHour: '尚无已过小时',
        held: '暂不给出：测量有误',
        noYear: '未知',
        never: '没有读数',
        nothing: '没有数据中心。请在“数据”页导入数据中心和测点。',
        noneFits: '没有名称含“{filter}”的数据中心。',
        caption: '数据中心，可按各列排序',
    },
);

interface Row {
    now: Operations;
    year: Indicators | null;
    open: OpenCount;
}

const KNOWN: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' };

interface SortColumn {
    key: string;
    head: string;
    unit?: string;
    value: (row: Row) => string | number | null;
    cell: (row: Row) => unknown;
}

/** How each facility is doing, to be sorted by any column and filtered by name. */
export function fleetTable(operations: Query<Operations[]>, year: Fleet | null): TemplateResult {
    const controls = html`<label class="choice"
        >${t('filter')}
        <input
            id="filter"
            type="search"
            .value=${parameter('filter') ?? ''}
            @input=${(event: Event) => choose({ filter: (event.target as HTMLInputElement).value })}
    /></label>`;
    return panel(
        { id: 'fleet', title: t('title'), wide: true, controls, saved: { path: '/api/datacenters/operations', name: 'datacenters-now' } },
        operations,
        answer => (answer.length === 0 ? html`<p class="muted">– ${t('nothing')}</p>` : list(rowsOf(answer, year))),
    );
}

function list(all: Row[]): TemplateResult {
    const filter = parameter('filter') ?? '';
    const fitting = all.filter(row => fits(row.now, filter));
    const shown = t('shown', {
        shown: format.count(fitting.length),
        all: format.count(all.length),
        findings: format.count(sum(fitting.map(row => row.open.findings))),
        notes: format.count(sum(fitting.map(row => row.open.notes))),
    });
    const columns = COLUMNS();
    return html`<p id="fleet-count" class="notes" role="status">${shown}</p>
        ${fitting.length === 0
            ? html`<p class="muted">– ${t('noneFits', { filter })}</p>`
            : html`<div class="scroll long" role="group" aria-label=${t('caption')} tabindex="0">
                  <table>
                      <caption class="unseen">
                          ${t('caption')}
                      </caption>
                      <thead>
                          <tr>
                              ${columns.map(headOf)}
                          </tr>
                      </thead>
                      <tbody>
                          ${repeat(sorted(fitting, columns), row => row.now.datacenterId, row => html`<tr>
                              <th scope="row">${columns[0].cell(row)}</th>
                              ${columns.slice(1).map(column => html`<td class="number">${column.cell(row)}</td>`)}
                          </tr>`)}
                      </tbody>
                  </table>
              </div>`}`;
}

function rowsOf(operations: Operations[], year: Fleet | null): Row[] {
    const byId = new Map((year?.facilities ?? []).map(each => [each.datacenterId, each.indicators]));
    return operations.map(now => ({
        now,
        year: byId.get(now.datacenterId) ?? null,
        open: openCount(now),
    }));
}

function sum(counts: number[]): number {
    return counts.reduce((all, count) => all + count, 0);
}

/** Its name, or what it is known by where it has none. */
function nameOf(facility: Operations): string {
    return named(facility.name ?? facility.datacenterId);
}

function fits(facility: Operations, filter: string): boolean {
    return `${facility.name ?? ''} ${named(facility.name ?? '')} ${facility.datacenterId}`.toLowerCase().includes(filter.trim().toLowerCase());
}

/** Which column sorts the rows, `-` before it the other way round. */
function sorting(): { key: string; down: boolean } {
    const asked = parameter('sort') ?? 'name';
    return asked.startsWith('-') ? { key: asked.slice(1), down: true } : { key: asked, down: false };
}

function headOf(column: SortColumn, index: number): TemplateResult {
    const { key, down } = sorting();
    const active = key === column.key;
    const next = active && !down ? `-${column.key}` : column.key;
    return html`<th scope="col" class=${index === 0 ? '' : 'number'} aria-sort=${active ? (down ? 'descending' : 'ascending') : nothing}>
        <button type="button" class="sort" id="sort-${column.key}" @click=${() => choose({ sort: next })}>
            ${column.head}<span aria-hidden="true">${active ? (down ? ' ▼' : ' ▲') : ''}</span>
        </button>
        ${column.unit === undefined ? nothing : html`<span class="unit">${column.unit}</span>`}
    </th>`;
}

/** Rows in the order asked for; what is not known comes last, whichever way. */
function sorted(rows: Row[], columns: SortColumn[]): Row[] {
    const { key, down } = sorting();
    const { value } = columns.find(column => column.key === key) ?? columns[0];
    return [...rows].sort((a, b) => {
        const [one, other] = [value(a), value(b)];
        if (one === null || other === null) {
            return Number(one === null) - Number(other === null);
        }
        const order = typeof one === 'string' ? one.localeCompare(String(other)) : one - Number(other);
        return down ? -order : order;
    });
}

const COLUMNS = (): SortColumn[] => {
    const year = String(period());
    const ofYear = (value: (indicators: Indicators) => format.Amount) => (row: Row) => (row.year === null ? null : format.number(value(row.year)));
    const yearly = (key: string, head: string, of: (indicators: Indicators) => format.Amount, write: (value: format.Amount) => string | null): SortColumn => ({
        key, head, value: ofYear(of), cell: row => figure(write(ofYear(of)(row)), t('noYear')),
    });
    return [
        {
            key: 'name',
            head: t('name'),
            value: row => nameOf(row.now),
            cell: row => html`<a id="facility-${row.now.datacenterId}" href=${href('datacenters', { id: row.now.datacenterId })}>${verbatim(nameOf(row.now))}</a>`,
        },
        {
            key: 'now',
            head: t('pueNow'),
            unit: t('lastHour'),
            value: row => format.number(row.now.lastHour?.pue),
            cell: row => figure(format.ratio(row.now.lastHour?.pue), t(row.now.lastHour == null ? 'notNow' : row.now.lastHour.held ? 'held' : 'noIt')),
        },
        {
            key: 'power',
            head: t('power'),
            unit: 'kW',
            value: row => format.number(row.now.lastHour?.facilityKw),
            cell: row => figure(format.amount(row.now.lastHour?.facilityKw), t('notNow')),
        },
        {
            key: 'load-now',
            head: t('loadNow'),
            value: row => format.number(row.now.lastHour?.load),
            cell: row => figure(format.share(row.now.lastHour?.load), t(row.now.lastHour == null ? 'notNow' : 'noCapacity')),
        },
        {
            key: 'today',
            head: t('pueToday'),
            value: row => format.number(row.now.today.pue),
            cell: row => figure(format.ratio(row.now.today.pue), t(row.now.today.hours === 0 ? 'notNow' : row.now.today.held ? 'held' : 'noIt')),
        },
        {
            key: 'complete-today',
            head: t('today'),
            value: row => format.number(row.now.today.completeness),
            cell: row => figure(format.share(row.now.today.completeness), t('firstHour')),
        },
        yearly('year', t('pueYear', { year }), indicators => indicators.pue, format.ratio),
        yearly('complete', t('year', { year }), indicators => indicators.completeness, format.share),
        yearly('load', t('load', { year }), indicators => indicators.load, format.share),
        {
            key: 'findings',
            head: t('findings'),
            unit: t('open'),
            value: row => row.open.findings,
            cell: row => html`${pressingCount(row.now)}${openKinds(row.now)}`,
        },
        {
            key: 'silent',
            head: t('silent'),
            value: row => row.now.silentPoints,
            cell: row => html`<span class=${row.now.silentPoints > 0 ? 'alert' : ''}>${format.count(row.now.silentPoints)} / ${format.count(row.now.points)}</span>`,
        },
        {
            key: 'known',
            head: t('known'),
            unit: t('clock'),
            value: row => row.now.knownUntil ?? null,
            cell: row => figure(format.moment(row.now.knownUntil, KNOWN), t('never')),
        },
    ];
};
