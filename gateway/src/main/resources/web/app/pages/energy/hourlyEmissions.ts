import { html, type TemplateResult } from 'lit';
import { period } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { figure } from '../../parts/figure';
import { findings } from '../../parts/findings';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, table } from '../../parts/table';
import type { LocationBased, MarketBased } from './shapes';
import { inTurn } from './turn';

const t = dictionary(
    {
        location: 'Location-based, hour by hour',
        market: 'Market-based, hour by hour',
        zone: 'Zone',
        drawn: 'Drawn from the grid',
        hourly: 'By the hour',
        average: 'At the average',
        annual: 'By the year',
        difference: 'Difference',
        intensity: 'Grid average',
        rest: 'Rest of the grid',
        coveredHourly: 'Covered, by the hour',
        coveredAnnual: 'Covered, by the year',
        hours: 'Hours',
        leftOut: '{count} left out',
        unknown: 'not known',
        informs: 'It informs: the inventory uses factors of its own.',
        nothing: 'Nothing drawn from the grid in {period} is known by the hour.',
    },
    {
        location: '基于位置，逐小时',
        market: '基于市场，逐小时',
        zone: '电网区域',
        drawn: '从电网取电',
        hourly: '逐小时',
        average: '按平均值',
        annual: '按年',
        difference: '差值',
        intensity: '电网平均强度',
        rest: '其余电力强度',
        coveredHourly: '逐小时覆盖',
        coveredAnnual: '按年覆盖',
        hours: '小时数',
        leftOut: '剔除 {count}',
        unknown: '未知',
        informs: '仅供参考：排放清单使用自己的因子。',
        nothing: '{period} 年没有逐小时的电网取电数据。',
    },
);


/** What the electricity emitted by the intensity of each hour, by both methods. */
class HourlyEmissions extends Part {
    private readonly location = new Query<LocationBased>(this, () => `/api/energy/location-based?period=${period()}`, { on: ['energy'] }, inTurn);
    private readonly market = new Query<MarketBased>(this, () => `/api/energy/market-based?period=${period()}`, { on: ['energy'] }, inTurn);

    protected override render(): TemplateResult {
        const saved = (method: string): { path: string; name: string } => ({
            path: `/api/energy/${method}?period=${period()}`,
            name: `${method}-by-hour-${period()}`,
        });
        return html`${panel({ id: 'location-based', title: t('location'), wide: true, saved: saved('location-based') }, this.location, answer =>
            body(t('location'), LOCATION(), answer.zones, answer.findings),
        )}
        ${panel({ id: 'market-based', title: t('market'), wide: true, saved: saved('market-based') }, this.market, answer =>
            body(t('market'), MARKET(), answer.zones, answer.findings),
        )}`;
    }
}

customElements.define('nz-hourly-emissions', HourlyEmissions);

function body<R>(caption: string, columns: Column<R>[], zones: R[], found: LocationBased['findings']): TemplateResult {
    return html`${zones.length === 0
            ? html`<p class="muted">– ${t('nothing', { period: period() })}</p>`
            : table({ caption, quietCaption: true }, columns, zones)}
        <p class="notes">${t('informs')}</p>
        ${found.length === 0 ? '' : findings(found)}`;
}

type Located = LocationBased['zones'][number];
type Marketed = MarketBased['zones'][number];

function tonnes<R>(head: string, value: (row: R) => format.Amount): Column<R> {
    return {
        head,
        unit: format.tonnes(),
        numeric: true,
        cell: row => figure(format.amount(format.tonnesOf(value(row))), t('unknown')),
    };
}

function energy<R>(head: string, value: (row: R) => format.Amount): Column<R> {
    return { head, unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(value(row)), t('unknown')) };
}

function hours<R extends { hours: number; hoursLeftOut: number }>(): Column<R> {
    return {
        head: t('hours'),
        numeric: true,
        cell: row => html`${format.count(row.hours)}
            ${row.hoursLeftOut > 0 ? html`<span class="why">${t('leftOut', { count: format.count(row.hoursLeftOut) })}</span>` : ''}`,
    };
}

const LOCATION = (): Column<Located>[] => [
    { head: t('zone'), cell: row => row.zone },
    energy(t('drawn'), row => row.drawnMwh),
    tonnes(t('hourly'), row => row.hourlyKg),
    tonnes(t('average'), row => row.averageKg),
    tonnes(t('difference'), row => row.differenceKg),
    { head: t('intensity'), unit: 'g/kWh', numeric: true, cell: row => figure(format.amount(row.averageGramsPerKwh), t('unknown')) },
    hours<Located>(),
];

const MARKET = (): Column<Marketed>[] => [
    { head: t('zone'), cell: row => row.zone },
    energy(t('drawn'), row => row.drawnMwh),
    energy(t('coveredHourly'), row => row.coveredHourlyMwh),
    energy(t('coveredAnnual'), row => row.coveredAnnualMwh),
    tonnes(t('hourly'), row => row.hourlyKg),
    tonnes(t('annual'), row => row.annualKg),
    tonnes(t('difference'), row => row.differenceKg),
    { head: t('rest'), unit: 'g/kWh', numeric: true, cell: row => figure(format.amount(row.restGramsPerKwh), t('unknown')) },
    hours<Marketed>(),
];
