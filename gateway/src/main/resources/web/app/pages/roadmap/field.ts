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
        unreadable: 'This is not a number, and is not stored.',
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
        unreadable: '这不是数字，未保存。',
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
    /** The ids of fields that hold something which is no number. */
    unreadable: ReadonlySet<string>;
    /** Tells whether what a field holds can be read. */
    read: (id: string, readable: boolean) => void;
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
    return fieldOf(edit, field, field.unit, (described, wrong) => html`<input
        id=${idOf(field)}
        type="number"
        step="any"
        inputmode="decimal"
        data-path=${field.path}
        .value=${String(shownValue(field) ?? '')}
        aria-label=${nameOf(field)}
        aria-invalid=${wrong}
        aria-describedby=${described}
        @change=${(event: Event) => {
            const { value: text, validity } = event.target as HTMLInputElement;
            // what is no number has no value either, but is not emptied
            if (!validity.badInput) {
                const value = text === '' ? undefined : apiValue(Number(text), field.factor);
                edit.change(scenario => field.set(scenario, value));
            }
        }}
        @blur=${(event: Event) => edit.read(idOf(field), !(event.target as HTMLInputElement).validity.badInput)}
    />`);
}

/** A text in its field; none where it is left empty. */
export function textField(edit: Edit, field: TextField): TemplateResult {
    const changed = (event: Event): void => {
        const text = (event.target as HTMLInputElement | HTMLTextAreaElement).value.trim();
        edit.change(scenario => field.set(scenario, text === '' ? undefined : text));
    };
    return fieldOf(edit, field, undefined, (described, wrong) =>
        field.long
            ? html`<textarea
                  id=${idOf(field)}
                  rows="4"
                  data-path=${field.path}
                  .value=${field.value ?? ''}
                  aria-label=${nameOf(field)}
                  aria-invalid=${wrong}
                  aria-describedby=${described}
                  @change=${changed}
              ></textarea>`
            : html`<input
                  id=${idOf(field)}
                  type="text"
                  data-path=${field.path}
                  .value=${field.value ?? ''}
                  aria-label=${nameOf(field)}
                  aria-invalid=${wrong}
                  aria-describedby=${described}
                  @change=${changed}
              />`,
    );
}

/** One of a few. */
export function choiceField(edit: Edit, field: ChoiceField): TemplateResult {
    const known = field.value === undefined || field.options.some(([value]) => value === field.value);
    const options = known ? field.options : [...field.options, [field.value ?? '', words(field.value ?? '')] as const];
    return fieldOf(edit, field, undefined, (described, wrong) => html`<select
        id=${idOf(field)}
        data-path=${field.path}
        aria-label=${nameOf(field)}
        aria-invalid=${wrong}
        aria-describedby=${described}
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
    const wrong = wrongOf(edit, field);
    return html`<p class="field flag">
        <label for=${id}
            ><input
                id=${id}
                type="checkbox"
                class="large"
                data-path=${field.path}
                .checked=${field.value}
                aria-label=${nameOf(field)}
                aria-invalid=${wrong !== null}
                aria-describedby=${wrong === null ? nothing : wrongId(field)}
                @change=${(event: Event) => {
                    const { checked } = event.target as HTMLInputElement;
                    edit.change(scenario => field.set(scenario, checked));
                }}
            />
            ${field.label}</label
        >
        ${told(field, wrong)}
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

/** Takes something out of the scenario, once: the second click of two would take out what moves up into its place. Undo brings it back. */
export function removeButton(edit: Edit, name: string, remove: (scenario: Scenario) => void): TemplateResult {
    return html`<button type="button" class="quiet small" aria-label=${t('removeNamed', { name })} @click=${(event: MouseEvent) => {
        if (event.detail <= 1) {
            edit.change(remove, t('removed', { name }));
        }
    }}>${t('remove')}</button>`;
}

/** What is wrong with something as a whole. */
export function wrongAt(edit: Edit, ...paths: string[]): TemplateResult | typeof nothing {
    paths.forEach(path => edit.told.add(path));
    const wrong = edit.violations.filter(each => paths.includes(each.field));
    return wrong.length === 0 ? nothing : html`${wrong.map(each => html`<span class="wrong" role="alert">${violated(each)}</span>`)}`;
}

/** @param input of what describes it, by id, and whether something is wrong with it */
function fieldOf(edit: Edit, field: Named, unit: string | undefined, input: (described: string | typeof nothing, wrong: boolean) => TemplateResult): TemplateResult {
    const wrong = wrongOf(edit, field);
    const unitId = unit === undefined || unit === '' ? '' : `${idOf(field)}-unit`;
    const described = [unitId, wrong === null ? '' : wrongId(field)].filter(id => id !== '').join(' ');
    return html`<p class="field">
        <label for=${idOf(field)}>${field.label}</label>
        <span class="input">${input(described || nothing, wrong !== null)}${unitId === '' ? nothing : html`<span class="unit" id=${unitId}>${unit}</span>`}</span>
        ${told(field, wrong)}
    </p>`;
}

/** What is wrong with what a field holds, in the reader's words. */
function wrongOf(edit: Edit, field: Named): unknown {
    const paths = [field.path, ...(field.also === undefined ? [] : [field.also])];
    paths.forEach(path => edit.told.add(path));
    const wrong = edit.violations.find(each => paths.includes(each.field));
    return edit.unreadable.has(idOf(field)) ? t('unreadable') : wrong === undefined ? null : violated(wrong);
}

function told(field: Named, wrong: unknown): TemplateResult | typeof nothing {
    return wrong === null ? nothing : html`<span class="wrong" id=${wrongId(field)} role="alert">${wrong}</span>`;
}

function wrongId(field: Named): string {
    return `${idOf(field)}-wrong`;
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
