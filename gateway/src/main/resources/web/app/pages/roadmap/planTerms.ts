import { html, nothing, type TemplateResult } from 'lit';
import type { Violation } from '../../api/api';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { violated } from '../../parts/apiText';
import { folded } from '../../parts/table';
import { currencyName } from './money';
import type { Lever } from './shapes';

const t = dictionary(
    {
        currency: 'Currency',
        currencyHint: 'of all costs, such as CNY',
        discountRate: 'Discount rate',
        internalCarbonPrice: 'Internal carbon price',
        perTonne: '{money} a tonne',
        decideFrom: 'Decided from',
        year: 'year',
        pricePerTonne: 'Price of a credit',
        available: 'Credits to be had',
        tonnesPerYear: 't a year',
        offsets: 'Order of credits',
        last: 'last, after all levers',
        byCost: 'wherever they are cheaper (no plan for a claim)',
        absent: 'as in the scenario',
        capital: 'Most capital of a year',
        capitalUnit: '{money} each year',
        unused: 'Life after the last year',
        unusedAbsent: 'its annuities taken off',
        unusedInFull: 'capital in full',
        levers: 'Limits of single levers',
        most: 'Built a year at most',
        start: 'Decided from',
        ask: 'Make the plan',
        hint: 'What stays empty is as in the scenario, or assumed and said to be.',
    },
    {
        currency: '货币',
        currencyHint: '所有成本的货币，如 CNY',
        discountRate: '折现率',
        internalCarbonPrice: '内部碳价',
        perTonne: '{money}/吨',
        decideFrom: '最早决策',
        year: '年份',
        pricePerTonne: '碳信用价格',
        available: '可得碳信用',
        tonnesPerYear: '吨/年',
        offsets: '碳信用顺序',
        last: '最后使用，先用尽措施',
        byCost: '更便宜即使用（不能用于声明）',
        absent: '按情景',
        capital: '每年投资上限',
        capitalUnit: '{money}/年',
        unused: '末年之后的剩余寿命',
        unusedAbsent: '扣除其年金',
        unusedInFull: '投资全额计入',
        levers: '单项措施的限制',
        most: '每年最多建设',
        start: '最早决策',
        ask: '生成规划',
        hint: '留空即按情景，或作为假设并注明。',
    },
);

/** What a plan may be made on; as the API takes it. */
export interface Terms {
    currency?: string;
    discountRate?: number;
    internalCarbonPrice?: number;
    deductUnusedLife?: boolean;
    decideFrom?: number;
    capitalCaps?: { year: number; amount: number }[];
    credits?: { pricePerTonne?: number; availableTonnesPerYear?: number; offsets?: string };
    levers?: { id: string; buildLimitPerYear?: number; startYear?: number }[];
}

interface Field {
    name: string;
    label: string;
    unit: string;
    value: number | undefined;
    /** Where the API finds it wrong. */
    paths: string[];
}

const PERCENT = 100;

interface Form {
    terms: Terms;
    levers: Lever[];
    /** Of the plan so far, or none. */
    currency: string;
    /** In which something may be decided. */
    years: number[];
    violations: Violation[];
    made: (terms: Terms) => void;
}

/** The terms of a plan as a small form; what is wrong stands at its field. */
export function termsForm({ terms, levers, currency, years, violations, made }: Form): TemplateResult {
    const money = currencyName(terms.currency ?? currency);
    const fields: Field[] = [
        { name: 'discountRate', label: t('discountRate'), unit: '%', value: percent(terms.discountRate), paths: ['discountRate'] },
        { name: 'internalCarbonPrice', label: t('internalCarbonPrice'), unit: t('perTonne', { money }), value: terms.internalCarbonPrice, paths: ['internalCarbonPrice'] },
        { name: 'pricePerTonne', label: t('pricePerTonne'), unit: t('perTonne', { money }), value: terms.credits?.pricePerTonne, paths: ['credits.pricePerTonne'] },
        { name: 'available', label: t('available'), unit: t('tonnesPerYear'), value: terms.credits?.availableTonnesPerYear, paths: ['credits.availableTonnesPerYear'] },
        { name: 'decideFrom', label: t('decideFrom'), unit: t('year'), value: terms.decideFrom, paths: ['decideFrom'] },
        { name: 'capital', label: t('capital'), unit: t('capitalUnit', { money }), value: terms.capitalCaps?.[0]?.amount, paths: ['capitalCaps'] },
    ];
    return html`<form
        id="terms"
        novalidate
        @submit=${(event: Event) => {
            event.preventDefault();
            made(readTerms(new FormData(event.target as HTMLFormElement), levers, years));
        }}
    >
        <div class="fields">
            <p class="field">
                <label for="terms-currency">${t('currency')}</label>
                <span class="input"><input id="terms-currency" name="currency" maxlength="3" .value=${terms.currency ?? ''} placeholder=${currency} aria-describedby="terms-currency-hint" aria-invalid=${wrong(violations, ['currency']) !== undefined} /></span>
                <span class="why" id="terms-currency-hint">${t('currencyHint')}</span>
                ${told('currency', wrong(violations, ['currency']))}
            </p>
            ${fields.map(field => numberField(field, violations))}
            <p class="field">
                <label for="terms-offsets">${t('offsets')}</label>
                <select id="terms-offsets" name="offsets">
                    <option value="" .selected=${terms.credits?.offsets === undefined}>${t('absent')}</option>
                    <option value="LAST" .selected=${terms.credits?.offsets === 'LAST'}>${t('last')}</option>
                    <option value="BY_COST" .selected=${terms.credits?.offsets === 'BY_COST'}>${t('byCost')}</option>
                </select>
            </p>
            <p class="field">
                <label for="terms-unused">${t('unused')}</label>
                <select id="terms-unused" name="unused">
                    <option value="" .selected=${terms.deductUnusedLife !== false}>${t('unusedAbsent')}</option>
                    <option value="IN_FULL" .selected=${terms.deductUnusedLife === false}>${t('unusedInFull')}</option>
                </select>
            </p>
        </div>
        ${levers.length === 0 ? nothing : folded(leverFields(terms, levers, violations), t('levers'))}
        <p class="why">${t('hint')}</p>
        <p class="actions"><button type="submit" id="make-plan">${t('ask')}</button></p>
    </form>`;
}

