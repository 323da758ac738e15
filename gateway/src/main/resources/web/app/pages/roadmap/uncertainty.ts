import { html, nothing, type TemplateResult } from 'lit';
import { choose, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { words } from '../../language/words';
import { languageOf, verbatim } from '../../parts/apiText';
import { chart } from '../../parts/chart';
import { chosenIn } from '../../parts/choice';
import { figure, type Tile, tiles } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Query } from '../../parts/query';
import { type Column, folded, table } from '../../parts/table';
import { View } from './address';
import { bands, fanDrawing, offTrackDrawing, tornadoDrawing } from './fan';
import { money } from './money';
import { inputName, namesOf } from './names';
import type { Projection, Quantiles, Scenario, Standing, UncertainYear, Uncertainty } from './shapes';

const t = dictionary(
    {
        fan: 'How sure the projection is',
        fanLabel: 'Median, P10 to P90 of gross emissions, projection and target path, year by year. The figures are in the table below.',
        renewable: 'Renewable share, P10 to P90',
        renewableLabel: 'Median and P10 to P90 of the renewable share and what the targets ask for, year by year. The figures are in the table below.',
        offTrack: 'Chance of being above the path',
        offTrackLabel: 'Share of the runs above the path of gross emissions, and above it for the first time, year by year. The figures are in the table below.',
        offTrackNote: 'The dashed line is half of the runs.',
        tornado: 'What matters most',
        tornadoLabel: 'Rank correlation of each input with gross emissions of the last year. The figures are in the table below.',
        tornadoNote: 'To the right: more of it goes with more emissions; to the left, with fewer.',
        runs: 'Runs',
        against: 'Against',
        nobody: 'no other scenario',
        year: 'Year',
        gross: 'Gross',
        scope12: 'Scope 1 + 2',
        scope3: 'Scope 3',
        unknown: 'not known',
        noPath: 'no path',
        first: 'For the first time',
        above: 'Above the path',
        input: 'Input',
        correlation: 'Rank correlation',
        share: 'Share of all',
        probability: '{metric} {year} met',
        inRuns: 'of {runs} runs',
        firstOff: 'First year off track',
        firstOffNote: 'in which more than half of the runs are above the path',
        never: 'no year in which more than half of the runs are above the path',
        below: 'Below “{other}”',
        belowNote: 'share of the runs that emit less in {year}',
        credits: 'Credits needed',
        creditsNote: 'P10 to P90: {low} to {high}; cost {cost} ({costLow} to {costHigh})',
        noCredits: 'no net target',
        how: 'How it was drawn',
        seed: '{runs} runs with the seed {seed}: the same seed gives the same figures.',
        unseen: 'Of published figures of companies that the bands were made without, {share} of {n} lay between P10 and P90; 80% is aimed at. Counted by company it is {byCompany} of {companies}.',
        price: 'Price of a credit: {price} a tonne.',
        base: 'The base year itself is known to ± {simulated} (by error propagation ± {closedForm}).',
    },
    {
        fan: '预测的可靠程度',
        fanLabel: '逐年总排放的中位数、P10 至 P90、预测值与目标路径。数据见下表。',
        renewable: '可再生占比，P10 至 P90',
        renewableLabel: '逐年可再生占比的中位数、P10 至 P90 与目标要求。数据见下表。',
        offTrack: '高于路径的概率',
        offTrackLabel: '逐年高于总排放路径、以及首次高于路径的模拟占比。数据见下表。',
        offTrackNote: '虚线为半数模拟。',
        tornado: '最重要的影响因素',
        tornadoLabel: '各输入与末年总排放的秩相关。数据见下表。',
        tornadoNote: '向右：该因素越大排放越多；向左：越大排放越少。',
        runs: '模拟次数',
        against: '对比情景',
        nobody: '不对比',
        year: '年份',
        gross: '总排放',
        scope12: '范围一和二',
        scope3: '范围三',
        unknown: '未知',
        noPath: '没有路径',
        first: '首次高于路径',
        above: '高于路径',
        input: '输入',
        correlation: '秩相关',
        share: '占比',
        probability: '{metric} {year} 年达标',
        inRuns: '共 {runs} 次模拟',
        firstOff: '首个偏离年份',
        firstOffNote: '该年超过半数模拟高于路径',
        never: '没有超过半数模拟高于路径的年份',
        below: '低于“{other}”',
        belowNote: '{year} 年排放更低的模拟占比',
        credits: '所需碳信用',
        creditsNote: 'P10 至 P90：{low} 至 {high}；成本 {cost}（{costLow} 至 {costHigh}）',
        noCredits: '没有净零目标',
        how: '抽样方法',
        seed: '{runs} 次模拟，种子 {seed}：相同种子得到相同结果。',
        unseen: '对未参与标定的公司，{n} 个披露值中有 {share} 落在 P10 与 P90 之间，目标为 80%。按 {companies} 家公司平均为 {byCompany}。',
        price: '碳信用价格：每吨 {price}。',
        base: '基准年本身的不确定度为 ± {simulated}（误差传播法 ± {closedForm}）。',
    },
);

