import { html, nothing, type TemplateResult } from 'lit';
import type { Violation } from '../../api/api';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { violated } from '../../parts/apiText';
import type { Evidence, Scenario } from './shapes';

const t = dictionary(
    {
        field: '{field}, {of}',
        provenance: 'Provenance',
        source: 'Source',
        evidence: 'Evidence',
        none: 'none',
        remove: 'Remove',
        removeNamed: 'Remove {name}',
        removed: '“{name}” is removed. Undo brings it back.',
    },
    {
        field: '{field}，{of}',
        provenance: '数据来源',
        source: '出处',
        evidence: '依据',
        none: '无',
        remove: '移除',
        removeNamed: '移除 {name}',
        removed: '已移除“{name}”，可撤销。',
    },
);

export const PROVENANCES = ['MEASURED', 'INVOICED', 'STATED', 'DERIVED', 'ESTIMATED', 'DEFAULTED'];
export const PERCENT = 100;
const DIGITS = 10;

/** How a scenario is changed where it is shown. */
export interface Edit {
    /** @param said once it is stored */
    change: (change: (scenario: Scenario) => void, said?: string) => void;
    /** What was wrong with what the reader did last. */
    violations: Violation[];
    /** The paths at which what is wrong is told, so that the rest is told elsewhere. */
    told: Set<string>;
    /** Of scope 3, as the inventory names them. */
    categories: string[];
    /** Of the costs that are stated. */
    currency: string;
}

interface Named {
    /** As the API names it, such as `levers[0].cost.capital`. */
    path: string;
    label: string;
    /** What it belongs to, for those who hear the page. */
    of: string;
    /** Of the element; that of the path unless said. */
    id?: string;
    /** Where else the API tells what is wrong with it. */
    also?: string;
}

export interface NumberField extends Named {
    unit?: string;
    value: number | undefined;
    /** What is shown of the API's value: shares in percent, money in millions. */
    factor?: number;
    set: (scenario: Scenario, value: number | undefined) => void;
}

export interface TextField extends Named {
    value: string | undefined;
    /** In several lines. */
    long?: boolean;
    set: (scenario: Scenario, value: string | undefined) => void;
}

export interface ChoiceField extends Named {
    value: string | undefined;
    options: [value: string, name: string][];
    /** May say nothing, under this name. */
    nothing?: string;
    set: (scenario: Scenario, value: string | undefined) => void;
}

/** A number in its field; leaving it stores it. */
export function numberField(edit: Edit, field: NumberField): TemplateResult {
    return fieldOf(edit, field, field.unit, described => html`<input
        id=${idOf(field)}
        type="number"
        step="any"
        inputmode="decimal"
        data-path=${field.path}
        .value=${String(shownValue(field) ?? '')}
        aria-label=${nameOf(field)}
        aria-invalid=${described !== null}
        aria-describedby=${described ?? nothing}
        @change=${(event: Event) => {
            const text = (event.target as HTMLInputElement).value;
            const value = text === '' ? undefined : apiValue(Number(text), field.factor);
            edit.change(scenario => field.set(scenario, value));
        }}
    />`);
}

/** A text in its field; none where it is left empty. */
export function textField(edit: Edit, field: TextField): TemplateResult {
    const changed = (event: Event): void => {
        const text = (event.target as HTMLInputElement | HTMLTextAreaElement).value.trim();
        edit.change(scenario => field.set(scenario, text === '' ? undefined : text));
    };
    return fieldOf(edit, field, undefined, described =>
        field.long
            ? html`<textarea
                  id=${idOf(field)}
                  rows="4"
                  data-path=${field.path}
                  .value=${field.value ?? ''}
                  aria-label=${nameOf(field)}
                  aria-invalid=${described !== null}
                  aria-describedby=${described ?? nothing}
                  @change=${changed}
              ></textarea>`
            : html`<input
                  id=${idOf(field)}
                  type="text"
                  data-path=${field.path}
                  .value=${field.value ?? ''}
                  aria-label=${nameOf(field)}
                  aria-invalid=${described !== null}
                  aria-describedby=${described ?? nothing}
                  @change=${changed}
              />`,
    );
}

/** One of a few. */
export function choiceField(edit: Edit, field: ChoiceField): TemplateResult {
    const known = field.value === undefined || field.options.some(([value]) => value === field.value);
    const options = known ? field.options : [...field.options, [field.value ?? '', words(field.value ?? '')] as const];
    return fieldOf(edit, field, undefined, described => html`<select
        id=${idOf(field)}
        data-path=${field.path}
        aria-label=${nameOf(field)}
        aria-invalid=${described !== null}
        aria-describedby=${described ?? nothing}
        @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            edit.change(scenario => field.set(scenario, value === '' ? undefined : value));
        }}
    >
        ${field.nothing === undefined && field.value !== undefined ? nothing : html`<option value="" .selected=${field.value === undefined}>${field.nothing ?? t('none')}</option>`}
        ${options.map(([value, name]) => html`<option value=${value} .selected=${value === field.value}>${name}</option>`)}
    </select>`);
}

