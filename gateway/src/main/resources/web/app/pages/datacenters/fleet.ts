import { html, type PropertyValues, type TemplateResult } from 'lit';
import { whole } from '../../api/pages';
import { period } from '../../frame/period';
import * as format from '../../language/format';
import { chineseTables, dictionary } from '../../language/language';
import { comma, words } from '../../language/words';
import { chosenOf, views } from '../../parts/choice';
import { named } from '../../language/names';
import { type Tile, tiles } from '../../parts/figure';
import { findings } from '../../parts/findings';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, folded, table } from '../../parts/table';
import './euPack';
import './fleetScatter';
import { fleetTable } from './fleetTable';
import type { FacilityFinding, Fleet as FleetAnswer, Operations, Weighted } from './shapes';
import './telemetry';

const t = dictionary(
    {
        views: 'Views of the fleet',
        fleet: 'Fleet, live',
        eu: 'EU report',
        mean: 'PUE of {year}, mean',
        meanNote: 'of {count} facilities, each alike',
        weighted: 'PUE, energy-weighted',
        weightedNote: 'facility energy of all / IT energy of all',
        stated: 'PUE as stated',
        statedNote: 'by a report of {year}',
        notStated: 'no report states it for {year}',
        none: 'no facility counts, see what was left out',
        of: 'of {count} facilities; {left} left out',
        leftOut: 'Left out of the averages of {year}',
        leftOutWhy: 'An average counts facilities in operation for more than twelve months and at 30 % load or more.',
        nothingLeft: 'Nothing was left out of the averages of {year}.',
        nothingMeasured: 'Nothing was measured or left out in {year}: no facility is on file.',
        interim: '{count} of the averaged have an interim PUE: the twelve months are not over or not known for 95 %.',
        reason: 'Reason',
        facilities: 'Facilities',
        which: 'Which',
        findings: 'Open findings of the fleet',
        noFindings: 'No open findings that nobody acknowledged.',
        acknowledged: '{count} more are acknowledged; the facility lists them.',
        WUE: 'WUE',
        CUE_LOCATION_BASED: 'CUE, location-based',
        CUE_MARKET_BASED: 'CUE, market-based',
        REF: 'REF, renewable energy',
        ERF: 'ERF, energy reused',
        other: 'Of the other averages',
        show: 'Show {count}',
    },
    {
        views: '数据中心视图',
        fleet: '实时列表',
        eu: '欧盟报告',
        mean: '{year} 年 PUE，算术平均',
        meanNote: '{count} 个数据中心等权平均',
        weighted: 'PUE，按能量加权',
        weightedNote: '总设施能耗 / 总 IT 能耗',
        stated: '披露的 PUE',
        statedNote: '{year} 年报告',
        notStated: '{year} 年没有披露',
        none: '没有计入的数据中心，见剔除情况',
        of: '{count} 个数据中心；剔除 {left} 个',
        leftOut: '{year} 年平均值剔除情况',
        leftOutWhy: '平均值只计入投运超过 12 个月且负载不低于 30 % 的数据中心。',
        nothingLeft: '{year} 年平均值没有剔除。',
        nothingMeasured: '{year} 年没有测量，也没有剔除：没有登记数据中心。',
        interim: '计入平均值的数据中心中有 {count} 个为过渡 PUE：未满 12 个月，或已知时间不足 95 %。',
        reason: '原因',
        facilities: '数据中心数',
        which: '数据中心',
        findings: '全部数据中心未解决的问题',
        noFindings: '没有未确认的未解决问题。',
        acknowledged: '另有 {count} 项已确认，见各数据中心。',
        WUE: 'WUE',
        CUE_LOCATION_BASED: 'CUE（基于位置）',
        CUE_MARKET_BASED: 'CUE（基于市场）',
        REF: 'REF（可再生能源）',
        ERF: 'ERF（能源再利用）',
        other: '其他平均值',
        show: '显示 {count} 个',
    },
);

const UNITS: Record<string, string> = { WUE: 'L/kWh', CUE_LOCATION_BASED: 'kg CO₂e/kWh', CUE_MARKET_BASED: 'kg CO₂e/kWh', REF: '', ERF: '' };

const VIEWS = ['fleet', 'eu'] as const;
const OPEN = '/api/datacenters/findings?open=true';

/** All facilities: their averages, and how each is doing now. */
class Fleet extends Part {
    private focused: string | null = null;
    private known: { of: Operations[] | null; in: unknown; names: Map<string, string> } = { of: null, in: null, names: new Map() };
    private readonly fleet = new Query<FleetAnswer>(this, () => `/api/datacenters/indicators?year=${period()}`, { on: ['indicator'] });
    private readonly operations = new Query<Operations[]>(this, () => '/api/datacenters/operations', { on: ['indicator'], everySeconds: 60 }, whole);
    private readonly found = new Query<FacilityFinding[]>(this, () => OPEN, { on: ['indicator'], everySeconds: 60 }, whole);

    /** The names by id, the same object as long as the answer and the language are the same. */
    private names(): Map<string, string> {
        const { answer } = this.operations;
        if (answer !== this.known.of || chineseTables() !== this.known.in) {
            this.known = { of: answer, in: chineseTables(), names: new Map((answer ?? []).map(each => [each.datacenterId, named(each.name ?? each.datacenterId)])) };
        }
        return this.known.names;
    }

    protected override willUpdate(changed: PropertyValues): void {
        super.willUpdate(changed);
        this.focused = this.contains(document.activeElement) ? (document.activeElement?.id ?? null) : null;
    }

    /** A row that moves to another place keeps the focus, which browsers take from what is moved. */
    protected override updated(changed: PropertyValues): void {
        super.updated(changed);
        if (this.focused && document.activeElement === document.body) {
            document.getElementById(this.focused)?.focus({ preventScroll: true });
        }
    }

