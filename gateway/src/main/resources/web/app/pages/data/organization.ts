import { html, type TemplateResult } from 'lit';
import { write } from '../../api/api';
import { may } from '../../api/session';
import { share } from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { ask } from '../../parts/dialog';
import { announce } from '../../parts/notice';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { choice, inputField } from './fields';
import type { Organization } from './shapes';

const t = dictionary(
    {
        title: 'Organization', name: 'Name', approach: 'Consolidation', baseYear: 'Base year', currency: 'Currency', gwp: 'GWP set', threshold: 'Variance worth a question',
        thresholdHint: 'A share: 0.5 asks about changes of more than 50 % to the year before.',
        edit: 'Change…', editTitle: 'Change the organization', save: 'Save', saved: 'The organization was changed.',
        mayNot: 'Changing it needs the role steward or admin.', notStated: 'not stated',
    },
    {
        title: '组织', name: '名称', approach: '合并方法', baseYear: '基准年', currency: '货币', gwp: 'GWP 值', threshold: '需要核实的波动',
        thresholdHint: '以比例表示：0.5 表示较上年变化超过 50 % 时提示。',
        edit: '修改…', editTitle: '修改组织信息', save: '保存', saved: '组织信息已修改。',
        mayNot: '修改需要数据管理员或管理员角色。', notStated: '未注明',
    },
);

const APPROACHES = ['OPERATIONAL_CONTROL', 'FINANCIAL_CONTROL', 'EQUITY_SHARE'];
const GWP_SETS = ['AR4_100', 'AR5_100', 'AR6_100'];

/** Who reports, and by which rules. Fires `organization-changed`. */
class OrganizationPanel extends Part {
    private readonly organization = new Query<Organization>(this, () => '/api/organization', { on: ['inventory'] });

    protected override render(): TemplateResult {
        return panel({ id: 'organization-facts', title: t('title'), wide: true, controls: this.controls() }, this.organization, facts);
    }

    private controls(): TemplateResult {
        return may('steward')
            ? html`<button id="edit-organization" type="button" class="quiet small" @click=${() => this.edit()}>${t('edit')}</button>`
            : html`<span class="why">${t('mayNot')}</span>`;
    }

    private edit(): void {
        const now = this.organization.answer;
        ask({
            id: 'organization-form',
            title: t('editTitle'),
            body: () => html`${inputField('name', t('name'), now?.name, { required: true })}
            ${choice('consolidationApproach', t('approach'), APPROACHES, now?.consolidationApproach)}
            ${inputField('baseYear', t('baseYear'), now?.baseYear, { required: true, pattern: '[0-9]{4}' })}
            ${inputField('currency', t('currency'), now?.currency, { required: true })} ${choice('gwpSet', t('gwp'), GWP_SETS, now?.gwpSet)}
            ${inputField('varianceThreshold', t('threshold'), now?.varianceThreshold, { hint: t('thresholdHint') })}`,
            confirm: t('save'),
            done: async fields => {
                await write('PUT', '/api/organization', stated(fields));
                announce(t('saved'));
                void this.organization.refresh();
                this.dispatchEvent(new CustomEvent('organization-changed', { bubbles: true }));
            },
        });
    }
}

function facts(organization: Organization): TemplateResult {
    const rows: [string, unknown][] = [
        [t('name'), verbatim(named(organization.name))],
        [t('approach'), words(organization.consolidationApproach)],
        [t('baseYear'), organization.baseYear],
        [t('currency'), organization.currency],
        [t('gwp'), words(organization.gwpSet)],
        [t('threshold'), share(organization.varianceThreshold) ?? t('notStated')],
    ];
    return html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** The fields that say something; an empty one is not stated. */
export function stated(fields: FormData): Record<string, string> {
    return Object.fromEntries(
        [...fields].map(([name, value]): [string, string] => [name, String(value).trim()]).filter(([, value]) => value !== ''),
    );
}

customElements.define('nz-organization', OrganizationPanel);
