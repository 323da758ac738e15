import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { comma, words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { figure } from '../../parts/figure';
import { folded } from '../../parts/table';
import { type Edit, numberField, type NumberField, PERCENT, removeButton, shownValue, wrongAt } from './field';
import { leverDetails, leverIn } from './leverDetails';
import { categoryName, kindName, kindOf, numberOf } from './leverKinds';
import { large } from './money';
import type { Lever, ProjectedYear, Scenario } from './shapes';
import type { NameOf } from './wedges';

const t = dictionary(
    {
        takes: 'takes off {tonnes} in {year}',
        notAttributed: 'not attributed',
        startYear: 'Start',
        year: 'year',
        ramp: 'Ramp a year',
        lead: 'Lead time',
        life: 'Life',
        years: 'years',
        capital: 'Capital',
        operating: 'Operation a year',
        noCost: 'No cost is stated',
        wanted: 'Deployed share wanted',
        addYear: 'Want a share by year',
        oneYearMore: 'One year more',
        requires: 'Requires: {of}',
        cuts: 'Cuts: {of}',
        noLimit: 'no limit',
    },
    {
        takes: '{year} 年减排 {tonnes}',
        notAttributed: '未分摊',
        startYear: '开始',
        year: '年份',
        ramp: '每年推进',
        lead: '准备期',
        life: '寿命',
        years: '年',
        capital: '投资',
        operating: '年运行成本',
        noCost: '未说明成本',
        wanted: '期望部署比例',
        addYear: '按年份设定部署比例',
        oneYearMore: '增加一年',
        requires: '前提措施：{of}',
        cuts: '削减对象：{of}',
        noLimit: '不限',
    },
);

/** A number of a lever, at its path within it. */
interface Field {
    path: string;
    label: string;
    unit: string;
    value: number | undefined;
    factor?: number;
    /** A year, which is written without separators. */
    calendar?: boolean;
    set: (lever: Lever, value: number | undefined) => void;
}

/** A lever with what it does, when, and at what cost; each number in its field where it may be changed. */
export function leverCard(lever: Lever, index: number, end: ProjectedYear | undefined, nameOf: NameOf, scenario: Scenario, edit: Edit | null): TemplateResult {
    const wedge = end?.wedges?.find(each => each.leverId === lever.id);
    const taken = format.joined(format.mass(wedge?.tonnes));
    const requires = lever.requires ?? [];
    return html`<article class="lever" id="lever-${lever.id}" aria-labelledby="lever-${lever.id}-name">
        <header>
            <h3 id="lever-${lever.id}-name">${named(lever.name)}</h3>
            ${edit === null
                ? nothing
                : removeButton(edit, named(lever.name), to => { to.levers = to.levers?.filter(each => each.id !== lever.id); })}
        </header>
        <p class="why">
            ${words(lever.node)} · ${aim(lever)}${requires.length === 0 ? nothing : html` · ${t('requires', { of: requires.map(nameOf).join(comma()) })}`}
        </p>
        <p class="taken">${taken === null ? figure(null, t('notAttributed')) : t('takes', { tonnes: taken, year: end?.year ?? '' })}</p>
        ${edit === null ? nothing : wrongAt(edit, `levers[${index}]`, `levers[${index}].effect`, `levers[${index}].deployment`, `levers[${index}].cost`)}
        <div class="fields">${fields(lever, edit?.currency ?? null).map(field => fieldOf(field, lever, index, edit))}</div>
        ${lever.cost === undefined ? html`<p class="why">– ${t('noCost')}</p>` : nothing} ${wantedOf(lever, index, edit)}
        ${edit === null
            ? html`<p class="notes">${lever.provenance === undefined ? nothing : html`${words(lever.provenance)}: `}${verbatim(lever.source ?? '')}</p>`
            : leverDetails(lever, index, scenario, edit)}
    </article>`;
}

function aim(lever: Lever): string {
    const { scope, category } = lever.effect;
    const kind = kindOf(lever.effect);
    const where = lever.region ?? lever.marketZone;
    const what =
        scope === undefined
            ? kind === undefined
                ? words(lever.effect.kind)
                : kindName(kind)
            : t('cuts', { of: [words(`SCOPE_${scope}`), ...(category === undefined ? [] : [categoryName(category)])].join(comma()) });
    return where === undefined ? what : `${what} · ${where}`;
}

/** @param currency in which a cost may be stated where there is none, or null where it may not */
function fields(lever: Lever, currency: string | null): Field[] {
    const { deployment, cost } = lever;
    return [
        ...(kindOf(lever.effect)?.numbers ?? []).map(
            (name): Field => ({
                path: `effect.${name}`,
                ...numberOf(name, format.megawattHours()),
                value: lever.effect[name],
                set: (to, value) => { to.effect[name] = value; },
            }),
        ),
        { path: 'deployment.startYear', label: t('startYear'), unit: t('year'), calendar: true, value: deployment.startYear, set: (to, value) => { to.deployment.startYear = value; } },
        { path: 'deployment.rampPerYear', label: t('ramp'), unit: '%', factor: PERCENT, value: deployment.rampPerYear, set: (to, value) => { to.deployment.rampPerYear = value; } },
        { path: 'deployment.leadTimeYears', label: t('lead'), unit: t('years'), value: deployment.leadTimeYears, set: (to, value) => { to.deployment.leadTimeYears = value; } },
        { path: 'deployment.lifeYears', label: t('life'), unit: t('years'), value: deployment.lifeYears, set: (to, value) => { to.deployment.lifeYears = value; } },
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

function fieldOf(field: Field, lever: Lever, index: number, edit: Edit | null): TemplateResult {
    if (edit === null) {
        const value = field.calendar ? String(field.value ?? '') : format.recorded(shownValue(field));
        return html`<p class="field"><span class="name">${field.label}</span> ${figure(value, t('noLimit'), field.calendar ? '' : field.unit)}</p>`;
    }
    return numberField(edit, leverNumber(field, lever, index));
}

function leverNumber(field: Field, lever: Lever, index: number): NumberField {
    return {
        ...field,
        path: `levers[${index}].${field.path}`,
        id: `lever-${lever.id}-${field.path.replaceAll('.', '-')}`,
        of: named(lever.name),
        set: (scenario, value) => {
            const to = leverIn(scenario, lever.id);
            if (to !== undefined) {
                field.set(to, value);
            }
        },
    };
}

/** How much of a lever is wanted by year; absent for as much as its ramp allows. Emptied years go. */
function wantedOf(lever: Lever, index: number, edit: Edit | null): unknown {
    const wanted = Object.entries(lever.deployment.wanted ?? {});
    if (wanted.length === 0 && edit === null) {
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
    const more = (edit: Edit): TemplateResult =>
        html`<p class="field">
            <button type="button" class="quiet small" id="lever-${lever.id}-want" @click=${() => edit.change(scenario => wantOneMore(leverIn(scenario, lever.id), scenario))}>
                ${t(wanted.length === 0 ? 'addYear' : 'oneYearMore')}
            </button>
        </p>`;
    const content = html`<div class="fields">${all.map(field => fieldOf(field, lever, index, edit))} ${edit === null ? nothing : more(edit)}</div>`;
    return wanted.length === 0 ? content : folded(content, t('wanted'));
}

/** The first wanted share is the whole in the first year, so that nothing changes before it is typed. */
function wantOneMore(lever: Lever | undefined, scenario: Scenario): void {
    if (lever === undefined) {
        return;
    }
    const wanted = lever.deployment.wanted ?? {};
    const last = Object.keys(wanted).map(Number).sort((a, b) => a - b).at(-1);
    const year = last === undefined ? (lever.deployment.startYear ?? (scenario.baseYear ?? 0) + 1) : last + 1;
    lever.deployment.wanted = { ...wanted, [year]: last === undefined ? 1 : (wanted[last] ?? 1) };
}