/** Yes or no. */
export function flagField(edit: Edit, field: Named & { value: boolean; set: (scenario: Scenario, value: boolean) => void }): TemplateResult {
    const id = idOf(field);
    return html`<p class="field flag">
        <label for=${id}
            ><input
                id=${id}
                type="checkbox"
                class="large"
                data-path=${field.path}
                .checked=${field.value}
                aria-label=${nameOf(field)}
                @change=${(event: Event) => edit.change(scenario => field.set(scenario, (event.target as HTMLInputElement).checked))}
            />
            ${field.label}</label
        >
        ${wrongAt(edit, field.path)}
    </p>`;
}

/** Who changes a number says where the new one is from. */
export function evidenceFields(edit: Edit, path: string, of: string, value: Evidence, partOf: (scenario: Scenario) => Evidence | undefined): TemplateResult {
    const set = (name: 'provenance' | 'source') => (scenario: Scenario, stated: string | undefined) => {
        const part = partOf(scenario);
        if (part !== undefined) {
            part[name] = stated;
        }
    };
    const inner = path === '' ? '' : `${path}.`;
    return html`${choiceField(edit, {
        path: `${inner}provenance`,
        label: t('provenance'),
        of,
        value: value.provenance,
        options: PROVENANCES.map(each => [each, words(each)]),
        set: set('provenance'),
    })}
    ${textField(edit, { path: `${inner}source`, label: t('source'), of, value: value.source, long: true, set: set('source') })}`;
}

/** The same, folded until somebody wants it or something is wrong with it. */
export function foldedEvidence(edit: Edit, path: string, of: string, value: Evidence, partOf: (scenario: Scenario) => Evidence | undefined): TemplateResult {
    return foldedFields(edit, path, evidenceFields(edit, path, of, value, partOf), ['provenance', 'source'], t('evidence'));
}

/** Fields that are seldom wanted; open where one of them is wrong. */
export function foldedFields(edit: Edit, path: string, content: unknown, names: string[], summary: string): TemplateResult {
    const wrong = names.some(name => edit.violations.some(each => each.field.startsWith(`${path}.${name}`)));
    return html`<details class="folded" ?open=${wrong}>
        <summary>${summary}</summary>
        <div class="asking">${content}</div>
    </details>`;
}

/** Takes something out of the scenario; undo brings it back. */
export function removeButton(edit: Edit, name: string, remove: (scenario: Scenario) => void): TemplateResult {
    return html`<button type="button" class="quiet small" aria-label=${t('removeNamed', { name })} @click=${() => edit.change(remove, t('removed', { name }))}>${t('remove')}</button>`;
}

/** What is wrong with something as a whole. */
export function wrongAt(edit: Edit, ...paths: string[]): TemplateResult | typeof nothing {
    paths.forEach(path => edit.told.add(path));
    const wrong = edit.violations.filter(each => paths.includes(each.field));
    return wrong.length === 0 ? nothing : html`${wrong.map(each => html`<span class="wrong" role="alert">${violated(each)}</span>`)}`;
}

function fieldOf(edit: Edit, field: Named, unit: string | undefined, input: (described: string | null) => TemplateResult): TemplateResult {
    const paths = [field.path, ...(field.also === undefined ? [] : [field.also])];
    paths.forEach(path => edit.told.add(path));
    const wrong = edit.violations.find(each => paths.includes(each.field));
    const id = `${idOf(field)}-wrong`;
    return html`<p class="field">
        <label for=${idOf(field)}>${field.label}</label>
        <span class="input">${input(wrong === undefined ? null : id)}${unit === undefined || unit === '' ? nothing : html`<span class="unit">${unit}</span>`}</span>
        ${wrong === undefined ? nothing : html`<span class="wrong" id=${id} role="alert">${violated(wrong)}</span>`}
    </p>`;
}

function idOf(field: Named): string {
    return field.id ?? `field-${field.path.replace(/[^A-Za-z0-9]+/g, '-')}`;
}

function nameOf(field: Named): string {
    return t('field', { field: field.label, of: field.of });
}

/** What is shown of a number. */
export function shownValue({ value, factor }: { value: number | undefined; factor?: number }): number | undefined {
    return value === undefined || factor === undefined ? value : Number((value * factor).toPrecision(DIGITS));
}

/** What is meant by a number that is typed. */
export function apiValue(shown: number, factor: number | undefined): number {
    return factor === undefined ? shown : Number((shown / factor).toPrecision(DIGITS));
}
