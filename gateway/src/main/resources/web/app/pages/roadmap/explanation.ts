import { html, nothing, type TemplateResult } from 'lit';
import { choose, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { unit } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { chosenIn } from '../../parts/choice';
import { figure } from '../../parts/figure';
import { panel, section } from '../../parts/panel';
import type { Query } from '../../parts/query';
import { table } from '../../parts/table';
import { figureName } from './names';
import type { Equation, Explanation } from './shapes';

const t = dictionary(
    {
        title: 'Where a figure comes from',
        year: 'Year',
        figure: 'Figure',
        all: 'all figures',
        lead: 'Every figure of a year with its equation and the numbers in it. A number is an input, or the figure of another equation of the year.',
        choose: 'Choose a year to see its equations.',
        none: 'choose…',
        equation: 'Equation',
        numbers: 'Numbers',
        value: 'Value',
        unknown: 'not known',
        derivations: 'How growth rates came about',
        source: 'Source:',
    },
    {
        title: '数据的来由',
        year: '年份',
        figure: '指标',
        all: '全部指标',
        lead: '某一年的每个数据及其公式和数值。公式中的数值或为输入，或为同年另一公式的结果。',
        choose: '请选择年份以查看公式。',
        none: '请选择…',
        equation: '公式',
        numbers: '数值',
        value: '结果',
        unknown: '未知',
        derivations: '增长率的推导',
        source: '来源：',
    },
);

/** Every figure of a year the reader chooses, with its equation. */
export function explanation(query: Query<Explanation>, years: number[], pathOf: (year: string) => string, name: string): TemplateResult {
    const year = parameter('explain');
    const controls = html`<label class="choice"
            >${t('year')}
            <select id="explain-year" @change=${(event: Event) => choose({ explain: chosenIn(event), figure: null })}>
                <option value="" .selected=${year === null}>${t('none')}</option>
                ${years.map(each => html`<option value=${each} .selected=${String(each) === year}>${each}</option>`)}
            </select></label
        >${query.answer === null ? nothing : figureChoice(query.answer)}`;
    if (year === null) {
        return section({ id: 'explanation', title: t('title'), wide: true, controls }, html`<p class="muted">${t('lead')} ${t('choose')}</p>`);
    }
    return panel({ id: 'explanation', title: t('title'), wide: true, controls, saved: { path: pathOf(year), name: `${name}-${year}` } }, query, shown);
}

function figureChoice(answer: Explanation): TemplateResult {
    const names = [...new Set(answer.equations.map(each => each.figure))];
    const chosen = parameter('figure') ?? '';
    return html`<label class="choice"
        >${t('figure')}
        <select id="explain-figure" @change=${(event: Event) => choose({ figure: chosenIn(event) })}>
            <option value="" .selected=${chosen === ''}>${t('all')}</option>
            ${names.map(each => html`<option value=${each} .selected=${each === chosen}>${figureName(each)}</option>`)}
        </select></label
    >`;
}

function shown(answer: Explanation): TemplateResult {
    const chosen = parameter('figure');
    const equations = answer.equations.filter(each => chosen === null || each.figure === chosen);
    const derivations = answer.derivations ?? [];
    return html`<p class="muted">${t('lead')}</p>
        ${table(
            { caption: `${t('title')}, ${answer.year}`, quietCaption: true },
            [
                { head: t('figure'), cell: (row: Equation) => html`${figureName(row.figure)} <code class="comment">${row.figure}</code>` },
                { head: t('equation'), cell: row => html`<code>${row.formula}</code>${row.source === undefined ? nothing : html` <span class="comment">${t('source')} ${verbatim(row.source)}</span>`}` },
                { head: t('numbers'), cell: row => html`<span class="numbers">${row.numbers.map(each => html`<code>${each.symbol} = ${written(each.value)}</code> `)}</span>` },
                { head: t('value'), numeric: true, cell: row => figure(written(row.value), t('unknown'), unit(row.unit)) },
            ],
            equations,
        )}
        ${derivations.length === 0
            ? nothing
            : html`<h3 class="spaced">${t('derivations')}</h3>
                  <ul class="plain">
                      ${derivations.map(each => html`<li>${verbatim(each)}</li>`)}
                  </ul>`}`;
}

const EXACT_BELOW = 100;

/** Small numbers are factors, of which every digit counts. */
function written(value: Equation['value']): string | null {
    const size = format.number(value);
    if (size === null) {
        return null;
    }
    return Math.abs(size) < EXACT_BELOW ? String(Number(size.toPrecision(6))) : format.amount(size);
}
