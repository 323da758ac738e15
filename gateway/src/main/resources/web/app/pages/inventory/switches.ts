import { html, nothing, type TemplateResult } from 'lit';
import { choose, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { chosenIn } from '../../parts/choice';
import type { Inventory, Version } from './shapes';

const t = dictionary(
    {
        basis: 'Basis of the figures',
        gwp: 'Warming potentials',
        approach: 'Consolidation',
        asAt: 'Factors as known on',
        version: 'Version',
        own: 'As the organization says',
        today: 'Today’s records',
        stored: 'Version {version}, {date}',
        reset: 'Back to the organization’s basis',
        fixed: 'A stored version comes on its own basis.',
        ownAlone: 'This view is on the organization’s own basis.',
        complete: 'complete',
        incomplete: 'not complete',
        showsVersion: 'version {version}',
    },
    {
        basis: '数据口径',
        gwp: 'GWP 值',
        approach: '合并方法',
        asAt: '按此日已知的因子',
        version: '版本',
        own: '按组织设定',
        today: '当前记录',
        stored: '版本 {version}，{date}',
        reset: '恢复组织口径',
        fixed: '已存版本使用其自身口径。',
        ownAlone: '本视图按组织口径。',
        complete: '完整',
        incomplete: '不完整',
        showsVersion: '版本 {version}',
    },
);

const GWP_SETS = ['AR4_100', 'AR5_100', 'AR6_100'];
const APPROACHES = ['OPERATIONAL_CONTROL', 'FINANCIAL_CONTROL', 'EQUITY_SHARE'];

/** On which basis the inventory is shown; what is chosen stands in the address. Some views are on the organization's own alone. */
export function switches(inventory: Inventory | null, versions: readonly Version[], apply: boolean): TemplateResult {
    if (!apply) {
        return html`<div class="switches wide"><span class="why">${t('ownAlone')}</span>${inventory === null ? nothing : standing(inventory, false)}</div>`;
    }
    const fixed = parameter('version') !== null;
    const changed = ['gwp', 'approach', 'asAt', 'version'].some(name => parameter(name) !== null);
    return html`<form class="switches wide" aria-label=${t('basis')} @submit=${(event: Event) => event.preventDefault()}>
        ${chooser('gwp', t('gwp'), GWP_SETS.map(code => [code, words(code)]), fixed)}
        ${chooser('approach', t('approach'), APPROACHES.map(code => [code, words(code)]), fixed)}
        <label class="field"
            ><span>${t('asAt')}</span>
            <input id="as-at" type="date" .value=${parameter('asAt') ?? ''} ?disabled=${fixed} @change=${(event: Event) => choose({ asAt: (event.target as HTMLInputElement).value })}
        /></label>
        ${versions.length === 0 ? nothing : chooser('version', t('version'), versions.map(each => [String(each.version), stored(each)]), false, t('today'))}
        ${changed ? html`<button id="basis-reset" type="button" class="quiet" @click=${reset}>${t('reset')}</button>` : nothing}
        ${fixed ? html`<span class="why">${t('fixed')}</span>` : nothing}
        ${inventory === null ? nothing : standing(inventory, true)}
    </form>`;
}

function chooser(name: string, label: string, options: [string, string][], disabled: boolean, none = t('own')): TemplateResult {
    const chosen = parameter(name);
    return html`<label class="field"
        ><span>${label}</span>
        <select id=${name} ?disabled=${disabled} @change=${(event: Event) => pick(name, chosenIn(event))}>
            <option value="" .selected=${chosen === null}>${none}</option>
            ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
        </select></label
    >`;
}

function standing(inventory: Inventory, withBasis: boolean): TemplateResult {
    return html`<p id="inventory-standing" class="standing">
        <span class="badge ${inventory.status.toLowerCase()}">${words(inventory.status)}</span>
        <span>${inventory.complete ? t('complete') : t('incomplete')}${inventory.version ? ` · ${t('showsVersion', { version: inventory.version })}` : nothing}</span>
        ${withBasis ? html`<span class="muted">${words(inventory.gwpSet)} · ${words(inventory.consolidationApproach ?? '')}</span>` : nothing}
    </p>`;
}

function stored(version: Version): string {
    return t('stored', { version: version.version, date: format.date(version.at) ?? '' });
}

/** A version has its own basis, and another one other results. */
function pick(name: string, value: string): void {
    choose(name === 'version' ? { version: value, gwp: null, approach: null, asAt: null, result: null } : { [name]: value, result: null });
}

function reset(): void {
    // the button goes with what it resets
    document.querySelector<HTMLElement>('.switches select:enabled')?.focus();
    choose({ gwp: null, approach: null, asAt: null, version: null, result: null });
}