const RUNS = [1000, 10_000, 20_000];
const USUAL_RUNS = 10_000;
const TOLD_INPUTS = 10;

/** How sure a projection is. */
class UncertaintyView extends View {
    private readonly uncertainty = new Query<Uncertainty>(this, () => this.path('uncertainty', this.asked()), { on: ['projection'], collectedSeconds: 15 });
    private readonly projection = new Query<Projection>(this, () => this.path('projection'), { on: ['projection'] });
    private readonly document = new Query<Scenario>(this, () => this.path('', { asOf: null }), { on: ['projection'] });

    protected override render(): TemplateResult {
        const { answer } = this.uncertainty;
        const projection = this.projection.answer;
        const saved = { path: this.path('uncertainty', this.asked()), name: this.fileName('uncertainty') };
        return html`${answer === null ? nothing : tiles(this.headline(answer))}
        ${panel({ id: 'fan', title: t('fan'), wide: true, controls: this.controls(), saved }, this.uncertainty, all => fan(all, projection))}
        ${answer === null
            ? nothing
            : html`${panel({ id: 'tornado', title: t('tornado') }, this.uncertainty, all => this.tornado(all))}
                  ${panel({ id: 'off-track', title: t('offTrack'), saved }, this.uncertainty, offTrack)}
                  ${panel({ id: 'renewable-fan', title: t('renewable'), saved }, this.uncertainty, all => renewable(all, projection))}
                  ${panel({ id: 'how', title: t('how') }, this.uncertainty, how)}`}`;
    }

    private asked(): Record<string, string | null> {
        return { runs: parameter('runs'), seed: parameter('seed'), against: parameter('against'), creditPrice: parameter('creditPrice') };
    }

    private controls(): TemplateResult {
        const runs = parameter('runs') ?? String(USUAL_RUNS);
        const against = parameter('against') ?? '';
        return html`<label class="choice"
                >${t('runs')}
                <select id="runs" @change=${(event: Event) => choose({ runs: chosenIn(event) === String(USUAL_RUNS) ? null : chosenIn(event) })}>
                    ${RUNS.map(each => html`<option value=${each} .selected=${String(each) === runs}>${format.count(each)}</option>`)}
                </select></label
            ><label class="choice"
                >${t('against')}
                <select id="against" @change=${(event: Event) => choose({ against: chosenIn(event) })}>
                    <option value="" .selected=${against === ''}>${t('nobody')}</option>
                    ${this.scenarios
                        .filter(each => each.id !== this.scenario.id)
                        .map(each => html`<option value=${each.id} lang=${languageOf(named(each.name))} .selected=${each.id === against}>${named(each.name)}</option>`)}
                </select></label
            >`;
    }

    private headline(all: Uncertainty): Tile[] {
        const metricOf = (id: string): string => words(this.projection.answer?.targets?.find((each: Standing) => each.targetId === id)?.metric ?? id);
        const off = all.firstYearOffTrack ?? null;
        return [
            ...all.targets.map(each => ({
                id: `probability-${each.targetId}`,
                title: t('probability', { metric: metricOf(each.targetId), year: each.year }),
                value: each.probability == null ? null : { text: format.share(each.probability) ?? '', unit: '' },
                note: t('inRuns', { runs: format.count(all.runs) }),
            })),
            { id: 'first-off-track', title: t('firstOff'), value: off === null ? null : { text: String(off), unit: '' }, note: t(off === null ? 'never' : 'firstOffNote') },
            creditsTile(all),
            ...(all.probabilityBelowOther == null
                ? []
                : [
                      {
                          id: 'below-other',
                          title: t('below', { other: named(this.scenarios.find(each => each.id === parameter('against'))?.name ?? '') }),
                          value: { text: format.share(all.probabilityBelowOther) ?? '', unit: '' },
                          note: t('belowNote', { year: all.comparedYear ?? '–' }),
                      },
                  ]),
        ];
    }

    private tornado(all: Uncertainty): TemplateResult {
        const nameOf = namesOf(this.document.answer);
        const inputs = all.sensitivities.map(each => ({ ...each, name: inputName(each.input, nameOf) }));
        return html`${chart(t('tornadoLabel'), ground => tornadoDrawing(ground, inputs.slice(0, TOLD_INPUTS)), 'tall')}
            <p class="notes">${t('tornadoNote')}</p>
            ${folded(
                table(
                    { caption: t('tornado'), quietCaption: true },
                    [
                        { head: t('input'), cell: (row: (typeof inputs)[number]) => row.name },
                        { head: t('correlation'), numeric: true, cell: row => figure(format.difference(row.rankCorrelation), t('unknown')) },
                        { head: t('share'), numeric: true, cell: row => figure(format.preciseShare(row.share), t('unknown')) },
                    ],
                    inputs,
                ),
            )}`;
    }
}

