import { html, nothing, type TemplateResult } from 'lit';
import { choose, parameter, route } from '../frame/route';

export interface Option {
    value: string;
    name: string;
}

/** A list to choose one of, kept in the address; the first option is what stands where the address says nothing. */
export function chooser(name: string, label: string, options: Option[], also: Record<string, null> = {}): TemplateResult {
    const chosen = chosenOf(name, options);
    return html`<label class="choice"
        >${label}
        <select
            id="choose-${name}"
            @change=${(event: Event) => choose({ ...also, [name]: (event.target as HTMLSelectElement).value })}
        >
            ${options.map(option => html`<option value=${option.value} .selected=${option.value === chosen}>${option.name}</option>`)}
        </select></label
    >`;
}

/** What the address chooses of some options, or the first of them. */
export function chosenOf(name: string, options: Option[]): string {
    const asked = parameter(name);
    return options.find(option => option.value === asked)?.value ?? options[0]?.value ?? '';
}

/** The parts of a page of which one is shown, as links. */
export function views(label: string, name: string, options: Option[]): TemplateResult {
    const chosen = chosenOf(name, options);
    return html`<nav class="views wide" aria-label=${label}>
        ${options.map(option => html`<a href=${addressOf(name, option.value)} aria-current=${option.value === chosen ? 'true' : nothing}>${option.name}</a>`)}
    </nav>`;
}

function addressOf(name: string, value: string): string {
    const { page, parameters } = route();
    const all = new URLSearchParams(parameters);
    all.set(name, value);
    return `#/${page}?${all}`;
}
