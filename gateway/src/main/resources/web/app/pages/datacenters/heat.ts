import { html, type TemplateResult } from 'lit';
import { period } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary, language } from '../../language/language';
import { words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { chart, type Palette } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { facts, figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, folded, table } from '../../parts/table';
import './freeCooling';
import { monthBars, monthOf } from './months';
import type { HeatRecovery, HeatRecoveryPart } from './shapes';
import './savings';
import './triGeneration';

const t = dictionary(
    {
        title: 'Heat recovery in {year}',
        handedOver: 'Heat handed over',
        used: 'of which used',
        pump: 'Electricity of the heat pump',
        delivered: 'Heat delivered',
        cop: 'COP',
        replaced: 'Emissions replaced',
        pumpEmits: 'Emissions of the heat pump',
        avoided: 'Emissions avoided',
        equivalent: 'As much as',
        trees: '{trees} trees take up in a year, at {kg} kg each',
        effect: 'Where it counts',
        complete: 'Completeness',
        month: 'Month',
        label: 'Heat handed over and delivered by month, in MWh. The figures are in the table below.',
        missing: 'What is missing',
        unknown: 'not known',
        noPump: 'no heat pump',
        nothing: 'No heat handed over is known of {year}.',
        register: 'The replaced heat, the heat pump and the factors are registered through the API.',
    },
    {
        title: '{year} 年余热回收',
        handedOver: '外供余热',
        used: '其中已利用',
        pump: '热泵用电',
        delivered: '供热量',
        cop: 'COP',
        replaced: '替代的排放',
        pumpEmits: '热泵排放',
        avoided: '避免的排放',
        equivalent: '相当于',
        trees: '{trees} 棵树一年的吸收量，每棵 {kg} kg',
        effect: '计入方式',
        complete: '完整率',
        month: '月份',
        label: '各月外供余热和供热量，单位兆瓦时。数据见下表。',
        missing: '缺失',
        unknown: '未知',
        noPump: '没有热泵',
        nothing: '{year} 年没有已知的外供余热。',
        register: '被替代的热源、热泵和因子通过 API 登记。',
    },
);


/** What became of the heat, what was saved against the baseline, and how often the outside cooled for free. */
class Heat extends Part {
    static override properties = { facilityId: {} };

    declare facilityId: string;
    private readonly recovery = new Query<HeatRecovery>(this, () => this.address(), { on: ['indicator'] });

    protected override render(): TemplateResult {
        return html`${panel(
                {
                    id: 'heat-recovery',
                    title: t('title', { year: period() }),
                    wide: true,
                    saved: { path: this.address(), name: `${this.facilityId}-heat-${period()}` },
                },
                this.recovery,
                body,
            )}
            <nz-savings class="parts" .facilityId=${this.facilityId}></nz-savings>
            <nz-free-cooling class="parts" .facilityId=${this.facilityId}></nz-free-cooling>
            <nz-tri-generation class="parts" .facilityId=${this.facilityId}></nz-tri-generation>`;
    }

    private address(): string {
        return `/api/datacenters/${encodeURIComponent(this.facilityId)}/heat-recovery?period=${period()}&granularity=month`;
    }
}

customElements.define('nz-heat', Heat);

function body(recovery: HeatRecovery): TemplateResult {
    const { total, intervals } = recovery;
    if (format.number(total.heatHandedOverKwh) === null) {
        return html`<p class="muted">– ${t('nothing', { year: recovery.period })} ${t('register')}</p>${missing(total)}`;
    }
    return html`<div class="beside">
            ${chart(t('label'), ({ palette }) => drawing(intervals, palette))} ${factsOf(total)}
        </div>
        ${missing(total)} ${folded(table({ caption: t('month'), quietCaption: true }, columns(), intervals))}`;
}

function factsOf(total: HeatRecoveryPart): TemplateResult {
    const reason = (what: string): string => (language() === 'zh' ? undefined : total.missing.find(each => each.what === what)?.reason) ?? t('unknown');
    const energy = (value: format.Amount, why: string): unknown => figure(format.amount(format.megawattHoursOf(value)), why, format.megawattHours());
    const mass = (value: format.Amount, why: string): unknown => figure(format.amount(format.tonnesOf(value)), why, format.tonnes());
    const all: [string, unknown][] = [
        [t('handedOver'), energy(total.heatHandedOverKwh, reason('HEAT_HANDED_OVER'))],
        [t('used'), energy(total.heatUsedKwh, t('unknown'))],
        [t('pump'), energy(total.heatPumpElectricityKwh, reason('HEAT_PUMP_ELECTRICITY'))],
        [t('delivered'), energy(total.deliveredHeatKwh, reason('DELIVERED_HEAT'))],
        [t('cop'), figure(format.ratio(total.cop), t(total.missing.length > 0 ? 'unknown' : 'noPump'))],
        [t('replaced'), mass(total.replacedKgCo2e, reason('REPLACED_HEAT_FACTOR'))],
        [t('pumpEmits'), mass(total.heatPumpKgCo2e, reason('GRID_FACTOR'))],
        [t('avoided'), mass(total.avoidedKgCo2e, t('unknown'))],
        [t('equivalent'), equivalent(total)],
        [t('effect'), total.effect == null ? figure(null, t('unknown')) : words(total.effect)],
        [t('complete'), figure(format.share(total.completeness), t('unknown'))],
    ];
    return facts(all);
}

function equivalent(total: HeatRecoveryPart): unknown {
    if (!total.equivalent) {
        return figure(null, t('unknown'));
    }
    const { trees, kgPerTreeAndYear, source } = total.equivalent;
    return html`${t('trees', { trees: format.amount(trees) ?? '–', kg: format.recorded(kgPerTreeAndYear) ?? '–' })}
        <span class="comment">${verbatim(source)}</span>`;
}

function missing(total: HeatRecoveryPart): TemplateResult | string {
    return total.missing.length === 0
        ? ''
        : html`<h3>${t('missing')}</h3>
              <ul>
                  ${total.missing.map(each => html`<li>${words(each.what)}: ${verbatim(each.reason)}</li>`)}
              </ul>`;
}

function drawing(intervals: HeatRecoveryPart[], palette: Palette): Option {
    const series = [
        { name: t('handedOver'), colour: palette('carrier-4'), of: (part: HeatRecoveryPart) => format.megawattHoursOf(part.heatHandedOverKwh) },
        { name: t('delivered'), colour: palette('carrier-1'), of: (part: HeatRecoveryPart) => format.megawattHoursOf(part.deliveredHeatKwh) },
    ];
    return monthBars(intervals, series, palette);
}

function columns(): Column<HeatRecoveryPart>[] {
    const energy = (head: string, value: (row: HeatRecoveryPart) => format.Amount): Column<HeatRecoveryPart> => ({
        head, unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(format.megawattHoursOf(value(row))), t('unknown')),
    });
    return [
        { head: t('month'), cell: monthOf },
        energy(t('handedOver'), row => row.heatHandedOverKwh),
        energy(t('pump'), row => row.heatPumpElectricityKwh),
        energy(t('delivered'), row => row.deliveredHeatKwh),
        { head: t('cop'), numeric: true, cell: row => figure(format.ratio(row.cop), t(row.missing.length > 0 ? 'unknown' : 'noPump')) },
        { head: t('avoided'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(format.tonnesOf(row.avoidedKgCo2e)), t('unknown')) },
        { head: t('complete'), numeric: true, cell: row => figure(format.share(row.completeness), t('unknown')) },
    ];
}
