import { html, type TemplateResult } from 'lit';
import { whole } from '../../api/pages';
import { period, thisYear } from '../../frame/period';
import { parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { comma, words } from '../../language/words';
import { chart } from '../../parts/chart';
import { chooser, chosenOf, type Option as Choice } from '../../parts/choice';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, folded, table } from '../../parts/table';
import { drawing, type Moment } from './pueDrawing';
import type { Indicators, IndicatorSeries, Interval, Point } from './shapes';
import { dayOf, lastDays, months } from './spans';

const t = dictionary(
    {
        title: 'PUE over time',
        step: 'by',
        month: 'month',
        day: 'day',
        hour: 'hour',
        hours: 'of',
        lastDays: 'the last seven days',
        label: 'PUE of the facility over time, beside the outdoor temperature where it is measured. The figures are in the table below.',
        time: 'Time',
        pue: 'PUE',
        temperature: 'Outdoor temperature',
        facility: 'Facility energy',
        it: 'IT energy',
        load: 'Load',
        complete: 'Completeness',
        flags: 'Flags',
        unknown: 'not known',
        nothing: 'No PUE is known of this time. Choose another time, or see the completeness of the measuring points.',
        noWeather: 'No outdoor temperature is measured at this facility: no point has the role “weather”.',
        weatherSteps: 'Outdoor temperature is shown by the hour, and by the day for the last {days} days.',
        weatherGone: 'No outdoor temperature of this time is on file by the hour any more.',
        weatherRecent: 'Outdoor temperature is on file by the hour for the last {days} days only.',
        weatherMany: 'The facility has too many points to read its outdoor temperature here.',
    },
    {
        title: 'PUE 变化',
        step: '按',
        month: '月',
        day: '日',
        hour: '小时',
        hours: '时间',
        lastDays: '最近七天',
        label: '数据中心 PUE 随时间的变化，以及有测量的室外温度。数据见下表。',
        time: '时间',
        pue: 'PUE',
        temperature: '室外温度',
        facility: '设施能耗',
        it: 'IT 能耗',
        load: '负载',
        complete: '完整率',
        flags: '标记',
        unknown: '未知',
        nothing: '该时间内没有已知的 PUE。请选择其他时间，或查看测点的完整率。',
        noWeather: '该数据中心没有测量室外温度：没有角色为“气象”的测点。',
        weatherSteps: '室外温度按小时显示，最近 {days} 天也按日显示。',
        weatherGone: '该时间的室外温度已不再按小时保存。',
        weatherRecent: '室外温度的小时数据只保存最近 {days} 天。',
        weatherMany: '该数据中心测点过多，此处不读取室外温度。',
    },
);

const STEPS = ['month', 'day', 'hour'] as const;
const HOURS_A_DAY = 24;
const DAYS_OF_A_WEEK = 7;
/** How long hours of points are kept at least. */
const DAYS_KEPT = 35;
/** Hours of all points, beyond which they are too many to read for the sake of one. */
const HOURS_AT_MOST = 20_000;

/** PUE hour by hour, day by day or month by month, against the weather. */
class Pue extends Part {
    static override properties = { facilityId: {}, pointCount: { attribute: false }, zone: {} };

    declare facilityId: string;
    declare pointCount: number | null;
    declare zone: string | undefined;
    private readonly series = new Query<IndicatorSeries>(this, () => this.address('indicators'), { on: ['indicator'] });
    private readonly points = new Query<Point[]>(this, () => `${this.facility()}/points?role=WEATHER&quantity=TEMPERATURE`, {}, whole);
    /** Hours of all points, since none can be asked for alone. */
    private readonly weather = new Query<Interval[]>(
        this,
        () => (this.hasWeather && this.fitting ? `${this.facility()}/intervals?${this.weatherTime()}&by=point` : null),
        {},
        async (path, signal) => (await whole<Interval>(path, signal)).filter(each => this.points.answer?.some(point => point.pointId === each.point)),
    );

    protected override render(): TemplateResult {
        const steps = STEPS.map(step => ({ value: step, name: t(step) }));
        const controls = html`<span class="controls-row"
            >${chooser('step', t('step'), steps)} ${this.step === 'hour' ? chooser('hours', t('hours'), hourTimes()) : ''}</span
        >`;
        return panel(
            { id: 'pue', title: t('title'), wide: true, controls, saved: { path: this.address('indicators'), name: `${this.facilityId}-indicators` } },
            this.series,
            series => this.body(series.intervals),
        );
    }

    private get step(): (typeof STEPS)[number] {
        return STEPS.find(step => step === parameter('step')) ?? 'month';
    }

    private get hasWeather(): boolean {
        return (this.points.answer?.length ?? 0) > 0 && this.step !== 'month' && (this.step === 'hour' || period() === thisYear());
    }

