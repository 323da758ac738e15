import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { type Edit, flagField, foldedEvidence, numberField, removeButton, textField, wrongAt } from './field';
import type { Lot, Offsets, Price, Scenario } from './shapes';

const t = dictionary(
    {
        policy: 'Policy',
        permitted: 'Credits are permitted for what stays',
        most: 'At most a year; empty for no limit',
        price: 'Price of a credit',
        priceNote: 'No price is stated; one is assumed and said to be.',
        perTonne: 'Of a tonne',
        currency: 'Currency',
        addPrice: 'State a price',
        dropPrice: 'State no price',
        register: 'Register',
        noRegister: 'No register is kept: credits are bought when they are needed.',
        empty: 'The register is empty: there are no credits to use.',
        keep: 'Keep a register',
        drop: 'Keep no register',
        lot: 'Lot {id}',
        id: 'Id',
        vintage: 'Vintage year',
        tonnes: 'Credits held',
        add: 'Add a lot',
        assumed: 'Assumed.',
    },
    {
        policy: '政策',
        permitted: '允许以碳信用抵消剩余排放',
        most: '每年上限（留空为不限）',
        price: '碳信用价格',
        priceNote: '未说明价格；系统采用并注明假设价格。',
        perTonne: '每吨',
        currency: '币种',
        addPrice: '填写价格',
        dropPrice: '不填价格',
        register: '登记册',
        noRegister: '未设登记册：需要时购买碳信用。',
        empty: '登记册为空：没有可用的碳信用。',
        keep: '设登记册',
        drop: '不设登记册',
        lot: '批次 {id}',
        id: '标识',
        vintage: '年份（vintage）',
        tonnes: '持有量',
        add: '新增批次',
        assumed: '假设。',
    },
);

const USUAL_PRICE = { perTonne: 100, currency: 'CNY' };

/** Whether and how far credits meet what stays, at what price, and of which lots. */
export function editCredits(scenario: Scenario, edit: Edit): TemplateResult {
    const { offsets } = scenario;
    if (offsets === undefined) {
        return html`${wrongAt(edit, 'offsets')}`;
    }
    return html`<div class="levers">${policy(offsets, edit)} ${price(offsets, edit)} ${register(offsets, scenario, edit)}</div>`;
}

function policy(offsets: Offsets, edit: Edit): TemplateResult {
    const of = t('policy');
    return html`<article class="lever" id="offsets-policy" aria-labelledby="offsets-policy-name">
        <header><h3 id="offsets-policy-name">${of}</h3></header>
        ${wrongAt(edit, 'offsets')}
        ${flagField(edit, { path: 'offsets.permitted', label: t('permitted'), of, value: offsets.permitted, set: (to, value) => change(to, each => { each.permitted = value; }) })}
        <div class="fields">
            ${numberField(edit, {
                path: 'offsets.maximumTonnesPerYear',
                label: t('most'),
                of,
                unit: format.tonnes(),
                value: offsets.maximumTonnesPerYear,
                set: (to, value) => change(to, each => { each.maximumTonnesPerYear = value; }),
            })}
        </div>
        ${foldedEvidence(edit, 'offsets', of, offsets, to => to.offsets)}
    </article>`;
}

function price({ price: stated }: Offsets, edit: Edit): TemplateResult {
    const of = t('price');
    const at = (to: Scenario): Price | undefined => to.offsets?.price;
    return html`<article class="lever" id="offsets-price" aria-labelledby="offsets-price-name">
        <header>
            <h3 id="offsets-price-name">${of}</h3>
            <button type="button" class="quiet small" id="toggle-price" @click=${() => edit.change(to => change(to, each => { each.price = stated === undefined ? usualPrice() : undefined; }))}>
                ${t(stated === undefined ? 'addPrice' : 'dropPrice')}
            </button>
        </header>
        ${wrongAt(edit, 'offsets.price')}
        ${stated === undefined
            ? html`<p class="why">${t('priceNote')}</p>`
            : html`<div class="fields">
                      ${numberField(edit, { path: 'offsets.price.perTonne', label: t('perTonne'), of, unit: stated.currency, value: stated.perTonne, set: (to, value) => { assign(at(to), { perTonne: value }); } })}
                      ${textField(edit, { path: 'offsets.price.currency', label: t('currency'), of, value: stated.currency, set: (to, value) => { assign(at(to), { currency: value }); } })}
                  </div>
                  ${foldedEvidence(edit, 'offsets.price', of, stated, at)}`}
    </article>`;
}

