import { html, nothing, type TemplateResult } from 'lit';
import { choose, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { translated, verbatim } from '../../parts/apiText';
import { chart } from '../../parts/chart';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Query } from '../../parts/query';
import { folded, table } from '../../parts/table';
import { View } from './address';
import { costDrawing, logarithmic, savingsDrawing } from './costDrawing';
import { currencyName } from './money';
import { namesOf } from './names';
import './plan';
import type { AbatementCosts, Saving, Scenario, Step } from './shapes';

const t = dictionary(
    {
        title: 'What a tonne costs',
        label: 'Cost of a tonne by lever, the cheapest first, each bar as wide as the tonnes it takes off over all years. The figures are in the table below.',
        none: 'No lever of this scenario has a cost and takes anything off.',
        lever: 'Lever',
        cost: 'Cost of a tonne',
        present: 'Present cost',
        tonnes: 'Taken off, all years',
        reckoning: 'Equation',
        rate: 'Discount rate',
        unknown: 'not known',
        savings: 'Measures that save money',
        savingsLead: 'Their present cost is zero or less. They are not ranked by the tonne, by which a smaller cut would look better.',
        savingsLabel: 'Net present value by lever. The figures are in the table below.',
        noSavings: 'No lever of this scenario saves money at this discount rate.',
        value: 'Net present value',
        notRanked: 'Not ranked',
        log: 'The scale of the cost is logarithmic: each line is ten times the one below.',
        width: 'The narrowest bars are drawn as lines.',
    },
    {
        title: '每吨减排成本',
        label: '各措施的每吨成本，从低到高排列，柱宽为各年合计减排吨数。数据见下表。',
        none: '该情景没有同时具备成本和减排量的措施。',
        lever: '措施',
        cost: '每吨成本',
        present: '现值成本',
        tonnes: '各年合计减排',
        reckoning: '算式',
        rate: '折现率',
        unknown: '未知',
        savings: '省钱的措施',
        savingsLead: '这些措施的现值成本为零或为负。不按每吨成本排序，否则减排越少反而显得越好。',
        savingsLabel: '各措施的净现值。数据见下表。',
        noSavings: '在该折现率下，没有省钱的措施。',
        value: '净现值',
        notRanked: '未排序',
        log: '成本采用对数刻度：每条线是下一条的十倍。',
        width: '最窄的柱以线表示。',
    },
);

const PERCENT = 100;
const ASSUMED_RATE = 0.08;

/** How the API says that a tonne's cost comes about. */
const RULE_IN_CHINESE =
    '现值成本 = 各年之和：（决策或更新部分的投资，计于见效前的提前期，加运行费用 × 投用比例）÷ (1 + 折现率)^距基准年的年数，再减去末年之后各年的年金；每吨成本 = 现值成本 ÷ 实际减排吨数（按沙普利值分摊，不折现）。';

/** What levers cost by the tonne, and the cheapest way to keep the targets. */
class Costs extends View {
    private readonly costs = new Query<AbatementCosts>(this, () => this.path('abatement-costs', { discountRate: parameter('rate') }), { on: ['projection'] });
    private readonly document = new Query<Scenario>(this, () => this.path('', { asOf: null }), { on: ['projection'] });

    protected override render(): TemplateResult {
        const nameOf = namesOf(this.document.answer);
        const saved = { path: this.path('abatement-costs', { discountRate: parameter('rate') }), name: this.fileName('abatement-costs') };
        return html`${panel({ id: 'abatement-costs', title: t('title'), wide: true, controls: this.rate(), saved }, this.costs, costs => curve(costs, nameOf))}
            ${panel({ id: 'savings', title: t('savings'), wide: true, saved }, this.costs, costs => savings(costs, nameOf))}
            <nz-roadmap-plan class="page wide" .scenario=${this.scenario} .scenarios=${this.scenarios}></nz-roadmap-plan>`;
    }

    private rate(): TemplateResult {
        const rate = Number(parameter('rate') ?? this.costs.answer?.discountRate ?? ASSUMED_RATE);
        return html`<label class="choice"
            >${t('rate')}
            <span class="input short"
                ><input
                    id="rate"
                    type="number"
                    min="0"
                    max="100"
                    step="any"
                    .value=${String(Number((rate * PERCENT).toPrecision(6)))}
                    @change=${(event: Event) => {
                        const text = (event.target as HTMLInputElement).value;
                        choose({ rate: text === '' ? null : String(Number(text) / PERCENT) });
                    }}
                />
                %</span
            ></label
        >`;
    }
}

function curve(costs: AbatementCosts, nameOf: (id: string) => string): TemplateResult {
    const { curve: steps, notRanked } = costs;
    return html`${steps.length === 0
        ? html`<p class="muted" id="no-curve">– ${t('none')}</p>`
        : html`${chart(t('label'), ground => costDrawing(ground, steps, nameOf), 'tall')}
              <p class="notes">${logarithmic(steps) ? t('log') : nothing} ${t('width')}</p>
              ${folded(table({ caption: t('title'), quietCaption: true }, stepColumns(nameOf), steps))}`}
    ${notRanked.length === 0
        ? nothing
        : html`<h3 class="spaced">${t('notRanked')}</h3>
              <ul class="plain" id="not-ranked">
                  ${notRanked.map(each => html`<li><strong>${nameOf(each.leverId)}</strong>: ${verbatim(each.reason)}</li>`)}
              </ul>`}
    ${costs.rule === undefined ? nothing : html`<p class="notes">${translated(RULE_IN_CHINESE, costs.rule)}</p>`}`;
}

function stepColumns(nameOf: (id: string) => string) {
    return [
        { head: t('lever'), cell: (row: Step) => nameOf(row.leverId) },
        { head: t('cost'), numeric: true, cell: (row: Step) => figure(format.amount(row.costPerTonne), t('unknown'), `${currencyName(row.currency)}/t`) },
        { head: t('present'), numeric: true, cell: (row: Step) => figure(format.amount(row.presentCost), t('unknown'), currencyName(row.currency)) },
        { head: t('tonnes'), unit: format.tonnes(), numeric: true, cell: (row: Step) => figure(format.amount(row.tonnes), t('unknown')) },
        { head: t('reckoning'), cell: (row: Step) => html`<code>${row.presentCostEquation ?? ''}</code><br /><code>${row.equation ?? ''}</code>` },
    ];
}

function savings(costs: AbatementCosts, nameOf: (id: string) => string): TemplateResult {
    const all = costs.savings;
    if (all.length === 0) {
        return html`<p class="muted">${t('noSavings')}</p>`;
    }
    return html`<p class="muted">${t('savingsLead')}</p>
        ${chart(t('savingsLabel'), ground => savingsDrawing(ground, all, nameOf), 'low')}
        ${folded(
            table(
                { caption: t('savings'), quietCaption: true },
                [
                    { head: t('lever'), cell: (row: Saving) => nameOf(row.leverId) },
                    { head: t('value'), numeric: true, cell: row => figure(format.amount(row.netPresentValue), t('unknown'), currencyName(row.currency)) },
                    { head: t('tonnes'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(row.tonnes), t('unknown')) },
                    { head: t('reckoning'), cell: row => html`<code>${row.presentCostEquation ?? ''}</code>` },
                ],
                all,
            ),
        )}`;
}

customElements.define('nz-roadmap-costs', Costs);
