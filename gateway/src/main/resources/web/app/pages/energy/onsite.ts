import { html, type TemplateResult } from 'lit';
import { whole } from '../../api/pages';
import { period } from '../../frame/period';
import { choose, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { unit, words } from '../../language/words';
import { chart, type Palette } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { facts, figure } from '../../parts/figure';
import { findings } from '../../parts/findings';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { siteName, sitesOf } from '../../parts/sites';
import { type Column, folded, table } from '../../parts/table';
import './microgrid';
import './storages';
import type { Performance, Plant, PlantPart } from './shapes';
import { columns } from './stacks';
import { inTurn } from './turn';

const t = dictionary(
    {
        title: 'Generation on site',
        plant: 'Plant',
        site: 'Site',
        technology: 'Technology',
        capacity: 'Capacity',
        generated: 'Generated',
        selfUsed: 'Used on site',
        exported: 'Exported',
        curtailed: 'Curtailed',
        expected: 'Expected',
        ratio: 'Against expectation',
        capacityFactor: 'Capacity factor',
        yield: 'Specific yield',
        availability: 'On file',
        since: 'In operation since',
        notTold: 'not on file',
        noExpectation: 'no expected yield stated',
        performance: '{plant}: generation in {period}',
        label: 'Generation of {plant} by month: used on site, exported, and what was expected, in MWh. The figures are in the table below.',
        month: 'Month',
        nothing: 'No plant is on file. Import plants under Data, or register them through the API.',
        noGeneration: 'No generation of {period} is on file by month; what is known of the whole year stands beside.',
        show: 'Show {plant}',
        findings: 'What was found',
    },
    {
        title: '现场发电',
        plant: '电站',
        site: '场所',
        technology: '技术',
        capacity: '容量',
        generated: '发电量',
        selfUsed: '现场自用',
        exported: '上网',
        curtailed: '弃电',
        expected: '预期',
        ratio: '与预期之比',
        capacityFactor: '容量因子',
        yield: '单位容量发电量',
        availability: '数据完整率',
        since: '投产日期',
        notTold: '没有数据',
        noExpectation: '没有预期发电量',
        performance: '{plant}：{period} 年发电',
        label: '{plant} 各月发电：自用、上网和预期，单位兆瓦时。数据见下表。',
        month: '月份',
        nothing: '没有电站。请在“数据”页导入，或通过 API 登记。',
        noGeneration: '{period} 年没有分月发电数据；全年已知数据见旁。',
        show: '查看 {plant}',
        findings: '发现的问题',
    },
);


/** What the sites make and store themselves. */
class OnSite extends Part {
    private readonly sites = sitesOf(this);
    private readonly plants = new Query<Plant[]>(this, () => '/api/energy/plants', { on: ['energy'] }, whole);
    private readonly performance = new Query<Performance>(
        this,
        () => (this.plant === null ? null : `${this.address(this.plant)}?period=${period()}&granularity=month`),
        { on: ['energy'] },
        inTurn,
    );

    protected override render(): TemplateResult {
        const { plant } = this;
        return html`${panel(
            { id: 'plants', title: t('title'), wide: true, saved: { path: '/api/energy/plants', name: 'plants' } },
            this.plants,
            plants => (plants.length === 0 ? html`<p class="muted">– ${t('nothing')}</p>` : this.list(plants)),
        )}
        ${plant === null ? '' : this.detail(plant)}
        <nz-storages class="parts"></nz-storages>
        <nz-microgrid class="parts"></nz-microgrid>`;
    }

    /** The plant of the address, or else the first one in operation in the period. */
    private get plant(): Plant | null {
        const plants = this.plants.answer ?? [];
        return plants.find(each => each.plantId === parameter('plant')) ?? plants.find(inOperation) ?? plants[0] ?? null;
    }

    private address(plant: Plant): string {
        return `/api/energy/plants/${encodeURIComponent(plant.plantId)}/performance`;
    }

    private list(plants: Plant[]): TemplateResult {
        const list: Column<Plant>[] = [
            {
                head: t('plant'),
                cell: row => html`<button
                    type="button"
                    class="textual"
                    aria-pressed=${row === this.plant}
                    aria-label=${t('show', { plant: named(row.name) })}
                    @click=${() => choose({ plant: row.plantId })}
                >
                    ${named(row.name)}
                </button>`,
            },
            { head: t('site'), cell: row => siteName(this.sites.answer, row.siteId) },
            { head: t('technology'), cell: row => words(row.technology) },
            { head: t('capacity'), numeric: true, cell: row => figure(format.recorded(row.capacity.value), '', unit(row.capacity.unit)) },
            { head: t('since'), cell: row => html`<span class="one-line">${row.commissioned}</span>` },
        ];
        return table({ caption: t('title'), quietCaption: true }, list, plants, row => (row === this.plant ? 'chosen' : ''));
    }

    private detail(plant: Plant): TemplateResult {
        const path = `${this.address(plant)}?period=${period()}&granularity=month`;
        return panel(
            {
                id: 'plant-performance',
                title: t('performance', { plant: named(plant.name), period: period() }),
                wide: true,
                saved: { path, name: `${plant.plantId}-${period()}` },
            },
            this.performance,
            performance => html`<div class="beside">
                    <div>
                        ${performance.parts.some(part => format.megawattHoursOf(part.generatedKwh) !== null)
                            ? chart(t('label', { plant: named(plant.name) }), ({ palette, narrow }) => drawing(performance.parts, palette, narrow))
                            : html`<p class="muted">– ${t('noGeneration', { period: period() })}</p>`}
                    </div>
                    <div>${factsOf(performance.total)}</div>
                </div>
                ${folded(table({ caption: t('month'), quietCaption: true }, PART_COLUMNS(), performance.parts))}
                ${performance.findings.length === 0 ? '' : html`<h3>${t('findings')}</h3>${findings(performance.findings)}`}`,
        );
    }
}

customElements.define('nz-on-site', OnSite);

function inOperation(plant: Plant): boolean {
    return plant.commissioned <= `${period()}-12-31` && (plant.decommissioned ?? `${period()}-12-31`) > `${period()}-01-01`;
}

function factsOf(total: PlantPart): TemplateResult {
    const energy = (value: format.Amount): unknown => figure(format.amount(format.megawattHoursOf(value)), t('notTold'), format.megawattHours());
    const all: [string, unknown][] = [
        [t('generated'), energy(total.generatedKwh)],
        [t('selfUsed'), energy(total.selfUsedKwh)],
        [t('exported'), energy(total.exportedKwh)],
        [t('curtailed'), energy(total.curtailedKwh)],
        [t('expected'), figure(format.amount(format.megawattHoursOf(total.expectedKwh)), t('noExpectation'), format.megawattHours())],
        [t('ratio'), figure(format.share(total.performanceRatioAgainstExpectation), t('noExpectation'))],
        [t('capacityFactor'), figure(format.share(total.capacityFactor), t('notTold'))],
        [t('yield'), figure(format.amount(total.specificYieldKwhPerKw), t('notTold'), 'kWh/kW')],
        [t('availability'), figure(format.share(total.availability), t('notTold'))],
    ];
    return facts(all);
}

function drawing(parts: PlantPart[], palette: Palette, narrow: boolean): Option {
    const of = (value: (part: PlantPart) => format.Amount): (number | null)[] => parts.map(part => format.megawattHoursOf(value(part)));
    const names = parts.map(part => part.period);
    const used = of(part => part.selfUsedKwh);
    // where it is not known what became of it, all that was generated is one part
    const told = (values: (number | null)[]): (number | null)[] => values.map((value, i) => (used[i] === null ? null : value));
    const untold = of(part => part.generatedKwh).map((value, i) => (used[i] === null ? value : null));
    const drawn = columns(
        palette,
        format.megawattHours(),
        names,
        [
            { name: t('selfUsed'), colour: palette('renewable'), values: used },
            { name: t('exported'), colour: palette('series-3'), values: told(of(part => part.exportedKwh)) },
            { name: t('generated'), colour: palette('series-6'), values: untold },
            { name: t('curtailed'), colour: palette('rest'), values: of(part => part.curtailedKwh) },
        ].filter(part => part.values.some(value => value !== null)),
        narrow ? 2 : 1,
    );
    const expected = of(part => part.expectedKwh);
    if (expected.some(value => value !== null) && Array.isArray(drawn.series)) {
        drawn.series.push({
            type: 'line',
            name: t('expected'),
            data: expected,
            color: palette('target'),
            step: 'middle',
            symbol: 'none',
            lineStyle: { type: 'dashed', width: 1.5 },
        });
    }
    return drawn;
}

const PART_COLUMNS = (): Column<PlantPart>[] => {
    const energy = (head: string, value: (row: PlantPart) => format.Amount): Column<PlantPart> => ({
        head, unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(format.megawattHoursOf(value(row))), t('notTold')),
    });
    return [
        { head: t('month'), cell: row => row.period },
        energy(t('generated'), row => row.generatedKwh),
        energy(t('selfUsed'), row => row.selfUsedKwh),
        energy(t('exported'), row => row.exportedKwh),
        energy(t('curtailed'), row => row.curtailedKwh),
        energy(t('expected'), row => row.expectedKwh),
        { head: t('ratio'), numeric: true, cell: row => figure(format.share(row.performanceRatioAgainstExpectation), t('noExpectation')) },
        { head: t('capacityFactor'), numeric: true, cell: row => figure(format.share(row.capacityFactor), t('notTold')) },
        { head: t('availability'), numeric: true, cell: row => figure(format.share(row.availability), t('notTold')) },
    ];
};
