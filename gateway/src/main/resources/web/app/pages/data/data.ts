import { html, nothing, type TemplateResult } from 'lit';
import { href, parameter } from '../../frame/route';
import { dictionary } from '../../language/language';
import { Part } from '../../parts/part';
import './factors';
import './factorSets';
import './history';
import './imports';
import './keys';
import './organization';
import './sites';

const t = dictionary(
    { parts: 'Parts of this page', imports: 'Imports', factors: 'Emission factors', sites: 'Organization and sites', keys: 'API keys' },
    { parts: '本页内容', imports: '数据导入', factors: '排放因子', sites: '组织与场所', keys: 'API 密钥' },
);

const TABS = ['imports', 'factors', 'sites', 'keys'] as const;

type Tab = (typeof TABS)[number];

/** What goes in, by which factors it is reckoned, whose it is, and who may see it. */
class Data extends Part {
    protected override render(): TemplateResult {
        const shown = TABS.find(tab => tab === parameter('tab')) ?? 'imports';
        return html`<nav class="views wide" aria-label=${t('parts')}>
                ${TABS.map(
                    tab => html`<a id="tab-${tab}" href=${href('data', { tab })} aria-current=${tab === shown ? 'page' : nothing}>${t(tab)}</a>`,
                )}
            </nav>
            ${parts(shown)}`;
    }
}

function parts(tab: Tab): TemplateResult {
    switch (tab) {
        case 'imports':
            return html`<nz-imports class="wide"></nz-imports><nz-import-history class="wide"></nz-import-history>`;
        case 'factors':
            return html`<nz-factors class="wide"></nz-factors><nz-factor-sets class="wide"></nz-factor-sets>`;
        case 'sites':
            return html`<nz-organization class="wide"></nz-organization><nz-sites class="wide"></nz-sites>`;
        case 'keys':
            return html`<nz-keys class="wide"></nz-keys>`;
    }
}

customElements.define('nz-data', Data);
