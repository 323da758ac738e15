import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { Part } from '../../parts/part';
import { folded } from '../../parts/table';
import { apiValue, PERCENT, PROVENANCES } from './field';
import { everywhere, placed, places } from './leverDetails';
import { categoriesOf, kindName, LEVER_KINDS, type LeverKind, numberOf, wholeName } from './leverKinds';
import { large } from './money';
import type { Lever, Scenario } from './shapes';

const t = dictionary(
    {
        title: 'Add a lever',
        name: 'Name',
        what: 'What it does',
        part: 'Part of the scope',
        node: 'Step at which it acts',
        place: 'Where it acts',
        start: 'Start, year',
        ramp: 'Ramp a year',
        lead: 'Lead time',
        life: 'Life',
        years: 'years',
        capital: 'Capital',
        operating: 'Operation a year',
        provenance: 'Provenance',
        source: 'Source: where the numbers are from',
        optional: 'Lead time, life and cost may be left empty: no lead time, no end, no cost stated. Negative operation saves money.',
        add: 'Add the lever',
    },
    {
        title: '新增措施',
        name: '名称',
        what: '作用',
        part: '范围中的部分',
        node: '作用环节',
        place: '作用地点',
        start: '开始年份',
        ramp: '每年推进',
        lead: '准备期',
        life: '寿命',
        years: '年',
        capital: '投资',
        operating: '年运行成本',
        provenance: '数据来源',
        source: '出处：数据来自哪里',
        optional: '准备期、寿命和成本可留空：即没有准备期、不会到期、未说明成本。运行成本为负表示省钱。',
        add: '新增',
    },
);

const ESTIMATED = 'ESTIMATED';

/** A form for one more lever of any kind; what is wrong with it stands at its fields once it is among the others. */
class AddLever extends Part {
    static override properties = { scenario: { attribute: false }, categories: { attribute: false }, currency: {}, add: { attribute: false } };

    declare scenario: Scenario;
    /** Of scope 3, as the inventory names them. */
    declare categories: string[];
    declare currency: string;
    declare add: (lever: Lever) => void;
    private kind = LEVER_KINDS[0] as LeverKind;
    private category: string | undefined;
    private node: string | undefined;

    protected override render(): TemplateResult {
        const { kind, scenario } = this;
        const categories = categoriesOf(kind, this.categories);
        const nodes = kind.nodes(this.category);
        const regions = places(scenario);
        return folded(
            html`<form id="add-lever" class="fields" @submit=${(event: SubmitEvent) => this.submit(event)}>
                ${text('name', t('name'), 200)}
                ${choice('kind', t('what'), LEVER_KINDS.map(each => [each.name, kindName(each)]), kind.name, chosen => {
                    this.kind = LEVER_KINDS.find(each => each.name === chosen) ?? kind;
                    this.category = undefined;
                    this.node = undefined;
                })}
                ${categories.length === 0
                    ? nothing
                    : choice('category', t('part'), [['', wholeName()], ...categories], this.category ?? '', chosen => {
                          this.category = chosen === '' ? undefined : chosen;
                          this.node = undefined;
                      })}
                ${nodes.length < 2 ? nothing : choice('node', t('node'), nodes.map(each => [each, words(each)]), this.node ?? nodes[0], chosen => { this.node = chosen; })}
                ${kind.numbers.map(each => {
                    const { label, unit } = numberOf(each, format.megawattHours());
                    return number(each, label, unit, { required: true });
                })}
                ${regions.length === 0 ? nothing : choice('place', t('place'), [['', everywhere()], ...regions])}
                ${number('start', t('start'), '', { required: true, value: (scenario.baseYear ?? 0) + 1 })} ${number('ramp', t('ramp'), '%', { required: true })}
                ${number('lead', t('lead'), t('years'))} ${number('life', t('life'), t('years'))} ${number('capital', t('capital'), large(this.currency).unit)}
                ${number('operating', t('operating'), large(this.currency).unit)}
                ${choice('provenance', t('provenance'), PROVENANCES.map(each => [each, words(each)]), ESTIMATED)} ${text('source', t('source'), 1000)}
                <p class="field"><button type="submit">${t('add')}</button></p>
                <p class="why whole">${t('optional')}</p>
            </form>`,
            t('title'),
        );
    }

