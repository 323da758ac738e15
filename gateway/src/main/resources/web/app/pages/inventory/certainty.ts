import { html, nothing, type TemplateResult } from 'lit';
import { choose, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { shareBar } from '../../parts/bars';
import { chosenIn } from '../../parts/choice';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { figuresOf } from '../../parts/scopes';
import { type Column, table } from '../../parts/table';
import { address } from './basis';
import { SHARED } from './shared';
import { basisTable, gasTable, qualityPart } from './makeup';
import { named } from './methods';
import type { Inventory, Uncertainty, UncertaintyLine } from './shapes';

const t = dictionary(
    {
        uncertainty: 'Uncertainty',
        method: 'Scope 2',
        quality: 'How the data came to be known',
        gases: 'Gases',
        basis: 'Warming potentials behind the figures',
        line: 'Line',
        emissions: 'Emissions',
        covered: 'Known for',
        coveredUnit: 'of the emissions',
        width: 'Half-width, 95 %',
        relative: 'of what is known',
        score: 'Data quality',
        scoreUnit: '1 best, 5 worst',
        widthUnknown: 'no uncertainty is on file',
        scoreUnknown: 'not scored',
        noFigure: 'no figure',
        caption: 'Uncertainty by scope and category',
        simulated: 'Drawn {runs} times, what is covered of the total lies between {lower} and {upper} with 95 % confidence; the mean is {mean}.',
        notSimulated: 'Nothing of the total is covered, so it was not simulated. Give records and own factors an uncertainty (the column “uncertainty” of their imports).',
        today: 'From today’s records; the stored version {version} keeps that of its own total.',
    },
    {
        uncertainty: '不确定性',
        method: '范围二',
        quality: '数据来源构成',
        gases: '温室气体',
        basis: '所用 GWP 值',
        line: '项目',
        emissions: '排放量',
        covered: '已知部分',
        coveredUnit: '占排放量',
        width: '半宽，95 %',
        relative: '占已知部分',
        score: '数据质量',
        scoreUnit: '1 最好，5 最差',
        widthUnknown: '没有不确定性数据',
        scoreUnknown: '未评分',
        noFigure: '没有数据',
        caption: '按范围和类别的不确定性',
        simulated: '模拟 {runs} 次，总量中已知部分以 95 % 置信度介于 {lower} 与 {upper} 之间，均值为 {mean}。',
        notSimulated: '总量中没有已知不确定性的部分，因此未做模拟。请为记录和自有因子填写不确定性（导入文件的“uncertainty”列）。',
        today: '按当前记录计算；已存版本 {version} 保留其自身总量的不确定性。',
    },
);

/** How well the figures are known: uncertainty, provenance, gases and potentials. */
class Certainty extends Part {
    static override properties = { inventory: SHARED };

    declare inventory: Query<Inventory>;

    private readonly uncertainty = new Query<Uncertainty>(this, () => this.address(), { on: ['inventory'] });

    protected override render(): TemplateResult {
        return html`${panel(
            {
                id: 'uncertainty',
                title: t('uncertainty'),
                wide: true,
                controls: this.controls(),
                saved: { path: this.address(), name: `uncertainty-${this.inventory.answer?.period ?? ''}` },
            },
            this.uncertainty,
            answer => show(answer, figuresOf(this.inventory.answer)?.unknown ?? []),
        )}
        ${panel({ id: 'data-quality', title: t('quality') }, this.inventory, inventory => qualityPart(inventory.dataQuality ?? {}))}
        <div class="stack">
            ${panel({ id: 'gases', title: t('gases') }, this.inventory, gasTable)} ${panel({ id: 'basis', title: t('basis') }, this.inventory, basisTable)}
        </div>`;
    }

    private get method(): string {
        return parameter('method') === 'MARKET_BASED' ? 'MARKET_BASED' : 'LOCATION_BASED';
    }

    /** It is calculated from today's records, so no version goes along. */
    private address(): string {
        const [path = '', query] = address('/api/emissions/inventory/uncertainty', { method: this.method }).split('?');
        const all = new URLSearchParams(query);
        all.delete('version');
        return `${path}?${all.toString()}`;
    }

    private controls(): TemplateResult {
        return html`<label class="choice"
            >${t('method')}
            <select id="uncertainty-method" @change=${(event: Event) => choose({ method: chosenIn(event) })}>
                ${['LOCATION_BASED', 'MARKET_BASED'].map(each => html`<option value=${each} .selected=${each === this.method}>${words(each)}</option>`)}
            </select></label
        >`;
    }
}

function show(uncertainty: Uncertainty, unknown: readonly string[]): TemplateResult {
    const { simulated, storedVersion } = uncertainty;
    const mass = (kilograms: format.Amount): string => format.joined(format.mass(format.tonnesOf(kilograms))) ?? '–';
    return html`${table({ caption: t('caption'), quietCaption: true }, columns(unknown), uncertainty.lines, row => (row.scope === 'TOTAL' ? 'total' : row.category ? 'category' : ''))}
        <ul class="notes">
            <li>
                ${simulated
                    ? t('simulated', { runs: format.count(simulated.runs), lower: mass(simulated.lowerKgCo2e), upper: mass(simulated.upperKgCo2e), mean: mass(simulated.meanKgCo2e) })
                    : `– ${t('notSimulated')}`}
            </li>
            ${storedVersion ? html`<li>${t('today', { version: storedVersion })}</li>` : nothing}
        </ul>`;
}

/** @param unknown scopes of which nothing is calculated, whose 0 is no figure */
function columns(unknown: readonly string[]): Column<UncertaintyLine>[] {
    return [
        { head: t('line'), cell: lineName },
        { head: t('emissions'), unit: format.tonnes(), numeric: true, cell: row => figure(unknown.includes(row.scope) ? null : format.amount(format.tonnesOf(row.kgCo2e)), t('noFigure')) },
        { head: t('covered'), unit: t('coveredUnit'), numeric: true, cell: row => html`<span class="difference">${shareBar(format.number(row.coveredShare))}<span>${figure(format.share(row.coveredShare), t('noFigure'))}</span></span>` },
        { head: t('width'), unit: format.tonnes(), numeric: true, cell: row => plusMinus(format.amount(format.tonnesOf(row.halfWidthKgCo2e)), t('widthUnknown')) },
        { head: t('width'), unit: t('relative'), numeric: true, cell: row => plusMinus(format.share(row.halfWidth), '') },
        { head: t('score'), unit: t('scoreUnit'), numeric: true, cell: row => figure(format.ratio(row.score), t('scoreUnknown')) },
    ];
}

function lineName(row: UncertaintyLine): string {
    if (row.category) {
        return words(row.category);
    }
    return named(row.scope, row.method);
}

function plusMinus(text: string | null, reason: string): TemplateResult {
    return figure(text === null ? null : `± ${text}`, reason);
}

customElements.define('nz-inventory-certainty', Certainty);
