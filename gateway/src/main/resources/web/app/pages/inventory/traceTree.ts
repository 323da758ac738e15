import { html, nothing, type TemplateResult } from 'lit';
import { href } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { unit, words } from '../../language/words';
import { downloads, type Saved } from '../../parts/download';
import { verbatim } from '../../parts/apiText';
import type { Factor, Trace } from './shapes';
import { chemical, exact, inputName, inputText, stepName } from './traceWords';

const t = dictionary(
    {
        steps: 'Steps',
        factors: 'Factors behind it',
        result: 'Result',
        factor: 'Factor',
        value: 'Value',
        region: 'Region and validity',
        from: 'from {from}',
        until: '{from} to {to}',
        version: 'Version',
        publisher: 'Publisher',
        source: 'Source',
        licence: 'Licence',
        confidence: 'How it was read',
        notes: 'Notes',
        notStated: 'not stated',
        noFactor: 'No factor of the library stands behind it: the figure was taken over as stated.',
        unreadable: 'Not in the library, or could not be read: {factors}.',
        per: '{value} {unit} {gas} per {per}',
    },
    {
        steps: '计算步骤',
        factors: '所用因子',
        result: '结果',
        factor: '因子',
        value: '数值',
        region: '地区和有效期',
        from: '自 {from}',
        until: '{from} 至 {to}',
        version: '版本',
        publisher: '发布机构',
        source: '来源',
        licence: '许可',
        confidence: '读取方式',
        notes: '说明',
        notStated: '未说明',
        noFactor: '没有使用因子库中的因子：该数据按披露值采用。',
        unreadable: '因子库中没有或无法读取：{factors}。',
        per: '每 {per} {gas} {value} {unit}',
    },
);

/** The factors that a trace names. */
export function factorIds(trace: Trace): string[] {
    const found = new Set<string>();
    const look = (step: Trace): void => {
        if (step.step === 'factor') {
            found.add(step.output);
        }
        step.children.forEach(look);
    };
    look(trace);
    return [...found];
}

/** Why a figure is what it is, from the result down to what was recorded, and the factors behind it. */
export function traceTree(trace: Trace, factors: readonly (Factor | null)[], saved: Saved): TemplateResult {
    const known = factors.filter(each => each !== null);
    return html`<div class="traced" id="trace">
        <div>
            <h3>${t('steps')}</h3>
            <ol class="trace">
                ${step(trace)}
            </ol>
            <p class="pager">${downloads(saved)}</p>
        </div>
        <div>
            <h3>${t('factors')}</h3>
            ${known.map(factorCard)} ${factorIds(trace).length === 0 ? html`<p class="muted">${t('noFactor')}</p>` : nothing}
            ${factors.some(each => each === null) ? html`<p class="muted">${t('unreadable', { factors: factorIds(trace).filter(id => known.every(each => each.id !== id)).join(', ') })}</p>` : nothing}
        </div>
    </div>`;
}

function step(trace: Trace): TemplateResult {
    const inputs = Object.entries(trace.inputs);
    return html`<li>
        <p class="step"><span>${verbatim(stepName(trace.step))}</span> <strong>${verbatim(exact(trace.output))}</strong></p>
        <p class="formula">${verbatim(trace.formula)}</p>
        ${inputs.length === 0
            ? nothing
            : html`<dl class="inputs">${inputs.map(([name, value]) => html`<div><dt>${verbatim(inputName(name))}</dt><dd>${verbatim(inputText(name, value))}</dd></div>`)}</dl>`}
        ${trace.children.length === 0 ? nothing : html`<ol class="trace">${trace.children.map(step)}</ol>`}
    </li>`;
}

function factorCard(factor: Factor): TemplateResult {
    const line = (name: string, value: unknown): TemplateResult =>
        html`<div><dt>${name}</dt><dd>${value === null || value === undefined || value === '' ? html`<span class="why">– ${t('notStated')}</span>` : value}</dd></div>`;
    const values = factor.gases.map(gas => t('per', { value: exact(String(gas.value)), unit: unit(gas.unit), gas: gas.gas === 'CO2e' ? '' : chemical(gas.gas), per: unit(gas.per) }).replace(/ {2,}/g, ' '));
    return html`<dl class="inputs factor">
        ${line(t('factor'), html`<strong>${verbatim(factor.name ?? factor.id)}</strong> <a class="record why" href=${href('data', { tab: 'factors', factor: factor.id })}>${factor.id}</a>`)}
        ${line(t('value'), html`${values.map(each => html`<span class="line">${each}</span>`)}`)}
        ${line(t('region'), `${factor.region}, ${words(factor.purpose)}, ${validity(factor)}`)} ${line(t('version'), factor.version)}
        ${line(t('publisher'), given(factor.publisher))} ${line(t('source'), given(factor.source))} ${line(t('licence'), given(factor.licence))}
        ${line(t('confidence'), given(factor.confidence))} ${factor.notes ? line(t('notes'), verbatim(factor.notes)) : nothing}
    </dl>`;
}

function given(text: string | null | undefined): unknown {
    return text ? verbatim(text) : text;
}

function validity(factor: Factor): string {
    const from = format.date(factor.validFrom) ?? '–';
    return factor.validTo ? t('until', { from, to: format.date(factor.validTo) ?? '–' }) : t('from', { from });
}
