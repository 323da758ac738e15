import { html, type TemplateResult } from 'lit';
import { dictionary } from '../../language/language';
import { type Edit, numberField, textField } from './field';
import type { Scenario } from './shapes';

const t = dictionary(
    { scenario: 'Scenario', name: 'Name', base: 'Base year: its inventory is where the projection starts', target: 'Last year projected' },
    { scenario: '情景', name: '名称', base: '基准年：预测从该年清单开始', target: '预测末年' },
);

/** What a scenario is called, and from when to when it goes. */
export function editFrame(scenario: Scenario, edit: Edit): TemplateResult {
    const of = t('scenario');
    return html`<div class="fields roomy">
        ${textField(edit, { path: 'name', label: t('name'), of, value: scenario.name, set: (to, value) => { to.name = value ?? ''; } })}
        ${numberField(edit, { path: 'baseYear', label: t('base'), of, value: scenario.baseYear, set: (to, value) => { to.baseYear = value; } })}
        ${numberField(edit, { path: 'targetYear', label: t('target'), of, value: scenario.targetYear, set: (to, value) => { to.targetYear = value; } })}
    </div>`;
}
