import { html, nothing, type TemplateResult } from 'lit';
import { choose, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { unit, words } from '../../language/words';
import { verbatim, violated } from '../../parts/apiText';
import { chosenIn } from '../../parts/choice';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Query } from '../../parts/query';
import { folded, table } from '../../parts/table';
import { View } from './address';
import { criterionName, inChinese, numberName, plainly } from './criterion';
import type { Checks, Criterion, NamedNumber, Statement, Verdict } from './shapes';
import { sentence } from './statements';

const t = dictionary(
    {
        title: 'Held against published rules',
        count: '{pass} passed, {fail} failed, {unknown} not known.',
        countNote: 'Not known means that the rule’s text, or a figure it needs, is not at hand; nothing is guessed.',
        show: 'Show',
        all: 'all',
        none: 'No criterion has this verdict.',
        equation: 'Equation and numbers',
        source: 'Source:',
        statements: 'Plain numbers, without a verdict',
        rules: 'Parameters of the rules ({n})',
        rule: 'Rule',
        version: 'Version',
        name: 'Parameter',
        value: 'Value',
        sourceHead: 'Source',
        unknown: 'not known',
        company: 'Company beside it',
        submission: 'Year of submission',
        price: 'Price of a credit',
        priceUnit: 'CNY a tonne',
        terms: 'What the checks assume',
        apply: 'Check',
        number: 'Number',
    },
    {
        title: '与公开规则核对',
        count: '通过 {pass} 项，未通过 {fail} 项，未知 {unknown} 项。',
        countNote: '“未知”表示缺少规则原文或所需数据；不做猜测。',
        show: '显示',
        all: '全部',
        none: '没有此类结果。',
        equation: '公式与数值',
        source: '来源：',
        statements: '关键数字（不作判定）',
        rules: '规则参数（{n} 项）',
        rule: '规则',
        version: '版本',
        name: '参数',
        value: '数值',
        sourceHead: '来源',
        unknown: '未知',
        company: '对照公司',
        submission: '提交年份',
        price: '碳信用价格',
        priceUnit: '元/吨',
        terms: '核对所用假设',
        apply: '核对',
        number: '数值名称',
    },
);

const VERDICTS: Verdict[] = ['FAIL', 'UNKNOWN', 'PASS'];

/** A scenario held against science-based targets, renewable paths, budgets and the rule of the net claim. */
class ChecksView extends View {
    private readonly checks = new Query<Checks>(this, () => this.path('checks', this.asked()), { on: ['projection'] });

    protected override render(): TemplateResult {
        const saved = { path: this.path('checks', this.asked()), name: this.fileName('checks') };
        return html`${panel({ id: 'checks', title: t('title'), wide: true, controls: this.shown(), saved }, this.checks, checks => this.criteria(checks))}
            ${panel({ id: 'checks-statements', title: t('statements') }, this.checks, statements)}
            ${panel({ id: 'checks-terms', title: t('terms') }, this.checks, checks => html`${this.terms()} ${rules(checks)}`)}`;
    }

    private asked(): Record<string, string | null> {
        return { company: parameter('company'), creditPrice: parameter('creditPrice'), submissionYear: parameter('submissionYear') };
    }

    private shown(): TemplateResult {
        const chosen = parameter('verdict') ?? '';
        return html`<label class="choice"
            >${t('show')}
            <select id="verdict" @change=${(event: Event) => choose({ verdict: chosenIn(event) })}>
                <option value="" .selected=${chosen === ''}>${t('all')}</option>
                ${VERDICTS.map(each => html`<option value=${each} .selected=${each === chosen}>${words(each)}</option>`)}
            </select></label
        >`;
    }

    private criteria(checks: Checks): TemplateResult {
        const verdict = parameter('verdict');
        const sorted = VERDICTS.flatMap(each => checks.criteria.filter(criterion => criterion.verdict === each)).filter(
            criterion => verdict === null || criterion.verdict === verdict,
        );
        return html`<p id="checks-count"><strong>${t('count', checks.count)}</strong> <span class="muted">${t('countNote')}</span></p>
            ${sorted.length === 0
                ? html`<p class="muted">${t('none')}</p>`
                : html`<ul class="checks">
                      ${sorted.map(criterionOf)}
                  </ul>`}`;
    }

