import { html, nothing, type TemplateResult } from 'lit';
import { may } from '../../api/session';
import { period } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { comma, words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { figure } from '../../parts/figure';
import { announce } from '../../parts/notice';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { table } from '../../parts/table';
import './baseYear';
import { place } from './basis';
import { SHARED } from './shared';
import { restatementTable } from './restatement';
import type { Inventory, Page, Status, Transition, Version } from './shapes';
import { askForTransition } from './transitionDialog';

const t = dictionary(
    {
        standing: 'Where {year} stands',
        draft: 'Figures follow every new record, factor and correction.',
        validated: 'A steward has checked the figures; they still follow the records.',
        locked: 'The figures are stored with their traces and stay as they are.',
        restated: 'New figures took the place of locked ones, with a reason; the earlier version is kept.',
        done: 'reached',
        here: 'the year stands here',
        VALIDATED: 'Validate',
        DRAFT: 'Back to draft',
        LOCKED: 'Lock the year…',
        RESTATED: 'Restate the year…',
        adminOnly: 'An administrator locks and restates.',
        stewardOnly: 'A steward validates; an administrator locks and restates. Your key may only read.',
        open: 'Open findings: {count}. They do not keep the year from being locked, except where the answer says so.',
        taken: '{year} is now: {status}.',
        steps: 'What was done',
        noSteps: 'Nothing has been done yet: {year} is a draft.',
        when: 'When',
        who: 'By',
        change: 'Step',
        reason: 'Reason',
        noReason: 'none given',
        acknowledged: 'Acknowledged',
        versions: 'Stored versions',
        noVersions: 'No version is stored. Locking the year stores the first one.',
        version: 'Version',
        status: 'Status',
        market: 'Total, market-based',
        location: 'Total, location-based',
        checksum: 'Checksum',
        noFigure: 'not stored',
        since: 'Since then',
        compare: 'what changed',
        restatement: 'What a restatement would bring',
    },
    {
        standing: '{year} 年的状态',
        draft: '数据随新记录、因子和更正而变化。',
        validated: '数据管理员已核对数据；数据仍随记录变化。',
        locked: '数据连同计算过程已存档，不再改变。',
        restated: '新数据以说明的理由取代锁定数据，原版本保留。',
        done: '已完成',
        here: '当前状态',
        VALIDATED: '核对通过',
        DRAFT: '退回草稿',
        LOCKED: '锁定该年…',
        RESTATED: '重述该年…',
        adminOnly: '锁定和重述由管理员执行。',
        stewardOnly: '数据管理员核对，管理员锁定和重述。您的密钥只能查看。',
        open: '未解决的问题：{count} 项。除非系统拒绝，它们不妨碍锁定。',
        taken: '{year} 年现为：{status}。',
        steps: '操作记录',
        noSteps: '尚无操作：{year} 年为草稿。',
        when: '时间',
        who: '操作人',
        change: '步骤',
        reason: '理由',
        noReason: '未说明',
        acknowledged: '已确认',
        versions: '已存版本',
        noVersions: '没有已存版本。锁定该年将存储第一个版本。',
        version: '版本',
        status: '状态',
        market: '总量，基于市场',
        location: '总量，基于位置',
        checksum: '校验和',
        noFigure: '未存储',
        since: '此后',
        compare: '变化',
        restatement: '重述将带来的变化',
    },
);

const ORDER: Status[] = ['DRAFT', 'VALIDATED', 'LOCKED', 'RESTATED'];
/** What a year may become next. */
const NEXT: Record<Status, Status[]> = { DRAFT: ['VALIDATED'], VALIDATED: ['LOCKED', 'DRAFT'], LOCKED: ['RESTATED'], RESTATED: ['RESTATED'] };
const CHECKSUM_SHOWN = 12;

/** Where a year stands, what was done with it, and what may be done next. */
class PeriodStatus extends Part {
    static override properties = { inventory: SHARED, versions: SHARED };

    declare inventory: Query<Inventory>;
    declare versions: Query<Page<Version>>;

    private readonly current = new Query<Inventory>(this, () => `/api/emissions/inventory?period=${period()}`, { on: ['inventory'] });
    private readonly transitions = new Query<Page<Transition>>(this, () => `${this.history('transitions')}?limit=1000`, { on: ['inventory'] });

    protected override render(): TemplateResult {
        const restatement = this.current.answer?.restatement;
        return html`${panel({ id: 'standing', title: t('standing', { year: period() }), wide: true }, this.current, inventory => this.standing(inventory))}
            ${restatement && this.current.answer
                ? panel({ id: 'restatement', title: t('restatement'), wide: true }, this.current, restatementTable)
                : nothing}
            ${panel({ id: 'versions', title: t('versions'), wide: true, saved: { path: this.history('versions'), name: `versions-${period()}` } }, this.versions, versionTable)}
            ${panel({ id: 'transitions', title: t('steps'), wide: true, saved: { path: this.history('transitions'), name: `steps-${period()}` } }, this.transitions, transitionTable)}
            <nz-inventory-base-year class="parts"></nz-inventory-base-year>`;
    }

    private history(of: 'transitions' | 'versions'): string {
        return `/api/emissions/inventories/${period()}/${of}`;
    }

    private standing(inventory: Inventory): TemplateResult {
        const at = ORDER.indexOf(inventory.status);
        const meaning: Record<Status, string> = { DRAFT: t('draft'), VALIDATED: t('validated'), LOCKED: t('locked'), RESTATED: t('restated') };
        const open = inventory.findings.filter(each => each.severity === 'OPEN').length;
        return html`<ol class="course">
                ${ORDER.map(
                    (each, i) => html`<li class=${i < at ? 'done' : i === at ? 'here' : ''} aria-current=${i === at ? 'step' : nothing}>
                        <strong>${words(each)}</strong>
                        ${i === at ? html`<span class="badge">${t('here')}</span>` : i < at ? html`<span class="why">${t('done')}</span>` : nothing}
                        <span class="why">${meaning[each]}</span>
                    </li>`,
                )}
            </ol>
            ${open > 0 && at < ORDER.indexOf('LOCKED') ? html`<p class="notes">${t('open', { count: open })}</p>` : nothing} ${this.actions(inventory)}`;
    }

    private actions(inventory: Inventory): TemplateResult {
        if (!may('steward')) {
            return html`<p class="notes" id="may-not">${t('stewardOnly')}</p>`;
        }
        const forbidden = (to: Status): boolean => (to === 'LOCKED' || to === 'RESTATED') && !may();
        const next = NEXT[inventory.status];
        return html`<p class="actions start">
                ${next.map(
                    (to, i) => html`<button
                        type="button"
                        id="to-${to.toLowerCase()}"
                        class=${i === 0 ? '' : 'quiet'}
                        ?disabled=${forbidden(to)}
                        aria-describedby=${forbidden(to) ? 'admin-only' : nothing}
                        @click=${() => askForTransition({ to, year: period(), carriedForward: inventory.carriedForward === true }, status => this.taken(status))}
                    >
                        ${t(to)}
                    </button>`,
                )}
            </p>
            ${next.some(forbidden) ? html`<p class="notes" id="admin-only">${t('adminOnly')}</p>` : nothing}`;
    }

    private taken(status: Status): void {
        announce(t('taken', { year: period(), status: words(status) }));
        [this.current, this.transitions, this.inventory, this.versions].forEach(each => void each.refresh());
    }
}

function transitionTable(page: Page<Transition>): TemplateResult {
    if (page.items.length === 0) {
        return html`<p class="muted">– ${t('noSteps', { year: period() })}</p>`;
    }
    return table(
        { caption: t('steps'), quietCaption: true },
        [
            { head: t('when'), cell: row => format.dateAndTime(row.at) },
            { head: t('change'), cell: row => `${words(row.from)} → ${words(row.to)}` },
            { head: t('who'), cell: row => row.by },
            { head: t('reason'), cell: row => (row.reason ? verbatim(row.reason) : null) ?? html`<span class="why">– ${t('noReason')}</span>` },
            { head: t('acknowledged'), cell: row => row.acknowledged.map(words).join(comma()) },
        ],
        page.items,
    );
}

function versionTable(page: Page<Version>): TemplateResult {
    if (page.items.length === 0) {
        return html`<p class="muted">– ${t('noVersions')}</p>`;
    }
    return table(
        { caption: t('versions'), quietCaption: true },
        [
            { head: t('version'), cell: row => html`<a href=${place({ view: null, version: String(row.version), gwp: null, approach: null, asAt: null })}>${row.version}</a>` },
            { head: t('status'), cell: row => words(row.status) },
            { head: t('when'), cell: row => format.dateAndTime(row.at) },
            { head: t('who'), cell: row => row.by },
            { head: t('market'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(format.tonnesOf(row.totalMarketBasedKgCo2e)), t('noFigure')) },
            { head: t('location'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(format.tonnesOf(row.totalLocationBasedKgCo2e)), t('noFigure')) },
            { head: t('reason'), cell: row => (row.reason ? verbatim(row.reason) : null) ?? html`<span class="why">– ${t('noReason')}</span>` },
            { head: t('checksum'), cell: row => html`<code title=${row.contentSha256}>${row.contentSha256.slice(0, CHECKSUM_SHOWN)}</code>` },
            { head: t('since'), cell: row => html`<a href=${place({ view: 'change', from: `${period()}.${row.version}` })}>${t('compare')}</a>` },
        ],
        page.items,
    );
}

customElements.define('nz-inventory-status', PeriodStatus);
