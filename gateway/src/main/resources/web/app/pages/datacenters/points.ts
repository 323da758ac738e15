import { html, type TemplateResult } from 'lit';
import { whole } from '../../api/pages';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { comma, unit, words } from '../../language/words';
import { chooser, chosenOf } from '../../parts/choice';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, table } from '../../parts/table';
import type { FacilityFinding, LastHourOfPoint, OperationsWithPoints, Point } from './shapes';

const t = dictionary(
    {
        title: 'Measuring points',
        role: 'Role',
        all: 'All roles',
        point: 'Point',
        room: 'Room',
        measures: 'Measures',
        last: 'Last hour told of',
        amount: 'Amount',
        power: 'Mean power',
        known: 'Known until',
        age: 'Age',
        quality: 'Quality',
        state: 'State',
        behind: 'behind {parent}',
        silent: 'silent',
        told: 'on time',
        begun: 'just begun',
        never: 'no reading yet',
        noEnergy: 'no energy',
        notJudged: 'not judged',
        notTold: 'not judged: {role} is told by the hour only',
        open: '{count} open: {codes}',
        nothing: 'No measuring point is on file. Import points under Data.',
        minutes: '{count} min',
        hours: '{count} h',
        days: '{count} d',
        notStated: 'not stated',
    },
    {
        title: '测点',
        role: '角色',
        all: '全部角色',
        point: '测点',
        room: '位置',
        measures: '测量',
        last: '最近有数据的小时',
        amount: '数量',
        power: '平均功率',
        known: '数据截至',
        age: '距今',
        quality: '质量',
        state: '状态',
        behind: '上级 {parent}',
        silent: '无数据',
        told: '正常',
        begun: '刚开始',
        never: '还没有读数',
        noEnergy: '不是能量',
        notJudged: '不作判断',
        notTold: '不作判断：{role}只按小时给出',
        open: '未解决 {count} 项：{codes}',
        nothing: '没有测点。请在“数据”页导入测点。',
        minutes: '{count} 分钟',
        hours: '{count} 小时',
        days: '{count} 天',
        notStated: '未说明',
    },
);

const SECONDS_A_MINUTE = 60;
const MINUTES_AN_HOUR = 60;
const HOURS_A_DAY = 24;

interface Row {
    point: Point;
    last: LastHourOfPoint | null;
    open: FacilityFinding[];
}

/** The meters and sensors of a facility, with their last hour and what is wrong with them. */
class Points extends Part {
    static override properties = { facilityId: {}, zone: {}, now: { attribute: false } };

    declare facilityId: string;
    declare zone: string | undefined;
    declare now: OperationsWithPoints | null;
    private readonly points = new Query<Point[]>(this, () => `${this.address()}/points`, {}, whole);
    private readonly found = new Query<FacilityFinding[]>(this, () => `${this.address()}/findings?open=true`, { on: ['indicator'], everySeconds: 60 }, whole);

    protected override render(): TemplateResult {
        const roles = [...new Set((this.points.answer ?? []).map(point => point.role))].map(role => ({ value: role, name: words(role) }));
        const options = [{ value: '', name: t('all') }, ...roles];
        return panel(
            {
                id: 'points',
                title: t('title'),
                wide: true,
                controls: chooser('role', t('role'), options),
                saved: { path: `${this.address()}/points`, name: `${this.facilityId}-points` },
            },
            this.points,
            points => this.list(points, chosenOf('role', options)),
        );
    }

    private address(): string {
        return `/api/datacenters/${encodeURIComponent(this.facilityId)}`;
    }

    private list(points: Point[], role: string): TemplateResult {
        if (points.length === 0) {
            return html`<p class="muted">– ${t('nothing')}</p>`;
        }
        const lasts = new Map((this.now?.points ?? []).map(each => [each.point, each]));
        const rows = points
            .filter(point => role === '' || point.role === role)
            .map(point => ({
                point,
                last: lasts.get(point.pointId) ?? null,
                open: (this.found.answer ?? []).filter(finding => finding.point === point.pointId),
            }));
        return table({ caption: t('title'), quietCaption: true }, this.columns(), rows);
    }

    private columns(): Column<Row>[] {
        return [
            { head: t('point'), cell: row => html`${row.point.pointId} ${row.point.parent ? html`<span class="comment">${t('behind', { parent: row.point.parent })}</span>` : ''}` },
            { head: t('role'), cell: row => words(row.point.role) },
            { head: t('measures'), cell: row => html`${words(row.point.quantity)}, ${unit(row.point.unit)}` },
            { head: t('room'), cell: row => figure(row.point.room ?? null, t('notStated')) },
            { head: t('last'), cell: row => html`<span class=${row.last?.lastHour ? 'one-line' : ''}>${figure(this.written(row.last?.lastHour), this.whyNone(row))}</span>` },
            { head: t('amount'), numeric: true, cell: row => figure(begun(row) ? null : format.amount(row.last?.amount), begun(row) ? t('begun') : this.shortWhy(row), unit(row.last?.unit ?? '')) },
            { head: t('power'), unit: 'kW', numeric: true, cell: row => figure(format.amount(row.last?.meanKw), row.last?.unit === 'kWh' ? t(begun(row) ? 'begun' : 'never') : t('noEnergy')) },
            { head: t('known'), cell: row => html`<span class="one-line">${figure(this.written(row.last?.knownUntil), this.shortWhy(row))}</span>` },
            { head: t('age'), numeric: true, cell: row => figure(age(row.last?.ageSeconds), this.shortWhy(row)) },
            { head: t('quality'), cell: quality },
            { head: t('state'), cell: row => words(row.point.state) },
        ];
    }

    private whyNone(row: Row): string {
        return row.last === null && row.point.quantity === 'TEMPERATURE' ? t('notTold', { role: words(row.point.quantity) }) : t('never');
    }

    private shortWhy(row: Row): string {
        return row.last === null ? t('notJudged') : t('never');
    }

    private written(instant: string | null | undefined): string | null {
        return format.moment(instant, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone: this.zone });
    }
}

customElements.define('nz-points', Points);

/** Whether nothing is known yet of the hour a point told of last. */
function begun({ last }: Row): boolean {
    return last?.lastHour != null && last.knownUntil != null && Date.parse(last.knownUntil) <= Date.parse(last.lastHour);
}

function quality(row: Row): TemplateResult {
    const codes = [...new Set(row.open.map(finding => words(finding.code)))].join(comma());
    const grave = row.open.some(finding => finding.severity !== 'NOTE');
    const findings = row.open.length === 0 ? '' : html` <span class=${grave ? 'alert' : 'muted'}>${t('open', { count: format.count(row.open.length), codes })}</span>`;
    if (row.last === null) {
        return html`<span class="muted">– ${t('notJudged')}</span>${findings}`;
    }
    return html`<span class="quality">${row.last.silent ? html`<span class="alert">${t('silent')}</span>` : t('told')}${findings}</span>`;
}

function age(seconds: number | null | undefined): string | null {
    if (seconds === null || seconds === undefined) {
        return null;
    }
    const minutes = Math.floor(seconds / SECONDS_A_MINUTE);
    if (minutes < 2 * MINUTES_AN_HOUR) {
        return t('minutes', { count: format.count(minutes) });
    }
    const hours = Math.floor(minutes / MINUTES_AN_HOUR);
    return hours < 2 * HOURS_A_DAY ? t('hours', { count: format.count(hours) }) : t('days', { count: format.count(Math.floor(hours / HOURS_A_DAY)) });
}
