import { html, nothing, type TemplateResult } from 'lit';
import { Problem, write } from '../../api/api';
import { may } from '../../api/session';
import { choose, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { colon, words } from '../../language/words';
import { ask, explained } from '../../parts/dialog';
import { refusal, verbatim } from '../../parts/apiText';
import { downloads } from '../../parts/download';
import { announce } from '../../parts/notice';
import { panel, section } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { table } from '../../parts/table';
import { chosenKind, type Kind, kindName } from './kinds';
import { rowErrors } from './outcome';
import type { Import, ImportedActivity, Page, RowError } from './shapes';
import { RECEIVED } from './transfer';

const t = dictionary(
    {
        title: 'Imports so far: {kind}',
        unrecorded: 'Imports of this kind leave no record: their rows are worked through at once. Energy kinds and activities are on record.',
        empty: 'Nothing of this kind has been imported yet. Choose a file above.',
        when: 'Received', who: 'By', status: 'Status', accepted: 'Accepted', duplicates: 'Duplicates', rejected: 'Rejected', more: 'Show more', most: 'The newest {count} are shown; the file has all.',
        firstReasons: 'The first {count} reasons are shown; the file has all that are kept.', firstRecords: 'The first {count} records are shown; the file has all.',
        details: 'Details', close: 'Close the details', detailsOf: 'Import of {when}',
        progress: '{read} of about {total} rows',
        mapping: 'read by the mapping “{name}”', file: 'SHA-256 of the file: {hash}',
        reversed: 'Taken back by {who}, {when}: {reason}',
        reverse: 'Take back…', reverseTitle: 'Take this import back?',
        reverseBody: 'The {count} records stored with it count no more. They stay readable, what they had superseded counts again, and their ids may be sent anew.',
        reason: 'Reason', reverseDo: 'Take back', reverseDone: 'The import was taken back.',
        notReversible: 'Imports of this kind are not taken back; correct them row by row.',
        mayNot: 'Taking back needs the role steward or admin.',
        records: 'Records stored with it', record: 'Record', activity: 'Activity', quantity: 'Quantity', site: 'Site', period: 'From – to', counts: 'Counts',
        yes: 'yes', no: 'no', noRecords: 'It stored no records.', noErrors: 'No row was rejected.',
    },
    {
        title: '导入历史：{kind}',
        unrecorded: '此类导入不留历史记录：各行立即处理完毕。能源类数据和活动数据有历史记录。',
        empty: '尚未导入此类数据。请在上方选择文件。',
        when: '接收时间', who: '操作人', status: '状态', accepted: '已接受', duplicates: '重复', rejected: '被拒绝', more: '显示更多', most: '显示最新的 {count} 次导入，完整列表见文件。',
        firstReasons: '显示前 {count} 条原因，完整内容见文件。', firstRecords: '显示前 {count} 条记录，完整列表见文件。',
        details: '详情', close: '关闭详情', detailsOf: '{when} 的导入',
        progress: '约 {total} 行中的 {read} 行',
        mapping: '按映射“{name}”读取', file: '文件 SHA-256：{hash}',
        reversed: '{who} 于 {when} 撤销：{reason}',
        reverse: '撤销…', reverseTitle: '撤销此次导入？',
        reverseBody: '随之入库的 {count} 条记录不再计入。记录仍可查阅，被其取代的记录恢复计入，其编号可重新使用。',
        reason: '原因', reverseDo: '撤销导入', reverseDone: '导入已撤销。',
        notReversible: '此类导入不能整体撤销，请逐行更正。',
        mayNot: '撤销需要数据管理员或管理员角色。',
        records: '随之入库的记录', record: '记录', activity: '活动', quantity: '数量', site: '场所', period: '起止', counts: '是否计入',
        yes: '是', no: '否', noRecords: '没有记录入库。', noErrors: '没有被拒绝的行。',
    },
);

const FIRST_SHOWN = 10;
/** As many as a page of the API has. */
const MOST_SHOWN = 1_000;
const MOST_RECORDS = 50;
const LOOK_SECONDS = 10;

/** The imports of a kind, what became of each, and the way back. */
class History extends Part {
    private shown = FIRST_SHOWN;
    private readonly imports = new Query<Page<Import>>(
        this,
        () => (chosenKind().onRecord ? `/api/imports/${chosenKind().name}/history?limit=${this.shown}` : null),
        { on: ['energy', 'inventory'], everySeconds: LOOK_SECONDS },
    );
    /** One that a link names and the list does not reach. */
    private readonly older = new Query<Import>(this, () => (this.imports.answer !== null && this.listed() === undefined ? this.path() : null), {
        on: ['energy', 'inventory'],
    });
    private readonly rejected = new Query<Page<RowError>>(this, () => this.of('rejected'));
    private readonly records = new Query<Page<ImportedActivity>>(this, () => (chosenKind().hasRecords ? this.of('records') : null), {
        on: ['inventory'],
    });

    override connectedCallback(): void {
        super.connectedCallback();
        addEventListener(RECEIVED, this.received);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        removeEventListener(RECEIVED, this.received);
    }

    private readonly received = (): void => this.imports.refreshSoon();

    protected override render(): TemplateResult {
        const kind = chosenKind();
        const title = t('title', { kind: kindName(kind) });
        if (!kind.onRecord) {
            return section({ id: 'import-history', title, wide: true }, html`<p class="muted">${t('unrecorded')}</p>`);
        }
        const saved = { path: `/api/imports/${kind.name}/history`, name: `${kind.name}-imports` };
        return panel({ id: 'import-history', title, wide: true, saved }, this.imports, page =>
            html`${page.items.length === 0 ? html`<p class="muted">${t('empty')}</p>` : this.list(kind, page)} ${this.chosen(kind)}`,
        );
    }

    private path(): string | null {
        const id = parameter('import');
        return id === null || !chosenKind().onRecord ? null : `/api/imports/${chosenKind().name}/history/${encodeURIComponent(id)}`;
    }

    private of(part: string): string | null {
        const path = this.path();
        return path === null ? null : `${path}/${part}?limit=${MOST_RECORDS}`;
    }

    private listed(): Import | undefined {
        return this.imports.answer?.items.find(each => each.importId === parameter('import'));
    }

    private chosen(kind: Kind): unknown {
        const chosen = this.listed() ?? this.older.answer;
        if (chosen !== null) {
            return this.details(kind, chosen);
        }
        return this.older.problem === null ? nothing : html`<div id="import-unknown">${explained(this.older.problem)}</div>`;
    }

    private list(kind: Kind, page: Page<Import>): TemplateResult {
        const chosen = this.listed();
        return html`${table<Import>(
            { caption: t('title', { kind: kindName(kind) }), quietCaption: true },
            [
                { head: t('when'), cell: row => format.dateAndTime(row.recordedAt) },
                { head: t('who'), cell: row => row.recordedBy },
                { head: t('status'), cell: row => status(row) },
                { head: t('accepted'), numeric: true, cell: row => format.count(row.accepted) },
                { head: t('duplicates'), numeric: true, cell: row => format.count(row.duplicates) },
                { head: t('rejected'), numeric: true, cell: row => format.count(row.rejectedRows) },
                { head: t('details'), cell: row => this.opener(row) },
            ],
            page.items,
            row => (row === chosen ? 'chosen' : ''),
        )}
        ${page.nextCursor === undefined
            ? nothing
            : html`<p class="notes">
                  ${this.shown < MOST_SHOWN
                      ? html`<button id="more-imports" type="button" class="quiet small" @click=${this.more}>${t('more')}</button>`
                      : t('most', { count: format.count(MOST_SHOWN) })}
              </p>`}`;
    }

    private readonly more = (): void => {
        this.shown = Math.min(this.shown * 10, MOST_SHOWN);
        this.requestUpdate();
    };

    private opener(row: Import): TemplateResult {
        const open = row.importId === parameter('import');
        return html`<button
            type="button"
            class="quiet small"
            aria-expanded=${open}
            aria-label="${open ? t('close') : t('details')}${colon()}${t('detailsOf', { when: format.dateAndTime(row.recordedAt) ?? '' })}"
            @click=${() => choose({ import: open ? null : row.importId })}
        >
            ${open ? t('close') : t('details')}
        </button>`;
    }

    private details(kind: Kind, chosen: Import): TemplateResult {
        const path = `/api/imports/${kind.name}/history/${chosen.importId}`;
        return html`<div id="import-details" class="details">
            <h3>${t('detailsOf', { when: format.dateAndTime(chosen.recordedAt) ?? '' })}</h3>
            ${chosen.problem === undefined ? nothing : html`<p class="problem">${refusal(new Problem(409, words(chosen.problem.code), chosen.problem.detail, [], chosen.problem.code))}</p>`}
            ${chosen.reversal === undefined
                ? nothing
                : html`<p id="reversal" class="problem absent">${t('reversed', {
                      who: chosen.reversal.reversedBy,
                      when: format.dateAndTime(chosen.reversal.reversedAt) ?? '',
                      reason: chosen.reversal.reason,
                  })}</p>`}
            <p class="notes">
                ${chosen.mapping === undefined ? nothing : `${t('mapping', { name: chosen.mapping })} · `}
                ${chosen.fileSha256 === undefined ? nothing : html`<span class="hash">${t('file', { hash: chosen.fileSha256 })}</span>`}
            </p>
            ${this.wayBack(kind, chosen)}
            ${this.rejected.answer === null
                ? nothing
                : this.rejected.answer.items.length === 0
                  ? html`<p class="notes">${t('noErrors')}</p>`
                  : html`${rowErrors(this.rejected.answer.items)}
                        ${this.rejected.answer.nextCursor === undefined ? nothing : html`<p class="notes">${t('firstReasons', { count: MOST_RECORDS })}</p>`}
                        ${downloads({ path: `${path}/rejected`, name: `${kind.name}-rejected` })}`}
            ${kind.hasRecords && this.records.answer !== null ? this.recordsOf(path, this.records.answer) : nothing}
        </div>`;
    }

    private wayBack(kind: Kind, chosen: Import): unknown {
        if (chosen.status !== 'DONE' && chosen.status !== 'FAILED') {
            return nothing;
        }
        if (!kind.reversible) {
            return html`<p class="notes">${t('notReversible')}</p>`;
        }
        if (!may('steward')) {
            return html`<p class="notes">${t('mayNot')}</p>`;
        }
        return html`<p class="actions start"><button id="reverse" type="button" class="quiet" @click=${() => this.reverse(kind, chosen)}>${t('reverse')}</button></p>`;
    }

    private reverse(kind: Kind, chosen: Import): void {
        ask({
            id: 'reverse-import',
            title: t('reverseTitle'),
            body: () => html`<p>${t('reverseBody', { count: format.count(chosen.accepted) })}</p>
                <label class="field">${t('reason')} <input name="reason" required maxlength="1000" autocomplete="off" /></label>`,
            confirm: t('reverseDo'),
            dangerous: true,
            done: async fields => {
                await write('POST', `/api/imports/${kind.name}/history/${chosen.importId}/reversal`, { reason: fields.get('reason') });
                announce(t('reverseDone'));
                void this.imports.refresh();
                void this.records.refresh();
            },
        });
    }

    private recordsOf(path: string, page: Page<ImportedActivity>): TemplateResult {
        if (page.items.length === 0) {
            return html`<p class="notes">${t('noRecords')}</p>`;
        }
        return html`${table<ImportedActivity>(
            { caption: t('records'), saved: { path: `${path}/records`, name: 'activities-records' } },
            [
                { head: t('record'), cell: row => row.activityId },
                { head: t('activity'), cell: row => verbatim(row.activity) },
                { head: t('quantity'), numeric: true, cell: row => `${format.recorded(row.quantity)} ${row.unit}` },
                { head: t('site'), cell: row => row.siteId ?? '–' },
                { head: t('period'), cell: row => `${row.start} – ${row.end}` },
                { head: t('counts'), cell: row => t(row.counts ? 'yes' : 'no') },
            ],
            page.items,
        )}
        ${page.nextCursor === undefined ? nothing : html`<p class="notes">${t('firstRecords', { count: MOST_RECORDS })}</p>`}`;
    }
}

function status(row: Import): TemplateResult {
    const running = row.status === 'QUEUED' || row.status === 'RUNNING';
    return html`${words(row.status)}
    ${running ? html`<span class="why">${t('progress', { read: format.count(row.rowsRead), total: format.count(row.rowsTotal) })}</span>` : nothing}`;
}

customElements.define('nz-import-history', History);
