import { html, nothing, type TemplateResult } from 'lit';
import type { Problem, Violation } from '../api/api';
import { chineseTables, dictionary, language } from '../language/language';
import { colon } from '../language/words';

const t = dictionary({ original: 'Original text' }, { original: '原文' });

const HAN = /\p{Script=Han}/gu;
/** What is more than a unit or a short form. */
const WORD = /\p{Script=Latin}*\p{Ll}{3}\p{Script=Latin}*/gu;
/** So many characters of Chinese say about as much as a word of English. */
const HAN_A_WORD = 2;

/**
 * A text that nobody translated, of the API or of whoever recorded it, marked with its language where that is not the one of the page,
 * so that a screen reader reads it as what it is.
 */
export function verbatim(text: string): TemplateResult | string {
    const of = languageOf(text);
    return of === nothing ? text : html`<span lang=${of}>${text}</span>`;
}

/** The language of such a text, for an element that holds nothing else; nothing where it is that of the page. */
export function languageOf(text: string): 'en' | 'zh-CN' | typeof nothing {
    const [han, words] = [HAN, WORD].map(each => text.match(each)?.length ?? 0) as [number, number];
    const of = han > HAN_A_WORD * words ? 'zh' : words > 0 ? 'en' : language();
    return of === language() ? nothing : of === 'zh' ? 'zh-CN' : 'en';
}

/** The same in Chinese where that is known, with the original to be unfolded. */
export function translated(chinese: string | undefined, original: string): TemplateResult | string {
    return language() !== 'zh' || chinese === undefined ? verbatim(original) : html`${chinese} ${originalText(verbatim(original))}`;
}

/** What the API said itself, each text of it `verbatim`. */
export function originalText(original: unknown): TemplateResult {
    return html`<details class="original"><summary>${t('original')}</summary><div>${original}</div></details>`;
}

/** What a finding of this code means, in Chinese; nothing for readers of English, who read the finding itself. */
export function meaningOf(code: string): string | undefined {
    return chineseTables()?.CHINESE_FINDINGS[code];
}

/** What was refused. */
export function refused({ title }: Problem): TemplateResult {
    return html`<strong>${verbatim(title)}${language() === 'zh' ? '。' : '.'}</strong>`;
}

/** What was refused, and why. */
export function refusal(problem: Problem): TemplateResult {
    return html`${refused(problem)} ${verbatim(problem.detail)}`;
}

/** What is wrong with a field or a row. */
export function violated({ code, message }: Pick<Violation, 'code' | 'message'>): unknown {
    const chinese = chineseTables()?.CHINESE_REFUSALS[code];
    return chinese === undefined ? verbatim(message) : html`${chinese}${colon()}${verbatim(message)}`;
}
