import { html, nothing, type TemplateResult } from 'lit';
import type { Violation } from '../../api/api';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { figure } from '../../parts/figure';
import { folded } from '../../parts/table';
import { large } from './money';
import type { Lever, ProjectedYear } from './shapes';
import type { NameOf } from './wedges';

const t = dictionary(
    {
        takes: 'takes off {tonnes} in {year}',
        notAttributed: 'not attributed',
        pue: 'PUE it reaches',
        depth: 'Cut',
        share: 'Renewable share it reaches',
        shareOfElectricity: 'Generation, of electricity',
        addedMwhPerTonne: 'Added electricity',
        mwhPerYear: 'Certificates a year',
        mwhPerTonne: 'MWh/t',
        startYear: 'Start',
        year: 'year',
        ramp: 'Ramp a year',
        lead: 'Lead time',
        life: 'Life',
        years: 'years',
        capital: 'Capital',
        operating: 'Operation a year',
        noCost: 'No cost is stated',
        provenance: 'Provenance',
        source: 'Source',
        name: 'Name',
        evidence: 'Name and evidence',
        remove: 'Remove',
        removeNamed: 'Remove {name}',
        wanted: 'Deployed share wanted',
        requires: 'Requires: {of}',
        cuts: 'Cuts: {of}',
        noLimit: 'no limit',
        field: '{field}, {lever}',
    },
    {
        takes: '{year} 年减排 {tonnes}',
        notAttributed: '未分摊',
        pue: '达到的 PUE',
        depth: '削减比例',
        share: '达到的可再生占比',
        shareOfElectricity: '发电占用电量',
        addedMwhPerTonne: '新增用电',
        mwhPerYear: '每年证书',
        mwhPerTonne: '兆瓦时/吨',
        startYear: '开始',
        year: '年份',
        ramp: '每年推进',
        lead: '准备期',
        life: '寿命',
        years: '年',
        capital: '投资',
        operating: '年运行成本',
        noCost: '未说明成本',
        provenance: '数据来源类型',
        source: '出处',
        name: '名称',
        evidence: '名称与依据',
        remove: '移除',
        removeNamed: '移除 {name}',
        wanted: '期望部署比例',
        requires: '前提措施：{of}',
        cuts: '削减对象：{of}',
        noLimit: '不限',
        field: '{field}，{lever}',
    },
);

const PROVENANCES = ['MEASURED', 'INVOICED', 'STATED', 'DERIVED', 'ESTIMATED', 'DEFAULTED'];
const PERCENT = 100;
const DIGITS = 10;

/** How a lever is changed where it is shown. */
export interface Edit {
    change: (index: number, change: (lever: Lever) => void) => void;
    remove: (index: number) => void;
    /** Of the other levers' costs. */
    currency: string;
    violations: Violation[];
}

interface Field {
    /** Within the lever, as the API names it. */
    path: string;
    label: string;
    unit: string;
    value: number | undefined;
    /** What is shown of the API's value: shares in percent, money in millions. */
    factor?: number;
    optional?: boolean;
    set: (lever: Lever, value: number | undefined) => void;
}

/** A lever with what it does, when, and at what cost; each number in its field where it may be changed. */
export function leverCard(lever: Lever, index: number, end: ProjectedYear | undefined, nameOf: NameOf, edit: Edit | null): TemplateResult {
    const wedge = end?.wedges?.find(each => each.leverId === lever.id);
    const taken = format.joined(format.mass(wedge?.tonnes));
    const requires = lever.requires ?? [];
    return html`<article class="lever" id="lever-${lever.id}" aria-labelledby="lever-${lever.id}-name">
        <header>
            <h3 id="lever-${lever.id}-name">${lever.name}</h3>
            ${edit === null
                ? nothing
                : html`<button type="button" class="quiet small" aria-label=${t('removeNamed', { name: lever.name })} @click=${() => edit.remove(index)}>${t('remove')}</button>`}
        </header>
        <p class="why">
            ${words(lever.node)} · ${aim(lever)}${requires.length === 0 ? nothing : html` · ${t('requires', { of: requires.map(nameOf).join(', ') })}`}
        </p>
        <p class="taken">${taken === null ? figure(null, t('notAttributed')) : t('takes', { tonnes: taken, year: end?.year ?? '' })}</p>
        <div class="fields">${fields(lever, edit?.currency ?? null).map(field => fieldOf(field, lever, index, edit))}</div>
        ${lever.cost === undefined ? html`<p class="why">– ${t('noCost')}</p>` : nothing} ${wantedOf(lever, index, edit)} ${evidence(lever, index, edit)}
    </article>`;
}

