import { html, nothing, type TemplateResult } from 'lit';
import { choose, href, parameter, route } from '../frame/route';
import { languageOf } from './apiText';

export interface Option {
    value: string;
    name: string;
}

/** A list to choose one of, kept in the address; the first option is what stands where the address says nothing. */
export function chooser(name: string, label: string, options: Option[], also: Record<string, null> = {}): TemplateResult {
    const chosen = chosenOf(name, options);
    return html`<label class="choice"
        >${label}
        <select id="choose-${name}" @change=${(event: Event) => choose({ ...also, [name]: chosenIn(event) })}>
            ${options.map(option => html`<option value=${option.value} lang=${languageOf(option.name)} .selected=${option.value === chosen}>${option.name}</option>`)}
        </select></label
    >`;
}

/** What the address chooses of some options, or the first of them. */
export function chosenOf(name: string, options: Option[]): string {
    const asked = parameter(name);
    return options.find(option => option.value === asked)?.value ?? options[0]?.value ?? '';
}

const VIEW = 'view';

/** The views of a page of which one is shown, as links; the first is what stands where the address says nothing. */
export function views(label: string, options: Option[], addressOf: (view: string | null) => string = viewAddress): TemplateResult {
    const chosen = chosenOf(VIEW, options);
    return html`<nav class="views wide" aria-label=${label}>
        ${options.map(
            ({ value, name }, i) => html`<a href=${addressOf(i === 0 ? null : value)} aria-current=${value === chosen ? 'page' : nothing}>${name}</a>`,
        )}
    </nav>`;
}

/** The address of a view that keeps all else of this one. */
function viewAddress(view: string | null): string {
    const { page, parameters } = route();
    return href(page, { ...Object.fromEntries(parameters), [VIEW]: view });
}

/** What a list is set to. */
export function chosenIn(event: Event): string {
    return (event.target as HTMLSelectElement).value;
}
