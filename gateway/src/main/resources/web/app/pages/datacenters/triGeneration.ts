import { html, nothing, type TemplateResult } from 'lit';
import { period } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { colon, words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { chart, type Palette } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { facts, figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, folded, table } from '../../parts/table';
import { monthBars, monthOf } from './months';
import { ifRegistered, type Registered } from './registered';
import type { Outputs, Production, TriGeneration as TriGenerationAnswer } from './shapes';

const t = dictionary(
    {
        title: 'Tri-generation in {year}',
        nothing: 'No plant that makes power, heat and cooling of one fuel is registered for this data centre. Register one through the API.',
        unknownYear: 'No hour of {year} is known in which fuel and outputs are measured whole, so there is no figure.',
        label: 'Fuel of the plant, and the fuel that making the same apart would take, by month, in MWh. The figures are in the table below.',
        fuel: 'Fuel of the plant',
        separate: 'Fuel of separate production',
        saving: 'Primary energy saved',
        efficiency: 'Overall efficiency',
        carrier: 'Burns',
        complete: 'Completeness',
        grid: 'Factor of the grid',
        references: 'Separate production by',
        outputs: 'What the plant makes',
        output: 'Output',
        power: 'Power',
        heat: 'Heat',
        cooling: 'Cooling',
        made: 'Made',
        exported: 'Leaves the site',
        used: 'Used by the site',
        boundaries: 'What of the plant is facility energy',
        boundary: 'Boundary',
        enters: 'Enters the facility',
        by: 'By',
        byOutputs: 'its outputs that the site uses; the fuel does not enter',
        byFuel: 'its fuel; what it makes of it is internal',
        holds: 'holds here',
        otherwise: 'if the profile said so',
        same: 'The saving against separate production is the same with either boundary.',
        emissions: 'Emissions against separate production',
        part: 'Part',
        inside: 'Used by the site: in the inventory already',
        outside: 'Leaves the site: avoided elsewhere, never netted',
        apart: 'Made apart',
        ofPlant: 'By the plant',
        saved: 'Saved',
        month: 'Month',
        missing: 'What is missing',
        flags: 'What to know of the figures',
        unknown: 'not known',
        none: 'the plant makes none',
        INDICATIVE: 'Less than 95 % of the hours are known.',
        BOUNDARY_CONFLICT: 'The reporting profile got another boundary since the plant was registered; that of the profile holds.',
        OUTPUTS_NOT_IN_FACILITY_INPUT: 'Some outputs are not metered as facility input, so the facility energy lacks them.',
        OUTPUTS_IN_FACILITY_INPUT: 'Some outputs are metered as facility input, so fuel and output both count.',
        FUEL_NOT_OF_ROLE_FUEL: 'Some of the fuel is not metered in the role “fuel”, so the indicators lack it.',
        POWER_COUNTED_AS_GRID: 'The power is metered as facility input of its own, so CUE counts it and its fuel.',
        EXPORT_ABOVE_PRODUCTION: 'More of an output left the site than was made.',
    },
    {
        title: '{year} 年冷热电三联供',
        nothing: '该数据中心没有登记以一种燃料同时产出电、热、冷的装置。请通过 API 登记。',
        unknownYear: '{year} 年没有燃料和产出均完整计量的小时，因此没有数据。',
        label: '各月装置燃料与分产所需燃料，单位兆瓦时。数据见下表。',
        fuel: '装置燃料',
        separate: '分产所需燃料',
        saving: '节约的一次能源',
        efficiency: '总效率',
        carrier: '燃料种类',
        complete: '完整率',
        grid: '电网因子',
        references: '分产参考值',
        outputs: '装置产出',
        output: '产出',
        power: '电',
        heat: '热',
        cooling: '冷',
        made: '产量',
        exported: '外供',
        used: '本场所使用',
        boundaries: '装置计入设施能耗的部分',
        boundary: '边界',
        enters: '计入设施能耗',
        by: '依据',
        byOutputs: '本场所使用的产出；燃料不计入',
        byFuel: '燃料；其产出属于内部',
        holds: '现行',
        otherwise: '若报告资料如此说明',
        same: '无论采用哪种边界，相对分产的节约量相同。',
        emissions: '与分产相比的排放',
        part: '部分',
        inside: '本场所使用：已计入清单',
        outside: '外供：在别处避免，不作抵减',
        apart: '分产排放',
        ofPlant: '装置排放',
        saved: '减少',
        month: '月份',
        missing: '缺失',
        flags: '数据说明',
        unknown: '未知',
        none: '该装置没有此产出',
        INDICATIVE: '已知小时不足 95 %。',
        BOUNDARY_CONFLICT: '装置登记后，报告资料的边界已更改；以报告资料为准。',
        OUTPUTS_NOT_IN_FACILITY_INPUT: '部分产出没有计入设施总输入，设施能耗缺少这部分。',
        OUTPUTS_IN_FACILITY_INPUT: '部分产出计入了设施总输入，燃料和产出被重复计算。',
        FUEL_NOT_OF_ROLE_FUEL: '部分燃料的测点角色不是“燃料”，指标缺少这部分。',
        POWER_COUNTED_AS_GRID: '发电单独计为设施总输入，CUE 同时计算了电和燃料。',
        EXPORT_ABOVE_PRODUCTION: '某种产出的外供量大于产量。',
    },
);

const OUTPUTS = ['power', 'heat', 'cooling'] as const;
const FLAGS = [
    'INDICATIVE', 'BOUNDARY_CONFLICT', 'OUTPUTS_NOT_IN_FACILITY_INPUT', 'OUTPUTS_IN_FACILITY_INPUT', 'FUEL_NOT_OF_ROLE_FUEL',
    'POWER_COUNTED_AS_GRID', 'EXPORT_ABOVE_PRODUCTION',
] as const;

/** Power, heat and cooling made of one fuel, against making the same apart from each other. */
class TriGeneration extends Part {
    static override properties = { facilityId: {} };

    declare facilityId: string;
    private readonly production = new Query<Registered<TriGenerationAnswer>>(this, () => this.address(), { on: ['indicator'] }, ifRegistered);

    protected override render(): TemplateResult {
        const options = { id: 'tri-generation', title: t('title', { year: period() }), wide: true };
        const saved = { path: this.address(), name: `${this.facilityId}-tri-generation-${period()}` };
        return panel(this.production.answer?.found ? { ...options, saved } : options, this.production, ({ found }) =>
            found === null ? html`<p class="muted">– ${t('nothing')}</p>` : body(found),
        );
    }

    private address(): string {
        return `/api/datacenters/${encodeURIComponent(this.facilityId)}/tri-generation?period=${period()}&granularity=month`;
    }
}

customElements.define('nz-tri-generation', TriGeneration);

function body(answer: TriGenerationAnswer): TemplateResult {
    const { total, intervals } = answer;
    if (format.number(total.fuelKwh) === null) {
        return html`<p class="muted">– ${t('unknownYear', { year: answer.period })}</p>
            ${about(total)}`;
    }
    return html`<div class="beside">
            ${chart(t('label'), ({ palette }) => drawing(intervals, palette))} ${factsOf(answer)}
        </div>
        <h3>${t('boundaries')}</h3>
        ${table({ caption: t('boundaries'), quietCaption: true }, boundaryColumns(answer), BOUNDARIES)}
        <p class="notes">${t('same')}</p>
        <h3>${t('outputs')}</h3>
        ${table({ caption: t('outputs'), quietCaption: true }, outputColumns(total), OUTPUTS)}
        <h3>${t('emissions')}</h3>
        ${table({ caption: t('emissions'), quietCaption: true }, savingColumns(total), PARTS)} ${about(total)}
        ${folded(table({ caption: t('month'), quietCaption: true }, monthColumns(), intervals))}`;
}

function energy(value: format.Amount, why = t('unknown')): TemplateResult {
    return figure(format.amount(format.megawattHoursOf(value)), why, format.megawattHours());
}

function factsOf(answer: TriGenerationAnswer): TemplateResult {
    const { total, plant } = answer;
    const factor = total.gridFactor;
    const all: [string, unknown][] = [
        [t('carrier'), words(plant.plant.fuel)],
        [t('fuel'), energy(total.fuelKwh)],
        [t('separate'), energy(total.separateFuelKwh)],
        [t('saving'), figure(format.share(total.primaryEnergySaving), t('unknown'))],
        [t('efficiency'), figure(format.share(total.overallEfficiency), t('unknown'))],
        [t('complete'), figure(format.share(total.completeness), t('unknown'))],
        [
            t('grid'),
            factor == null
                ? figure(null, t('unknown'))
                : html`${figure(String(factor.kgCo2ePerKwh), '', 'kg CO₂e/kWh')} <span class="comment">${verbatim(factor.source)}</span>`,
        ],
        [t('references'), html`${answer.referenceSources.map(source => html`<span class="comment">${verbatim(source)}</span>`)}`],
    ];
    return facts(all);
}

const BOUNDARIES = ['OUTSIDE', 'INSIDE'] as const;
type BoundaryName = (typeof BOUNDARIES)[number];

function boundaryColumns({ boundary, total }: TriGenerationAnswer): Column<BoundaryName>[] {
    const ofOutputs = OUTPUTS.reduce((sum, output) => sum + (usedKwh(total, output) ?? 0), 0);
    const enters = (row: BoundaryName): format.Amount =>
        row === boundary ? total.entersFacilityKwh : row === 'INSIDE' ? total.fuelKwh : ofOutputs;
    return [
        {
            head: t('boundary'),
            cell: row => html`${words(row)} <span class=${row === boundary ? 'badge' : 'why'}>${t(row === boundary ? 'holds' : 'otherwise')}</span>`,
        },
        { head: t('enters'), numeric: true, cell: row => energy(enters(row)) },
        { head: t('by'), cell: row => t(row === 'INSIDE' ? 'byFuel' : 'byOutputs') },
    ];
}

function outputColumns(total: Production): Column<(typeof OUTPUTS)[number]>[] {
    const of = (outputs: Outputs | null | undefined) => (row: (typeof OUTPUTS)[number]): format.Amount => outputs?.[`${row}Kwh`];
    const made = of(total.made);
    return [
        { head: t('output'), cell: row => t(row) },
        { head: t('made'), numeric: true, cell: row => energy(made(row), t('none')) },
        { head: t('exported'), numeric: true, cell: row => energy(made(row) == null ? null : (of(total.exported)(row) ?? 0), t('none')) },
        { head: t('used'), numeric: true, cell: row => energy(usedKwh(total, row), t('none')) },
    ];
}

function usedKwh(total: Production, output: (typeof OUTPUTS)[number]): number | null {
    const made = format.number(total.made?.[`${output}Kwh`]);
    return made === null ? null : made - (format.number(total.exported?.[`${output}Kwh`]) ?? 0);
}

const PARTS = ['inside', 'outside'] as const;

function savingColumns(total: Production): Column<(typeof PARTS)[number]>[] {
    const mass = (value: format.Amount): TemplateResult => figure(format.amount(format.tonnesOf(value)), t('unknown'), format.tonnes());
    const of = (row: (typeof PARTS)[number]): Production['insideInventory'] => (row === 'inside' ? total.insideInventory : total.exportedAvoided);
    return [
        { head: t('part'), cell: row => t(row) },
        { head: t('apart'), numeric: true, cell: row => mass(of(row)?.separateKgCo2e) },
        { head: t('ofPlant'), numeric: true, cell: row => mass(of(row)?.plantKgCo2e) },
        { head: t('saved'), numeric: true, cell: row => mass(of(row)?.savedKgCo2e) },
    ];
}

/** What is missing, and what the figures are to be read with. */
function about({ missing, flags }: Production): TemplateResult {
    return html`${missing.length === 0
        ? nothing
        : html`<h3>${t('missing')}</h3>
              <ul>
                  ${missing.map(each => html`<li>${words(each.what)}${colon()}${verbatim(each.reason)}</li>`)}
              </ul>`}
    ${flags.length === 0
        ? nothing
        : html`<h3>${t('flags')}</h3>
              <ul>
                  ${flags.map(flag => html`<li>${explained(flag)}</li>`)}
              </ul>`}`;
}

function explained(flag: string): string {
    const known = FLAGS.find(each => each === flag);
    return known === undefined ? words(flag) : t(known);
}

function drawing(intervals: Production[], palette: Palette): Option {
    const series = [
        { name: t('fuel'), colour: palette('carrier-2'), of: (part: Production) => format.megawattHoursOf(part.fuelKwh) },
        { name: t('separate'), colour: palette('rest'), of: (part: Production) => format.megawattHoursOf(part.separateFuelKwh) },
    ];
    return monthBars(intervals, series, palette);
}

function monthColumns(): Column<Production>[] {
    return [
        { head: t('month'), cell: monthOf },
        { head: t('fuel'), numeric: true, cell: row => energy(row.fuelKwh) },
        ...OUTPUTS.map((output): Column<Production> => ({
            head: t(output), numeric: true, cell: row => energy(row.made?.[`${output}Kwh`], t(row.made == null ? 'unknown' : 'none')),
        })),
        { head: t('separate'), numeric: true, cell: row => energy(row.separateFuelKwh) },
        { head: t('saving'), numeric: true, cell: row => figure(format.share(row.primaryEnergySaving), t('unknown')) },
        { head: t('complete'), numeric: true, cell: row => figure(format.share(row.completeness), t('unknown')) },
    ];
}