function creditsTile(all: Uncertainty): Tile {
    const needed = all.creditsNeededTonnes;
    const paid = (value: format.Amount): string => format.joined(money(value, all.creditPrice?.currency ?? '')) ?? '–';
    return {
        id: 'credits',
        title: t('credits'),
        value: format.mass(needed?.p50),
        note:
            needed == null
                ? t('noCredits')
                : t('creditsNote', {
                      low: format.joined(format.mass(needed.p10)) ?? '–',
                      high: format.joined(format.mass(needed.p90)) ?? '–',
                      cost: paid(all.creditsCost?.p50),
                      costLow: paid(all.creditsCost?.p10),
                      costHigh: paid(all.creditsCost?.p90),
                  }),
    };
}

function fan(all: Uncertainty, projection: Projection | null): TemplateResult {
    return html`${chart(
        t('fanLabel'),
        ground =>
            fanDrawing(ground, {
                bands: bands(all.years, year => year.grossTonnes),
                projected: all.years.map(year => projection?.years.find(each => each.year === year.year)?.grossTonnes),
                target: all.years.map(year => projection?.years.find(each => each.year === year.year)?.targetTonnes),
                colour: ground.palette('scope-2'),
                unit: format.tonnes(),
                axis: format.axis,
                written: value => format.joined(format.mass(value)),
            }),
        'tall',
    )}
    ${folded(table({ caption: t('fan'), quietCaption: true }, [yearColumn(), ...quantiles(t('gross'), year => year.grossTonnes), ...quantiles(t('scope12'), year => year.scope12Tonnes), ...quantiles(t('scope3'), year => year.scope3Tonnes)], all.years))}`;
}

function renewable(all: Uncertainty, projection: Projection | null): TemplateResult {
    return html`${chart(t('renewableLabel'), ground =>
        fanDrawing(ground, {
            bands: bands(all.years, year => year.renewableShare),
            projected: all.years.map(year => projection?.years.find(each => each.year === year.year)?.renewableShare),
            target: all.years.map(year => projection?.years.find(each => each.year === year.year)?.targetRenewableShare),
            colour: ground.palette('renewable'),
            unit: '',
            axis: format.axisShare,
            written: format.share,
            max: 1,
        }),
    )}
    ${folded(table({ caption: t('renewable'), quietCaption: true }, [yearColumn(), ...quantiles('', year => year.renewableShare, format.preciseShare, '')], all.years))}`;
}

function offTrack(all: Uncertainty): TemplateResult {
    return html`${chart(t('offTrackLabel'), ground => offTrackDrawing(ground, all.years), 'tall')}
    <p class="notes">${t('offTrackNote')}</p>
    ${folded(
        table<UncertainYear>(
            { caption: t('offTrack'), quietCaption: true },
            [
                yearColumn(),
                { head: t('above'), numeric: true, cell: row => figure(format.preciseShare(row.offTrack), t('noPath')) },
                { head: t('first'), numeric: true, cell: row => figure(format.preciseShare(row.firstOffTrack), t('noPath')) },
            ],
            all.years,
        ),
    )}`;
}

function how(all: Uncertainty): TemplateResult {
    const unseen = all.calibration?.unseen?.find(each => each.company === 'ALL');
    const by = all.calibration?.byCompany;
    return html`<ul class="plain">
        <li>${t('seed', { runs: format.count(all.runs), seed: all.seed })}</li>
        ${all.creditPrice === undefined
            ? nothing
            : html`<li>${t('price', { price: format.joined(money(all.creditPrice.expected, all.creditPrice.currency ?? '')) ?? '–' })} ${verbatim(all.creditPrice.source ?? '')}</li>`}
        ${all.baseYear === undefined
            ? nothing
            : html`<li>${t('base', { simulated: format.share(all.baseYear.simulated) ?? '–', closedForm: format.share(all.baseYear.closedForm) ?? '–' })}</li>`}
        ${unseen === undefined
            ? nothing
            : html`<li id="bands-unseen">
                  ${t('unseen', { share: format.share(unseen.insideShare) ?? '–', n: unseen.n, byCompany: format.share(by?.insideShare) ?? '–', companies: by?.n ?? '–' })}
              </li>`}
        ${(all.sources ?? []).map(each => html`<li>${verbatim(each)}</li>`)}
    </ul>`;
}

function yearColumn(): Column<UncertainYear> {
    return { head: t('year'), cell: row => String(row.year) };
}

function quantiles(
    name: string,
    of: (year: UncertainYear) => Quantiles | undefined,
    write: (value: format.Amount) => string | null = format.amount,
    unit = format.tonnes(),
): Column<UncertainYear>[] {
    return (['p10', 'p50', 'p90'] as const).map(each => ({
        head: `${name} ${each.toUpperCase()}`.trim(),
        unit: unit === '' ? undefined : unit,
        numeric: true,
        cell: row => figure(write(of(row)?.[each]), t('unknown')),
    }));
}

customElements.define('nz-roadmap-uncertainty', UncertaintyView);
