import { html, nothing, type TemplateResult } from 'lit';
import type { Amount } from '../../language/format';
import { words } from '../../language/words';

interface Asked {
    required?: boolean;
    pattern?: string;
    hint?: string;
}

/** A line of a form. */
export function inputField(name: string, label: string, value: Amount, asked: Asked = {}): TemplateResult {
    return html`<label class="field"
        >${label}
        <input name=${name} .value=${String(value ?? '')} ?required=${asked.required ?? false} pattern=${asked.pattern ?? nothing} autocomplete="off" />
        ${asked.hint === undefined ? nothing : html`<span class="why">${asked.hint}</span>`}</label
    >`;
}

/** One of several codes. */
export function choice(name: string, label: string, codes: readonly string[], value: string | undefined): TemplateResult {
    return html`<label class="field"
        >${label}
        <select name=${name}>
            ${codes.map(code => html`<option value=${code} ?selected=${code === value}>${words(code)}</option>`)}
        </select></label
    >`;
}