    private submit(event: SubmitEvent): void {
        event.preventDefault();
        const form = event.target as HTMLFormElement;
        this.add(this.leverOf(new FormData(form)));
        form.reset();
        this.kind = LEVER_KINDS[0] as LeverKind;
        this.category = undefined;
        this.node = undefined;
        this.requestUpdate();
    }

    private leverOf(given: FormData): Lever {
        const { kind, category, currency } = this;
        const said = (name: string): string => String(given.get(name) ?? '').trim();
        const stated = (name: string, factor?: number): number | undefined => (said(name) === '' ? undefined : apiValue(Number(said(name)), factor));
        const { factor } = large(currency);
        const [capital, operatingPerYear] = [stated('capital', factor), stated('operating', factor)];
        return {
            id: idOf(said('name'), new Set((this.scenario.levers ?? []).map(each => each.id))),
            name: said('name'),
            node: said('node') || (kind.nodes(category)[0] ?? ''),
            effect: {
                ...kind.effect,
                ...(category === undefined ? {} : { category }),
                ...Object.fromEntries(kind.numbers.map(each => [each, stated(each, numberOf(each, '').factor)])),
            },
            deployment: { startYear: stated('start'), rampPerYear: stated('ramp', PERCENT), leadTimeYears: stated('lead'), lifeYears: stated('life') },
            // what saves or costs nothing at first, and what costs nothing later, need not be typed
            cost: capital === undefined && operatingPerYear === undefined ? undefined : { capital: capital ?? 0, operatingPerYear: operatingPerYear ?? 0, currency },
            ...placed(said('place')),
            provenance: said('provenance'),
            source: said('source'),
        };
    }
}

customElements.define('nz-add-lever', AddLever);

function text(name: string, label: string, longest: number): TemplateResult {
    return html`<p class="field">
        <label for="add-${name}">${label}</label><span class="input"><input id="add-${name}" name=${name} required maxlength=${longest} /></span>
    </p>`;
}

function number(name: string, label: string, unit: string, { required = false, value }: { required?: boolean; value?: number } = {}): TemplateResult {
    return html`<p class="field">
        <label for="add-${name}">${label}</label>
        <span class="input"
            ><input id="add-${name}" name=${name} type="number" step="any" inputmode="decimal" ?required=${required} value=${value ?? ''} aria-describedby=${unit === '' ? nothing : `add-${name}-unit`} />${unit === ''
                ? nothing
                : html`<span class="unit" id="add-${name}-unit">${unit}</span>`}</span
        >
    </p>`;
}

/** @param react keeps what is chosen, where other fields depend on it; else the form does */
function choice(name: string, label: string, options: [value: string, name: string][], chosen = '', react?: (value: string) => void): TemplateResult {
    const option = (value: string, text: string): TemplateResult =>
        react === undefined ? html`<option value=${value} ?selected=${value === chosen}>${text}</option>` : html`<option value=${value} .selected=${value === chosen}>${text}</option>`;
    return html`<p class="field">
        <label for="add-${name}">${label}</label>
        <span class="input"
            ><select
                id="add-${name}"
                name=${name}
                @change=${(event: Event) => {
                    const select = event.target as HTMLSelectElement;
                    react?.(select.value);
                    (select.closest('nz-add-lever') as AddLever).requestUpdate();
                }}
            >
                ${options.map(([value, text]) => option(value, text))}
            </select></span
        >
    </p>`;
}

const ID_LETTERS = 60;

/** An id that no other lever has: of the name's plain letters, or of a number. */
function idOf(name: string, taken: Set<string>): string {
    const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, ID_LETTERS);
    const tries = [...(plain === '' ? [] : [plain]), ...Array.from({ length: taken.size + 1 }, (_, i) => `${plain === '' ? 'lever' : plain}-${i + 2}`)];
    return tries.find(each => !taken.has(each)) ?? plain;
}
