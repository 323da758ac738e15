import { html, type TemplateResult } from 'lit';
import { period } from '../../frame/period';
import { href } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { semicolon, words } from '../../language/words';
import { chosenOf, views } from '../../parts/choice';
import { facts, figure, type Tile, tiles } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import './euReport';
import './flow';
import './heat';
import './indicators';
import { openCount, openKinds } from './openFindings';
import './points';
import './pue';
import './quality';
import './submeters';
import type { Facility, Indicators, IndicatorSeries, Operations, OperationsWithPoints, Profile, Site } from './shapes';

const t = dictionary(
    {
        all: 'All facilities',
        views: 'Views of the facility',
        efficiency: 'Energy flow and indicators',
        heat: 'Heat and savings',
        points: 'Measuring points',
        findings: 'Findings',
        eu: 'EU report',
        site: 'Site',
        clock: 'Clock',
        since: 'In operation since',
        capacity: 'Power the IT is built for',
        category: 'PUE category',
        design: 'Design PUE',
        boundary: 'Boundary',
        outside: 'Outside, as where nothing is stated',
        type: 'Type',
        notStated: 'not stated',
        pueNow: 'PUE now',
        hour: 'hour from {time}',
        noHour: 'no whole hour of today is known',
        noIt: 'the IT took nothing in the last hour',
        held: 'held: a measurement is wrong, see the findings',
        pueToday: 'PUE today',
        complete: '{share} of the hours that are over are known',
        pueYear: '{name} {year}',
        loadNow: 'Load now',
        ofPower: '{it} of {facility} kW for IT',
        energy: '{energy}, of which IT {it}',
        noYear: 'no whole hour of {year} is known',
        open: 'Open findings',
        acknowledged: '{count} acknowledged',
        silent: '{silent} of {points} points silent',
        until: 'known until {time}',
        never: 'no reading yet',
    },
    {
        all: '全部数据中心',
        views: '数据中心视图',
        efficiency: '能流与指标',
        heat: '余热与节能',
        points: '测点',
        findings: '问题',
        eu: '欧盟报告',
        site: '场所',
        clock: '时区',
        since: '投运日期',
        capacity: 'IT 设计功率',
        category: 'PUE 类别',
        design: '设计 PUE',
        boundary: '边界',
        outside: '外部（未说明时）',
        type: '类型',
        notStated: '未说明',
        pueNow: '当前 PUE',
        hour: '{time} 起的小时',
        noHour: '今天没有完整的小时',
        noIt: '最近一小时 IT 没有用电',
        held: '暂不给出：测量有误，见问题',
        pueToday: '今日 PUE',
        complete: '已过小时中 {share} 已知',
        pueYear: '{year} 年 {name}',
        loadNow: '当前负载',
        ofPower: '{facility} kW 中 IT {it} kW',
        energy: '{energy}，其中 IT {it}',
        noYear: '{year} 年没有完整的小时',
        open: '未解决的问题',
        acknowledged: '已确认 {count}',
        silent: '{points} 个测点中 {silent} 个无数据',
        until: '数据截至 {time}',
        never: '还没有读数',
    },
);

const VIEWS = ['efficiency', 'heat', 'points', 'findings', 'eu'] as const;

/** One data centre. */
class FacilityPage extends Part {
    static override properties = { facilityId: {} };

    declare facilityId: string;
    private readonly facility = new Query<Facility>(this, () => this.address());
    private readonly site = new Query<Site>(this, () =>
        this.facility.answer === null ? null : `/api/sites/${encodeURIComponent(this.facility.answer.siteId)}`,
    );
    private readonly profile = new Query<Profile>(this, () => this.known(`${this.address()}/reporting-profile`));
    private readonly operations = new Query<OperationsWithPoints>(this, () => this.known(`${this.address()}/operations`), { on: ['indicator'], everySeconds: 60 });
    private readonly year = new Query<IndicatorSeries>(
        this,
        () => this.known(`${this.address()}/indicators?period=${period()}&granularity=year`),
        { on: ['indicator'] },
    );

    protected override render(): TemplateResult {
        return html`<p class="wide"><a href=${href('datacenters')}>‹ ${t('all')}</a></p>
            ${panel({ id: 'facility', title: named(this.facility.answer?.name ?? this.facilityId), wide: true }, this.facility, facility => factsOf(facility, this.site.answer, this.profile.answer))}
            ${this.facility.answer === null ? '' : this.body()}`;
    }