    /** Whether the hours of all points are few enough to be read. */
    private get fitting(): boolean {
        const days = this.step === 'hour' && chosenOf('hours', hourTimes()) === '' ? DAYS_OF_A_WEEK : DAYS_KEPT;
        return this.pointCount !== null && this.pointCount * days * HOURS_A_DAY <= HOURS_AT_MOST;
    }

    private weatherTime(): string {
        return this.step === 'day' ? lastDays(this.zone, DAYS_KEPT) : this.time();
    }

    private facility(): string {
        return `/api/datacenters/${encodeURIComponent(this.facilityId)}`;
    }

    private time(): string {
        const hours = chosenOf('hours', hourTimes());
        return this.step !== 'hour' ? `period=${period()}` : hours === '' ? lastDays(this.zone) : `period=${hours}`;
    }

    private address(what: string): string {
        return `${this.facility()}/${what}?${this.time()}&granularity=${this.step}`;
    }

    private body(intervals: Indicators[]): TemplateResult {
        if (intervals.every(each => format.number(each.pue) === null)) {
            return html`<p class="muted">– ${t('nothing')}</p>`;
        }
        const moments = this.moments(intervals);
        const weather = moments.some(each => each.celsius !== null);
        return html`${chart(t('label'), ({ palette }) => drawing(knownPart(moments), weather, palette))}
            <p class="notes">${this.aboutWeather(weather)}</p>
            ${folded(table({ caption: t('title'), quietCaption: true }, columns(weather), moments))}`;
    }

    private moments(intervals: Indicators[]): Moment[] {
        const sums = new Map<string, { amount: number; covered: number }>();
        for (const each of this.weather.answer ?? []) {
            const key = this.keyOf(each.start);
            const sum = sums.get(key) ?? { amount: 0, covered: 0 };
            sum.amount += format.number(each.amount) ?? 0;
            sum.covered += format.number(each.amount) === null ? 0 : (format.number(each.covered) ?? 0);
            sums.set(key, sum);
        }
        return intervals.map(each => {
            const sum = sums.get(this.keyOf(each.start));
            const celsius = sum === undefined || sum.covered === 0 ? null : sum.amount / sum.covered;
            return { at: named(each.start, this.step, this.zone), indicators: each, celsius };
        });
    }

    /** What hours and intervals of the same time share: the day on the clock of the site, or the instant. */
    private keyOf(start: string): string {
        return this.step === 'day' ? dayOf(Date.parse(start), this.zone) : String(Date.parse(start));
    }

    /** What there is to say of outdoor temperatures that are not drawn. */
    private aboutWeather(drawn: boolean): string {
        if ((this.points.answer?.length ?? 0) === 0) {
            return t('noWeather');
        }
        if (drawn) {
            return this.step === 'day' ? t('weatherRecent', { days: DAYS_KEPT }) : '';
        }
        if (!this.hasWeather) {
            return t('weatherSteps', { days: DAYS_KEPT });
        }
        return this.fitting ? (this.weather.loading ? '' : t('weatherGone')) : t('weatherMany');
    }
}

customElements.define('nz-pue', Pue);

function hourTimes(): Choice[] {
    return [...(period() === thisYear() ? [{ value: '', name: t('lastDays') }] : []), ...months()];
}

/** From the first known PUE to the last: what lies between, known or not, is drawn. */
function knownPart(moments: Moment[]): Moment[] {
    const known = (moment: Moment): boolean => format.number(moment.indicators.pue) !== null;
    return moments.slice(moments.findIndex(known), moments.findLastIndex(known) + 1);
}

const FORMATS: Record<(typeof STEPS)[number], Intl.DateTimeFormatOptions> = {
    month: { month: 'short', year: 'numeric' },
    day: { day: 'numeric', month: 'short' },
    hour: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
};

function named(start: string, step: (typeof STEPS)[number], zone: string | undefined): string {
    return format.moment(start, { ...FORMATS[step], timeZone: zone }) ?? start;
}

function columns(weather: boolean): Column<Moment>[] {
    const energy = (head: string, value: (row: Indicators) => format.Amount): Column<Moment> => ({
        head, unit: format.kilowattHours(), numeric: true, cell: row => figure(format.amount(value(row.indicators)), t('unknown')),
    });
    return [
        { head: t('time'), cell: row => row.at },
        { head: t('pue'), numeric: true, cell: row => figure(format.ratio(row.indicators.pue), t('unknown')) },
        ...(weather ? [{ head: t('temperature'), unit: '°C', numeric: true, cell: (row: Moment) => figure(format.ratio(row.celsius), t('unknown')) }] : []),
        energy(t('facility'), row => row.facilityKwh),
        energy(t('it'), row => row.itKwh),
        { head: t('load'), numeric: true, cell: row => figure(format.share(row.indicators.load), t('unknown')) },
        { head: t('complete'), numeric: true, cell: row => figure(format.share(row.indicators.completeness), t('unknown')) },
        { head: t('flags'), cell: row => row.indicators.flags.map(words).join(comma()) },
    ];
}