/** What is assumed in the middle without a price; once it is stated it no longer has the range of 30 to 500 that is assumed around it. */
function usualPrice(): Price {
    return { ...USUAL_PRICE, provenance: 'ESTIMATED', source: t('assumed') };
}

function register({ register: lots }: Offsets, scenario: Scenario, edit: Edit): TemplateResult {
    return html`<article class="lever" id="offsets-register" aria-labelledby="offsets-register-name">
        <header>
            <h3 id="offsets-register-name">${t('register')}</h3>
            <button type="button" class="quiet small" id="toggle-register" @click=${() => edit.change(to => change(to, each => { each.register = lots === undefined ? [] : undefined; }))}>
                ${t(lots === undefined ? 'keep' : 'drop')}
            </button>
        </header>
        ${wrongAt(edit, 'offsets.register')}
        ${lots === undefined
            ? html`<p class="why">${t('noRegister')}</p>`
            : html`${lots.length === 0 ? html`<p class="why">${t('empty')}</p>` : nothing} ${lots.map((each, i) => lot(each, i, edit))}
                  <p><button type="button" class="quiet small" id="add-lot" @click=${() => edit.change(to => addLot(to, scenario.targetYear))}>${t('add')}</button></p>`}
    </article>`;
}

function lot(held: Lot, index: number, edit: Edit): TemplateResult {
    const path = `offsets.register[${index}]`;
    const name = t('lot', { id: held.id ?? index + 1 });
    const at = (to: Scenario): Lot | undefined => to.offsets?.register?.[index];
    return html`<fieldset>
        <legend>${name}</legend>
        ${wrongAt(edit, path)}
        <div class="fields">
            ${textField(edit, { path: `${path}.id`, label: t('id'), of: name, value: held.id, set: (to, value) => { assign(at(to), { id: value }); } })}
            ${numberField(edit, { path: `${path}.vintageYear`, label: t('vintage'), of: name, value: held.vintageYear, set: (to, value) => { assign(at(to), { vintageYear: value }); } })}
            ${numberField(edit, { path: `${path}.tonnes`, label: t('tonnes'), of: name, unit: format.tonnes(), value: held.tonnes, set: (to, value) => { assign(at(to), { tonnes: value }); } })}
            <p class="field">
                ${removeButton(edit, name, to => { to.offsets?.register?.splice(index, 1); })}
            </p>
        </div>
        ${foldedEvidence(edit, path, name, held, at)}
    </fieldset>`;
}

function addLot(scenario: Scenario, year: number | undefined): void {
    const lots = scenario.offsets?.register ?? [];
    const taken = new Set(lots.map(each => each.id));
    const id = Array.from({ length: lots.length + 1 }, (_, i) => `lot-${i + 1}`).find(each => !taken.has(each));
    change(scenario, to => { to.register = [...lots, { id, vintageYear: year, tonnes: 0, provenance: 'ESTIMATED', source: t('assumed') }]; });
}

function change(scenario: Scenario, by: (offsets: Offsets) => void): void {
    if (scenario.offsets !== undefined) {
        by(scenario.offsets);
    }
}

function assign<T extends object>(part: T | undefined, values: Partial<T>): void {
    if (part !== undefined) {
        Object.assign(part, values);
    }
}