function aim(lever: Lever): string {
    const { scope, category, kind } = lever.effect;
    const where = lever.region ?? lever.marketZone;
    const what = scope === undefined ? words(kind) : t('cuts', { of: [words(`SCOPE_${scope}`), ...(category === undefined ? [] : [words(category)])].join(', ') });
    return where === undefined ? what : `${what} · ${where}`;
}

/** @param currency in which a cost may be stated where there is none, or null where it may not */
function fields(lever: Lever, currency: string | null): Field[] {
    const { deployment, cost } = lever;
    return [
        ...effectFields(lever),
        { path: 'deployment.startYear', label: t('startYear'), unit: t('year'), value: deployment.startYear, set: (to, value) => { to.deployment.startYear = value; } },
        { path: 'deployment.rampPerYear', label: t('ramp'), unit: '%', factor: PERCENT, value: deployment.rampPerYear, set: (to, value) => { to.deployment.rampPerYear = value; } },
        { path: 'deployment.leadTimeYears', label: t('lead'), unit: t('years'), value: deployment.leadTimeYears, optional: true, set: (to, value) => { to.deployment.leadTimeYears = value; } },
        { path: 'deployment.lifeYears', label: t('life'), unit: t('years'), value: deployment.lifeYears, optional: true, set: (to, value) => { to.deployment.lifeYears = value; } },
        ...(cost === undefined && currency === null ? [] : costFields(cost, cost?.currency ?? currency ?? '')),
    ];
}

function costFields(cost: Lever['cost'], currency: string): Field[] {
    const set = (to: Lever, part: Lever['cost']): void => {
        const stated = { currency, ...to.cost, ...part };
        to.cost = stated.capital === undefined && stated.operatingPerYear === undefined ? undefined : stated;
    };
    return [
        { path: 'cost.capital', label: t('capital'), ...large(currency), value: cost?.capital, set: (to, value) => set(to, { capital: value }) },
        { path: 'cost.operatingPerYear', label: t('operating'), ...large(currency), value: cost?.operatingPerYear, set: (to, value) => set(to, { operatingPerYear: value }) },
    ];
}

/** The numbers a lever of its kind has. */
function effectFields(lever: Lever): Field[] {
    const { effect } = lever;
    const field = (name: 'pue' | 'depth' | 'share' | 'shareOfElectricity' | 'addedMwhPerTonne' | 'mwhPerYear', unit: string): Field[] =>
        effect[name] === undefined
            ? []
            : [{ path: `effect.${name}`, label: t(name), unit, factor: unit === '%' ? PERCENT : undefined, value: effect[name], set: (to, value) => { to.effect[name] = value; } }];
    return [
        ...field('pue', ''),
        ...field('depth', '%'),
        ...field('share', '%'),
        ...field('shareOfElectricity', '%'),
        ...field('addedMwhPerTonne', t('mwhPerTonne')),
        ...field('mwhPerYear', format.megawattHours()),
    ];
}