    /** A time on the clock of the site. */
    private written(instant: string | null | undefined): string | null {
        return format.moment(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone: this.site.answer?.timeZone });
    }

    private address(): string {
        return `/api/datacenters/${encodeURIComponent(this.facilityId)}`;
    }

    /** An address once it is known that there is such a facility. */
    private known(address: string): string | null {
        return this.facility.answer === null ? null : address;
    }

    private body(): TemplateResult {
        const options = VIEWS.map(view => ({ value: view, name: t(view) }));
        return html`${tiles(this.tiles())} ${views(t('views'), options)} ${this.view(chosenOf('view', options) as (typeof VIEWS)[number])}`;
    }

    private view(view: (typeof VIEWS)[number]): TemplateResult {
        const zone = this.site.answer?.timeZone;
        switch (view) {
            case 'efficiency':
                return html`<nz-energy-flow class="parts" .facilityId=${this.facilityId} .zone=${zone} .boundary=${this.profile.answer?.boundary ?? 'OUTSIDE'}></nz-energy-flow>
                    <nz-pue class="parts" .facilityId=${this.facilityId} .zone=${zone} .pointCount=${this.operations.answer?.facility.points ?? null}></nz-pue>
                    <nz-indicators class="parts" .facilityId=${this.facilityId}></nz-indicators>`;
            case 'heat':
                return html`<nz-heat class="parts" .facilityId=${this.facilityId}></nz-heat>`;
            case 'points':
                return html`<nz-points class="parts" .facilityId=${this.facilityId} .zone=${zone} .now=${this.operations.answer}></nz-points>
                    <nz-submeters class="parts" .facilityId=${this.facilityId}></nz-submeters>`;
            case 'findings':
                return html`<nz-quality class="parts" .facilityId=${this.facilityId} .zone=${zone}></nz-quality>`;
            case 'eu':
                return html`<nz-eu-report class="parts" .facilityId=${this.facilityId}></nz-eu-report>`;
        }
    }

    private aboutPoints(now: Operations): string {
        return [
            t('acknowledged', { count: format.count(now.acknowledgedFindings) }),
            t('silent', { silent: format.count(now.silentPoints), points: format.count(now.points) }),
            now.knownUntil == null ? t('never') : t('until', { time: this.written(now.knownUntil) ?? '' }),
        ].join(semicolon());
    }

    private tiles(): Tile[] {
        const now = this.operations.answer?.facility;
        const hour = now?.lastHour;
        const year = this.year.answer?.intervals[0];
        const open = now === undefined ? null : openCount(now).findings;
        return [
            {
                id: 'pue-now',
                title: t('pueNow'),
                value: plain(format.ratio(hour?.pue)),
                note: now === undefined ? '' : hour == null ? t('noHour') : hour.held ? t('held') : hour.pue == null ? t('noIt') : t('hour', { time: this.written(hour.start) ?? '' }),
            },
            {
                id: 'load-now',
                title: t('loadNow'),
                value: plain(format.share(hour?.load)),
                note: now === undefined ? '' : hour == null ? t('noHour') : t('ofPower', { it: format.amount(hour.itKw) ?? '–', facility: format.amount(hour.facilityKw) ?? '–' }),
            },
            {
                id: 'pue-today',
                title: t('pueToday'),
                value: plain(format.ratio(now?.today.pue)),
                note: now === undefined ? '' : now.today.held ? t('held') : t('complete', { share: format.share(now.today.completeness) ?? '–' }),
            },
            {
                id: 'pue-year',
                title: t('pueYear', { name: year?.pueName ?? 'PUE', year: period() }),
                value: plain(format.ratio(year?.pue)),
                note: this.year.answer === null ? '' : year?.pue == null ? t('noYear', { year: period() }) : flagged(year),
            },
            {
                id: 'open-findings',
                title: t('open'),
                value: plain(open === null ? null : format.count(open)),
                state: open !== null && open > 0 ? 'bad' : undefined,
                href: `${href('datacenters', { id: this.facilityId, view: 'findings' })}`,
                note: now === undefined ? '' : html`${openKinds(now)} ${this.aboutPoints(now)}`,
            },
        ];
    }
}

customElements.define('nz-facility', FacilityPage);

function plain(text: string | null): Tile['value'] {
    return text === null ? null : { text, unit: '' };
}

/** What stands behind the PUE of a year. */
function flagged(year: Indicators): string {
    const energy = format.joined(format.energy(format.megawattHoursOf(year.facilityKwh))) ?? '–';
    const it = format.joined(format.energy(format.megawattHoursOf(year.itKwh))) ?? '–';
    const complete = format.share(year.completeness);
    return [t('energy', { energy, it }), ...(complete === null ? [] : [t('complete', { share: complete })]), ...year.flags.map(words)].join(semicolon());
}

function factsOf(facility: Facility, site: Site | null, profile: Profile | null): TemplateResult {
    const all: [string, unknown][] = [
        [t('site'), named(site?.name ?? facility.siteId)],
        [t('clock'), figure(site?.timeZone ?? null, t('notStated'))],
        [t('since'), facility.inOperationSince],
        [t('capacity'), figure(format.recorded(facility.itCapacityKw), t('notStated'), 'kW')],
        [t('design'), figure(format.ratio(profile?.designPue), t('notStated'))],
        [t('boundary'), profile?.boundary == null ? t('outside') : words(profile.boundary)],
        [t('type'), figure(profile?.type == null ? null : words(profile.type), t('notStated'))],
        [t('category'), figure(facility.pueCategory == null ? null : String(facility.pueCategory), t('notStated'))],
    ];
    return facts(all, true);
}