    private terms(): TemplateResult {
        return html`<form
            class="fields"
            id="checks-form"
            novalidate
            @submit=${(event: Event) => {
                event.preventDefault();
                const given = new FormData(event.target as HTMLFormElement);
                const text = (name: string): string => String(given.get(name) ?? '').trim();
                choose({ company: text('company'), submissionYear: text('submissionYear'), creditPrice: text('creditPrice') });
            }}
        >
            ${this.field('company', t('company'), 'text', '')} ${this.field('submissionYear', t('submission'), 'number', '')}
            ${this.field('creditPrice', t('price'), 'number', t('priceUnit'))}
            <p class="field"><button type="submit">${t('apply')}</button></p>
        </form>`;
    }

    private field(name: string, label: string, type: 'text' | 'number', unitText: string): TemplateResult {
        const wrong = this.checks.problem?.violations.find(each => each.field === name);
        const id = `checks-${name}`;
        return html`<p class="field">
            <label for=${id}>${label}</label>
            <span class="input"
                ><input id=${id} name=${name} type=${type} step="any" .value=${parameter(name) ?? ''} aria-invalid=${wrong !== undefined} aria-describedby="${id}-wrong" /><span
                    class="unit"
                    >${unitText}</span
                ></span
            >
            <span class="wrong" id="${id}-wrong">${wrong === undefined ? nothing : violated(wrong)}</span>
        </p>`;
    }
}

function criterionOf(criterion: Criterion): TemplateResult {
    return html`<li class="check" id="check-${criterion.id}" data-verdict=${criterion.verdict}>
        <p>
            <span class="badge ${criterion.verdict.toLowerCase()}">${words(criterion.verdict)}</span>
            <strong>${criterionName(criterion.id)}</strong>
        </p>
        <p>${inChinese(criterion) ?? verbatim(plainly(criterion.statement))}</p>
        ${trace(criterion, inChinese(criterion) === null ? undefined : criterion.statement)}
    </li>`;
}

/** @param original the sentence of the API, where another one stands for it */
function trace({ id, equation, numbers, source }: { id?: string; equation?: string; numbers: NamedNumber[]; source?: string }, original?: string): TemplateResult {
    return folded(
        html`${original === undefined ? nothing : html`<p class="notes">${verbatim(original)}</p>`}${id === undefined ? nothing : html`<p><code>${id}</code></p>`}${equation === undefined || equation === '' ? nothing : html`<p><code>${equation}</code></p>`}
        ${numbers.length === 0
            ? nothing
            : table(
                  { caption: t('equation'), quietCaption: true },
                  [
                      { head: t('number'), cell: (row: NamedNumber) => html`${numberName(row.name) ?? nothing} <code>${row.name}</code>` },
                      { head: t('value'), numeric: true, cell: row => figure(row.unit === '1' ? format.preciseShare(row.value) : format.amount(row.value), t('unknown'), unit(row.unit)) },
                  ],
                  numbers,
              )}
        ${source === undefined ? nothing : html`<p class="notes">${t('source')} ${verbatim(source)}</p>`}`,
        t('equation'),
    );
}

function statements(checks: Checks): TemplateResult {
    return html`<ul class="checks single">
        ${checks.statements.map(
            (each: Statement) => html`<li class="check" id="said-${each.id}">
                <p>${verbatim(sentence(each))}</p>
                ${trace(each)}
            </li>`,
        )}
    </ul>`;
}

function rules(checks: Checks): TemplateResult {
    return folded(
        table(
            { caption: t('rules', { n: checks.rules.length }), quietCaption: true },
            [
                { head: t('rule'), cell: (row: Checks['rules'][number]) => html`<code>${row.rule}</code>` },
                { head: t('version'), cell: row => html`<code>${row.version}</code>` },
                { head: t('name'), cell: row => html`<code>${row.name}</code>` },
                { head: t('value'), numeric: true, cell: row => figure(format.recorded(row.value), t('unknown'), unit(row.unit)) },
                { head: t('sourceHead'), cell: row => html`<span class="comment">${verbatim(row.source)}</span>` },
            ],
            checks.rules,
        ),
        t('rules', { n: checks.rules.length }),
    );
}

customElements.define('nz-roadmap-checks', ChecksView);
