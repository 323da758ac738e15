import { html, nothing, type TemplateResult } from 'lit';
import { write } from '../../api/api';
import { may, type Role, session } from '../../api/session';
import { dateAndTime } from '../../language/format';
import { dictionary } from '../../language/language';
import { comma, words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { ask } from '../../parts/dialog';
import { announce } from '../../parts/notice';
import { panel, section } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { table } from '../../parts/table';
import { inputField } from './fields';
import type { Key, Page } from './shapes';

const t = dictionary(
    {
        title: 'API keys', mayNot: 'Only an administrator sees, issues and revokes keys. You are signed in as {who} with the role {roles}.',
        name: 'Name', roles: 'Roles', datacenters: 'Data centres', all: 'all', created: 'Issued', state: 'State', valid: 'valid', revoked: 'revoked {when}', what: 'Do',
        issue: 'New key…', issueTitle: 'Issue an API key', issueDo: 'Issue',
        nameHint: 'Who or what uses it.', datacentersHint: 'Of a key of the role telemetry alone: data centres apart by commas; empty for all.',
        issuedTitle: 'The key of {name}', issuedBody: 'This is the only time it is shown. Copy it and keep it safe; whoever has it may do what its roles allow.',
        key: 'Key', copy: 'Copy', copied: 'Copied.', notCopied: 'This browser does not let the page copy. Select the key and copy it.',
        revoke: 'Revoke…', revokeOf: 'Revoke {name}', revokeTitle: 'Revoke the key {name}?', revokeBody: 'It is refused from now on, and sessions that were begun with it end. This cannot be undone.', revokeDo: 'Revoke', revokedNow: 'The key {name} was revoked.',
        rolesTitle: 'What the roles may do', role: 'Role', may: 'May', more: 'The first {count} keys are shown; the file has all.',
        admin: 'everything, keys included', steward: 'keep the books: read, import, change and lock', analyst: 'read everything and work with scenarios', viewer: 'read', telemetry: 'push readings, nothing else',
    },
    {
        title: 'API 密钥', mayNot: '只有管理员可以查看、签发和吊销密钥。您以 {who} 登录，角色为 {roles}。',
        name: '名称', roles: '角色', datacenters: '数据中心', all: '全部', created: '签发时间', state: '状态', valid: '有效', revoked: '已于 {when} 吊销', what: '操作',
        issue: '新建密钥…', issueTitle: '签发 API 密钥', issueDo: '签发',
        nameHint: '使用者或用途。', datacentersHint: '仅适用于遥测角色的密钥：以逗号分隔的数据中心；留空表示全部。',
        issuedTitle: '{name} 的密钥', issuedBody: '密钥仅显示这一次。请复制并妥善保存；持有者可行使其角色的全部权限。',
        key: '密钥', copy: '复制', copied: '已复制。', notCopied: '浏览器不允许本页复制，请选中密钥后自行复制。',
        revoke: '吊销…', revokeOf: '吊销“{name}”', revokeTitle: '吊销密钥 {name}？', revokeBody: '此后该密钥将被拒绝，以其开始的会话随即结束。此操作无法撤回。', revokeDo: '吊销', revokedNow: '密钥 {name} 已吊销。',
        rolesTitle: '各角色的权限', role: '角色', may: '权限', more: '显示前 {count} 个密钥，完整列表见文件。',
        admin: '全部权限，包括密钥', steward: '管理账目：查看、导入、修改和锁定', analyst: '查看全部数据并使用情景', viewer: '查看', telemetry: '仅推送读数',
    },
);

const MOST_SHOWN = 200;
const ROLES: Role[] = ['admin', 'steward', 'analyst', 'viewer', 'telemetry'];

/** Who may use the API, and to do what. */
class Keys extends Part {
    private readonly keys = new Query<Page<Key>>(this, () => (may('admin') ? `/api/keys?limit=${MOST_SHOWN}` : null));

    protected override render(): TemplateResult {
        const controls = html`<button id="issue-key" type="button" class="quiet small" @click=${() => this.issue()}>${t('issue')}</button>`;
        return html`${may('admin')
            ? panel({ id: 'keys', title: t('title'), wide: true, controls, saved: { path: '/api/keys', name: 'keys' } }, this.keys, page => this.list(page))
            : section(
                  { id: 'keys', title: t('title'), wide: true },
                  html`<p class="problem absent">${t('mayNot', { who: session()?.name ?? '', roles: session()?.roles.map(words).join(comma()) ?? '' })}</p>`,
              )}
        ${section(
            { id: 'roles', title: t('rolesTitle'), wide: true },
            table<Role>(
                { caption: t('rolesTitle'), quietCaption: true },
                [
                    { head: t('role'), cell: role => html`${words(role)} <code class="muted">${role}</code>` },
                    { head: t('may'), cell: role => t(role) },
                ],
                ROLES,
            ),
        )}`;
    }

    private list(page: Page<Key>): TemplateResult {
        return html`${table<Key>(
            { caption: t('title'), quietCaption: true },
            [
                { head: t('name'), cell: row => verbatim(row.name) },
                { head: t('roles'), cell: row => row.roles.map(words).join(comma()) },
                { head: t('datacenters'), cell: row => (row.datacenters.length === 0 ? t('all') : row.datacenters.join(comma())) },
                { head: t('created'), cell: row => dateAndTime(row.createdAt) },
                { head: t('state'), cell: row => (row.revokedAt ? t('revoked', { when: dateAndTime(row.revokedAt) ?? '' }) : t('valid')) },
                { head: t('what'), cell: row => this.revoker(row) },
            ],
            page.items,
        )}
        ${page.nextCursor === undefined ? nothing : html`<p class="notes">${t('more', { count: page.items.length })}</p>`}`;
    }

    private revoker(key: Key): unknown {
        return key.revokedAt
            ? '–'
            : html`<button type="button" class="quiet small" aria-label=${t('revokeOf', { name: key.name })} @click=${() => this.revoke(key)}>${t('revoke')}</button>`;
    }

    private issue(): void {
        ask({
            id: 'key-form',
            title: t('issueTitle'),
            body: () => html`${inputField('name', t('name'), '', { required: true, hint: t('nameHint') })}
                <fieldset>
                    <legend>${t('roles')}</legend>
                    ${ROLES.map(
                        role => html`<label class="tick"><input type="checkbox" name="role" value=${role} /> <span>${words(role)} <span class="why">${t(role)}</span></span></label>`,
                    )}
                </fieldset>
                ${inputField('datacenters', t('datacenters'), '', { hint: t('datacentersHint') })}`,
            confirm: t('issueDo'),
            done: async fields => {
                const datacenters = String(fields.get('datacenters')).split(/[,，\s]+/).filter(id => id !== '');
                const wanted = { name: fields.get('name'), roles: fields.getAll('role'), datacenters: datacenters.length === 0 ? undefined : datacenters };
                const issued = await write<Key>('POST', '/api/keys', wanted);
                void this.keys.refresh();
                shown(issued);
            },
        });
    }

    private revoke(key: Key): void {
        ask({
            id: 'revoke-key',
            title: t('revokeTitle', { name: key.name }),
            body: () => html`<p>${t('revokeBody')}</p>`,
            confirm: t('revokeDo'),
            dangerous: true,
            done: async () => {
                await write('DELETE', `/api/keys/${key.id}`);
                announce(t('revokedNow', { name: key.name }));
                void this.keys.refresh();
            },
        });
    }
}

/** The one time a key is shown. */
function shown(issued: Key): void {
    ask({
        id: 'issued-key',
        title: t('issuedTitle', { name: issued.name }),
        body: () => html`<p>${t('issuedBody')}</p>
            <label class="field">${t('key')} <input id="issued" readonly .value=${issued.key ?? ''} autocomplete="off" @focus=${(event: Event) => (event.target as HTMLInputElement).select()} /></label>
            <p><button id="copy-key" type="button" class="quiet" @click=${() => void copy(issued.key ?? '')}>${t('copy')}</button></p>`,
    });
}

async function copy(key: string): Promise<void> {
    try {
        await navigator.clipboard.writeText(key);
        announce(t('copied'));
    } catch {
        announce(t('notCopied'), 'bad');
    }
}

customElements.define('nz-keys', Keys);
