import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../language/format';
import { dictionary } from '../language/language';
import { colon, comma, words } from '../language/words';
import { meaningOf, originalText, verbatim } from './apiText';

const t = dictionary(
    {
        none: 'No findings.',
        more: '{count} of this kind',
        of: 'About: ',
        andOthers: ' and others, {count} in all',
        error: 'Error',
        warning: 'Warning',
        note: 'Note',
        open: 'Open',
    },
    {
        none: '没有发现问题。',
        more: '此类共 {count} 项',
        of: '涉及：',
        andOthers: '等，共 {count} 个',
        error: '错误',
        warning: '警告',
        note: '提示',
        open: '未解决',
    },
);

/** What a calculation found that an assurer would ask about. */
export interface Finding {
    code: string;
    subject?: string | null;
    message: string;
    severity?: 'NOTE' | 'WARNING' | 'ERROR' | null;
}

const UNFOLDED = 2;
const SUBJECTS = 6;
/** A code, or one of the few subjects that are neither that nor an id. */
const CODE = /\b(?:[A-Z]+(?:_[A-Z0-9]+)+|[A-Z]{4,})\b|^(?:screening|path|group)$/g;

/** Findings by their code, the gravest first; of many of one kind the first are shown and the others unfold. */
export function findings(all: readonly Finding[], none = t('none')): TemplateResult {
    if (all.length === 0) {
        return html`<p class="muted">${none}</p>`;
    }
    const byCode = new Map<string, Finding[]>();
    for (const finding of all) {
        byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding]);
    }
    return html`<ul class="findings">
        ${[...byCode.values()].sort((a, b) => gravity(a[0]) - gravity(b[0])).map(kind)}
    </ul>`;
}

/** The place among others: errors, what is open otherwise, and notes. */
function gravity({ severity: of }: Finding): number {
    return of === 'ERROR' ? 0 : of === 'NOTE' ? 2 : 1;
}

/** How grave a finding is, in words. */
export function severity(finding: { severity?: string | null }): TemplateResult {
    const grave = (finding.severity ?? 'open').toLowerCase() as 'error' | 'warning' | 'note' | 'open';
    return html`<span class="badge">${t(grave)}</span>`;
}

function kind(same: Finding[]): TemplateResult {
    const first = same[0];
    const rest = same.slice(UNFOLDED);
    const meaning = meaningOf(first.code);
    return html`<li class=${first.severity === 'NOTE' ? 'note' : 'open'}>
        <p class="finding-head">
            ${severity(first)} <strong>${words(first.code)}</strong>
            ${same.length > 1 ? html`<span class="muted">${t('more', { count: format.count(same.length) })}</span>` : nothing}
        </p>
        ${meaning === undefined ? nothing : html`<p>${meaning}</p>`}
        ${meaning === undefined ? same.slice(0, UNFOLDED).map(one) : subjects(same)}
        ${meaning === undefined
            ? rest.length === 0
                ? nothing
                : html`<details class="folded">
                      <summary>+ ${format.count(rest.length)}</summary>
                      ${rest.map(one)}
                  </details>`
            : originalText(same.map(one))}
    </li>`;
}

/** What findings of one kind are about, where their own sentences are folded away. */
function subjects(same: readonly Finding[]): TemplateResult | typeof nothing {
    const all = [...new Set(same.map(each => each.subject ?? '').filter(each => each !== ''))];
    const shown = all.slice(0, SUBJECTS).map(subject => verbatim(subject.replace(CODE, words)));
    return all.length === 0
        ? nothing
        : html`<p class="muted">
              ${t('of')}${shown.map((each, i) => html`${i === 0 ? nothing : comma()}${each}`)}${all.length > SUBJECTS ? t('andOthers', { count: format.count(all.length) }) : nothing}
          </p>`;
}

function one(finding: Finding): TemplateResult {
    return html`<p>${finding.subject ? html`<span class="muted">${verbatim(finding.subject)}${colon()}</span>` : nothing}${verbatim(finding.message)}</p>`;
}