    protected override render(): TemplateResult {
        const options = VIEWS.map(view => ({ value: view, name: t(view) }));
        return html`${views(t('views'), options)}
        ${chosenOf('view', options) === 'eu' ? html`<nz-eu-pack class="parts"></nz-eu-pack>` : this.live()}`;
    }

    private live(): TemplateResult {
        const { answer } = this.fleet;
        return html`${answer === null ? '' : tiles(averages(answer))}
            ${fleetTable(this.operations, answer)}
            <nz-fleet-scatter
                class="parts"
                .fleet=${this.fleet}
                .at=${this.fleet.at}
                .problem=${this.fleet.problem}
                .names=${this.names()}
            ></nz-fleet-scatter>
            ${panel({ id: 'left-out', title: t('leftOut', { year: period() }) }, this.fleet, leftOut)}
            <nz-telemetry class="parts"></nz-telemetry>
            ${panel(
                {
                    id: 'fleet-findings',
                    title: t('findings'),
                    wide: true,
                    saved: { path: OPEN, name: 'datacenter-findings' },
                },
                this.found,
                openOfFleet,
            )}`;
    }
}

customElements.define('nz-fleet', Fleet);

function openOfFleet(found: FacilityFinding[]): TemplateResult {
    const waiting = found.filter(each => !each.acknowledgement);
    const acknowledged = found.length - waiting.length;
    return html`${findings(waiting.map(asFinding), t('noFindings'))}
        ${acknowledged === 0 ? '' : html`<p class="notes">${t('acknowledged', { count: format.count(acknowledged) })}</p>`}`;
}

function asFinding(found: FacilityFinding): { code: string; subject: string; message: string; severity: FacilityFinding['severity'] } {
    const subject = found.point ?? [found.datacenterId, found.role === null || found.role === undefined ? '' : words(found.role)].filter(Boolean).join(' ');
    return { code: found.code, severity: found.severity, subject, message: found.message };
}

function averages(fleet: FleetAnswer): Tile[] {
    const value = (amount: format.Amount, unit = ''): Tile['value'] => {
        const text = format.ratio(amount);
        return text === null ? null : { text, unit };
    };
    const { year } = fleet;
    return [
        {
            id: 'pue-mean',
            title: t('mean', { year }),
            value: value(fleet.mean.pue),
            note: fleet.mean.pue == null ? t('none') : t('meanNote', { count: format.count(fleet.included.length) }),
        },
        {
            id: 'pue-weighted',
            title: t('weighted'),
            value: value(fleet.energyWeighted.pue),
            note: fleet.energyWeighted.pue == null ? t('none') : t('weightedNote'),
        },
        {
            id: 'pue-stated',
            title: t('stated'),
            value: value(fleet.stated.pue),
            note: fleet.stated.pue == null ? t('notStated', { year }) : t('statedNote', { year }),
        },
        ...Object.entries(fleet.weighted).map(([code, weighted]): Tile => ({
            id: code.toLowerCase().replaceAll('_', '-'),
            title: t(code as 'WUE'),
            value: shareOrRatio(code, weighted.value),
            note: counted(weighted),
        })),
    ];
}

function shareOrRatio(code: string, amount: format.Amount): Tile['value'] {
    const text = UNITS[code] === '' ? format.share(amount) : format.ratio(amount);
    return text === null ? null : { text, unit: UNITS[code] ?? '' };
}

function counted(weighted: Weighted): string {
    return weighted.value == null
        ? t('none')
        : t('of', { count: format.count(weighted.facilities), left: format.count(weighted.leftOut.length) });
}

interface Why {
    reason: string;
    ids: string[];
}

function leftOut(fleet: FleetAnswer): TemplateResult {
    const { year } = fleet;
    if (fleet.facilities.length === 0 && fleet.leftOut.length === 0) {
        return html`<p class="muted">– ${t('nothingMeasured', { year })}</p>`;
    }
    const others = Object.entries(fleet.weighted).filter(([, weighted]) => weighted.leftOut.length > 0);
    return html`<p class="notes">${t('leftOutWhy')}</p>
        ${fleet.interim.length === 0 ? '' : html`<p class="notes">${t('interim', { count: format.count(fleet.interim.length) })}</p>`}
        ${fleet.leftOut.length === 0
            ? html`<p>${t('nothingLeft', { year })}</p>`
            : table({ caption: t('leftOut', { year }), quietCaption: true }, WHY_COLUMNS(), byReason(fleet.leftOut))}
        ${others.length === 0
            ? ''
            : folded(
                  others.map(([code, weighted]) => html`<h3>${t(code as 'WUE')}</h3>
                      ${table({ caption: t(code as 'WUE'), quietCaption: true }, WHY_COLUMNS(), byReason(weighted.leftOut))}`),
                  t('other'),
              )}`;
}

function byReason(all: FleetAnswer['leftOut']): Why[] {
    const reasons = new Map<string, string[]>();
    for (const each of all) {
        reasons.set(each.reason, [...(reasons.get(each.reason) ?? []), each.datacenterId]);
    }
    return [...reasons].map(([reason, ids]) => ({ reason, ids })).sort((a, b) => b.ids.length - a.ids.length);
}

const WHY_COLUMNS = (): Column<Why>[] => [
    { head: t('reason'), cell: row => words(row.reason) },
    { head: t('facilities'), numeric: true, cell: row => format.count(row.ids.length) },
    {
        head: t('which'),
        cell: row => (row.ids.length <= 3 ? row.ids.join(comma()) : folded(row.ids.join(comma()), t('show', { count: format.count(row.ids.length) }))),
    },
];