function leverFields(terms: Terms, levers: Lever[], violations: Violation[]): TemplateResult {
    const stated = terms.levers ?? [];
    return html`${levers.map(lever => {
        const index = stated.findIndex(each => each.id === lever.id);
        const own = stated[index];
        return html`<fieldset>
            <legend>${named(lever.name)}</legend>
            <div class="fields">
                ${numberField({ name: `most.${lever.id}`, label: t('most'), unit: '%', value: percent(own?.buildLimitPerYear), paths: [`levers[${index}].buildLimitPerYear`] }, violations)}
                ${numberField({ name: `start.${lever.id}`, label: t('start'), unit: t('year'), value: own?.startYear, paths: [`levers[${index}].startYear`] }, violations)}
            </div>
        </fieldset>`;
    })}`;
}

function numberField(field: Field, violations: Violation[]): TemplateResult {
    const id = `terms-${field.name.replaceAll('.', '-')}`;
    const violation = wrong(violations, field.paths);
    return html`<p class="field">
        <label for=${id}>${field.label}</label>
        <span class="input"
            ><input
                id=${id}
                name=${field.name}
                type="number"
                step="any"
                .value=${field.value === undefined ? '' : String(field.value)}
                aria-invalid=${violation !== undefined}
                aria-describedby="${id}-wrong"
            /><span class="unit">${field.unit}</span></span
        >
        ${told(field.name.replaceAll('.', '-'), violation)}
    </p>`;
}

function told(name: string, violation: Violation | undefined): TemplateResult {
    return html`<span class="wrong" id="terms-${name}-wrong">${violation === undefined ? nothing : violated(violation)}</span>`;
}

/** Paths start the same where the field is a list, such as one cap for all years. */
function wrong(violations: Violation[], paths: string[]): Violation | undefined {
    return violations.find(each => paths.some(path => each.field === path || each.field.startsWith(`${path}[`) || each.field.startsWith(`${path}.`)));
}

function percent(fraction: number | undefined): number | undefined {
    return fraction === undefined ? undefined : Number((fraction * PERCENT).toPrecision(10));
}

function readTerms(given: FormData, all: Lever[], years: number[]): Terms {
    const text = (name: string): string | undefined => {
        const value = String(given.get(name) ?? '').trim();
        return value === '' ? undefined : value;
    };
    const amount = (name: string, divisor = 1): number | undefined => {
        const value = text(name);
        return value === undefined ? undefined : Number((Number(value) / divisor).toPrecision(12));
    };
    const credits = { pricePerTonne: amount('pricePerTonne'), availableTonnesPerYear: amount('available'), offsets: text('offsets') };
    const cap = amount('capital');
    const levers = all
        .map(({ id }) => ({ id, buildLimitPerYear: amount(`most.${id}`, PERCENT), startYear: amount(`start.${id}`) }))
        .filter(lever => lever.buildLimitPerYear !== undefined || lever.startYear !== undefined);
    return {
        currency: text('currency'),
        discountRate: amount('discountRate', PERCENT),
        internalCarbonPrice: amount('internalCarbonPrice'),
        decideFrom: amount('decideFrom'),
        ...(text('unused') === 'IN_FULL' ? { deductUnusedLife: false } : {}),
        ...(cap === undefined ? {} : { capitalCaps: years.map(year => ({ year, amount: cap })) }),
        ...(Object.values(credits).every(each => each === undefined) ? {} : { credits }),
        ...(levers.length === 0 ? {} : { levers }),
    };
}