function fieldOf(field: Field, lever: Lever, index: number, edit: Edit | null): TemplateResult {
    if (edit === null) {
        const value = field.unit === t('year') ? String(field.value ?? '') : format.recorded(shownValue(field));
        return html`<p class="field"><span class="name">${field.label}</span> ${figure(value, field.optional ? t('noLimit') : '', field.unit === t('year') ? '' : field.unit)}</p>`;
    }
    const path = `levers[${index}].${field.path}`;
    const wrong = edit.violations.find(each => each.field === path);
    const id = `lever-${lever.id}-${field.path.replaceAll('.', '-')}`;
    return html`<p class="field">
        <label for=${id}>${field.label}</label>
        <span class="input"
            ><input
                id=${id}
                type="number"
                step="any"
                inputmode="decimal"
                data-path=${path}
                .value=${written(field)}
                aria-label=${t('field', { field: field.label, lever: lever.name })}
                aria-invalid=${wrong !== undefined}
                aria-describedby=${wrong === undefined ? nothing : `${id}-wrong`}
                @change=${(event: Event) => entered(event, index, field, edit)}
            /><span class="unit">${field.unit}</span></span
        >
        ${wrong === undefined ? nothing : html`<span class="wrong" id="${id}-wrong" role="alert">${wrong.message}</span>`}
    </p>`;
}

function entered(event: Event, index: number, field: Field, edit: Edit): void {
    const text = (event.target as HTMLInputElement).value;
    const value = text === '' ? undefined : Number(text);
    edit.change(index, lever => field.set(lever, value === undefined || field.factor === undefined ? value : Number((value / field.factor).toPrecision(DIGITS))));
}

function written(field: Field): string {
    return String(shownValue(field) ?? '');
}

function shownValue(field: Field): number | undefined {
    return field.value === undefined || field.factor === undefined ? field.value : Number((field.value * field.factor).toPrecision(DIGITS));
}

/** Levers of a planned scenario have a share for each year. */
function wantedOf(lever: Lever, index: number, edit: Edit | null): unknown {
    const wanted = Object.entries(lever.deployment.wanted ?? {});
    if (wanted.length === 0) {
        return nothing;
    }
    const all = wanted.map(
        ([year, share]): Field => ({
            path: `deployment.wanted.${year}`,
            label: year,
            unit: '%',
            factor: PERCENT,
            value: share,
            set: (to, value) => {
                const others = Object.entries(to.deployment.wanted ?? {}).filter(([each]) => each !== year);
                to.deployment.wanted = Object.fromEntries(value === undefined ? others : [...others, [year, value] as const]);
            },
        }),
    );
    return folded(html`<div class="fields">${all.map(field => fieldOf(field, lever, index, edit))}</div>`, t('wanted'));
}

/** Who changes a number says where the new one is from. */
function evidence(lever: Lever, index: number, edit: Edit | null): TemplateResult {
    if (edit === null) {
        return html`<p class="notes">${lever.provenance === undefined ? nothing : html`${words(lever.provenance)}: `}${lever.source}</p>`;
    }
    const id = `lever-${lever.id}`;
    const path = `levers[${index}]`;
    const wrong = (field: string) => edit.violations.find(each => each.field === `${path}.${field}`);
    return folded(
        html`<div class="asking">
            <label for="${id}-text">${t('name')}</label>
            <input id="${id}-text" data-path="${path}.name" .value=${lever.name} @change=${(event: Event) => edit.change(index, to => { to.name = textOf(event); })} />
            ${told(wrong('name'))}
            <label for="${id}-provenance">${t('provenance')}</label>
            <select id="${id}-provenance" data-path="${path}.provenance" @change=${(event: Event) => edit.change(index, to => { to.provenance = textOf(event); })}>
                ${PROVENANCES.map(each => html`<option value=${each} .selected=${each === lever.provenance}>${words(each)}</option>`)}
            </select>
            ${told(wrong('provenance'))}
            <label for="${id}-source">${t('source')}</label>
            <textarea id="${id}-source" rows="4" data-path="${path}.source" .value=${lever.source ?? ''} @change=${(event: Event) => edit.change(index, to => { to.source = textOf(event); })}></textarea>
            ${told(wrong('source'))}
        </div>`,
        t('evidence'),
    );
}

function told(violation: Violation | undefined): unknown {
    return violation === undefined ? nothing : html`<span class="wrong" role="alert">${violation.message}</span>`;
}

function textOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;
}
