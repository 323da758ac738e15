import { html, nothing, type TemplateResult } from 'lit';
import { write } from '../../api/api';
import { may } from '../../api/session';
import { href } from '../../frame/route';
import { amount } from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { ask } from '../../parts/dialog';
import { figure } from '../../parts/figure';
import { announce } from '../../parts/notice';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, table } from '../../parts/table';
import { choice, inputField } from './fields';
import { stated } from './organization';
import type { Page, Site } from './shapes';

const t = dictionary(
    {
        title: 'Sites', id: 'Id', name: 'Name', kind: 'Kind', country: 'Country', province: 'Province', gridZone: 'Grid zone', timeZone: 'Time zone', entity: 'Entity', area: 'Floor area',
        change: 'Change', edit: 'Change…', editOf: 'Change {name}', add: 'New site…', addTitle: 'New site', editTitle: 'Change the site {id}', save: 'Save', saved: '{name} is on file.',
        none: 'No site is on file. Register one, or import a file of sites.', import: 'Import sites', notStated: 'not stated', more: 'The first {count} sites are shown; the file has all.',
        mayNot: 'Changing sites needs the role steward or admin.',
        idHint: 'Stays as it is for good; records name it.', countryHint: 'ISO 3166-1, such as CN', provinceHint: 'ISO 3166-2, such as CN-GD', zoneHint: 'such as Asia/Shanghai',
    },
    {
        title: '场所', id: '编号', name: '名称', kind: '类型', country: '国家', province: '省份', gridZone: '电网区域', timeZone: '时区', entity: '法人实体', area: '建筑面积',
        change: '修改', edit: '修改…', editOf: '修改“{name}”', add: '新增场所…', addTitle: '新增场所', editTitle: '修改场所 {id}', save: '保存', saved: '{name} 已登记。',
        none: '尚未登记场所。请新增，或导入场所文件。', import: '导入场所', notStated: '未注明', more: '显示前 {count} 个场所，完整列表见文件。',
        mayNot: '修改场所需要数据管理员或管理员角色。',
        idHint: '登记后不再改变，记录以此引用。', countryHint: 'ISO 3166-1，例如 CN', provinceHint: 'ISO 3166-2，例如 CN-GD', zoneHint: '例如 Asia/Shanghai',
    },
);

const MOST_SHOWN = 200;
const KINDS = ['OFFICE', 'DATA_CENTER', 'GROUP', 'OTHER'];
const ID_PATTERN = '[^/\\s]+';

/** Where energy is used. */
class Sites extends Part {
    private readonly sites = new Query<Page<Site>>(this, () => `/api/sites?limit=${MOST_SHOWN}`, { on: ['energy', 'inventory'] });

    protected override render(): TemplateResult {
        const saved = { path: '/api/sites', name: 'sites' };
        return panel({ id: 'sites', title: t('title'), wide: true, controls: this.controls(), saved }, this.sites, page => this.list(page));
    }

    private controls(): TemplateResult {
        return may('steward')
            ? html`<button id="add-site" type="button" class="quiet small" @click=${() => this.edit(null)}>${t('add')}</button>`
            : html`<span class="why">${t('mayNot')}</span>`;
    }

    private list(page: Page<Site>): TemplateResult {
        if (page.items.length === 0) {
            return html`<p class="muted">${t('none')} <a href=${href('data', { kind: 'sites' })}>${t('import')}</a></p>`;
        }
        const optional = (text: string | undefined): TemplateResult => figure(text ?? null, t('notStated'));
        const columns: Column<Site>[] = [
            { head: t('name'), cell: row => html`${verbatim(named(row.name))} <span class="why">${row.siteId}</span>` },
            { head: t('kind'), cell: row => words(row.kind) },
            { head: t('country'), cell: row => row.country },
            { head: t('province'), cell: row => optional(row.province) },
            { head: t('gridZone'), cell: row => optional(row.gridZone) },
            { head: t('timeZone'), cell: row => row.timeZone },
            { head: t('entity'), cell: row => optional(row.entity) },
            { head: t('area'), unit: 'm²', numeric: true, cell: row => figure(amount(row.floorAreaM2), t('notStated')) },
        ];
        if (may('steward')) {
            columns.push({ head: t('change'), cell: row => this.editor(row) });
        }
        return html`${table({ caption: t('title'), quietCaption: true }, columns, page.items)}
        ${page.nextCursor === undefined ? nothing : html`<p class="notes">${t('more', { count: page.items.length })}</p>`}`;
    }

    private editor(site: Site): TemplateResult {
        return html`<button type="button" class="quiet small" aria-label=${t('editOf', { name: named(site.name) })} @click=${() => this.edit(site)}>${t('edit')}</button>`;
    }

    private edit(site: Site | null): void {
        ask({
            id: 'site-form',
            title: site === null ? t('addTitle') : t('editTitle', { id: site.siteId }),
            body: () => html`${site === null ? inputField('siteId', t('id'), '', { required: true, pattern: ID_PATTERN, hint: t('idHint') }) : nothing}
            ${inputField('name', t('name'), site?.name, { required: true })} ${choice('kind', t('kind'), KINDS, site?.kind)}
            ${inputField('country', t('country'), site?.country, { required: true, hint: t('countryHint') })}
            ${inputField('province', t('province'), site?.province, { hint: t('provinceHint') })} ${inputField('gridZone', t('gridZone'), site?.gridZone)}
            ${inputField('timeZone', t('timeZone'), site?.timeZone, { required: true, hint: t('zoneHint') })}
            ${inputField('entity', t('entity'), site?.entity)} ${inputField('floorAreaM2', `${t('area')} (m²)`, site?.floorAreaM2)}`,
            confirm: t('save'),
            done: async fields => {
                const { siteId = site?.siteId ?? '', ...facts } = stated(fields);
                await write('PUT', `/api/sites/${encodeURIComponent(siteId)}`, facts);
                announce(t('saved', { name: facts.name ?? siteId }));
                void this.sites.refresh();
            },
        });
    }
}

customElements.define('nz-sites', Sites);
