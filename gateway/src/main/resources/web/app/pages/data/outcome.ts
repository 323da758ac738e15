import { html, nothing, type TemplateResult } from 'lit';
import { save } from '../../api/api';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { violated } from '../../parts/apiText';
import { downloads } from '../../parts/download';
import { table } from '../../parts/table';
import type { Kind } from './kinds';
import type { ImportAnswer, RowError } from './shapes';

const t = dictionary(
    {
        stored: 'Imported', tried: 'Tried out: nothing was stored',
        accepted: 'accepted', duplicates: 'duplicates, stored before', rejected: 'rejected',
        errors: 'Rejected rows', line: 'Line', column: 'Column', reason: 'Reason', code: 'Code',
        some: 'The first {shown} of {all} reasons are listed; the file has all that are kept.',
        saved: 'Save the reasons as CSV', reasons: 'All reasons as a file:',
        mend: 'Mend these rows and send the file again; the rows that are stored will count as duplicates.',
        whole: '–',
    },
    {
        stored: '已导入', tried: '试运行：未保存任何数据',
        accepted: '已接受', duplicates: '重复（此前已入库）', rejected: '被拒绝',
        errors: '被拒绝的行', line: '行', column: '列', reason: '原因', code: '代码',
        some: '仅列出 {all} 条原因中的前 {shown} 条，完整内容见文件。',
        saved: '将原因另存为 CSV', reasons: '全部原因的文件：',
        mend: '请修改这些行后重新发送文件；已入库的行将计为重复。',
        whole: '–',
    },
);

const MOST_SHOWN = 50;

/** What became of the rows of a file. */
export function outcome(kind: Kind, answer: ImportAnswer): TemplateResult {
    const rejected = answer.rejected ?? [];
    const rejectedRows = answer.rejectedRows ?? rejected.length;
    const counts: [string, number, string][] = [
        ['accepted', answer.accepted ?? 0, t('accepted')],
        ['duplicates', answer.duplicates ?? 0, t('duplicates')],
        ['rejected', rejectedRows, t('rejected')],
    ];
    return html`<div id="import-outcome" role="status">
            <h3>${answer.dryRun ? t('tried') : t('stored')}</h3>
            <dl class="counts">
                ${counts.map(
                    ([id, count, name]) => html`<div id="import-${id}" class=${id === 'rejected' && count > 0 ? 'bad' : ''}>
                        <dt>${name}</dt>
                        <dd>${format.count(count)}</dd>
                    </div>`,
                )}
            </dl>
        </div>
        ${rejected.length === 0 ? nothing : errors(kind, answer, rejected, rejectedRows)}`;
}

function errors(kind: Kind, answer: ImportAnswer, rejected: RowError[], all: number): TemplateResult {
    return html`<div id="import-errors">
        ${rowErrors(rejected)}
        ${all > Math.min(rejected.length, MOST_SHOWN)
            ? html`<p class="notes">${t('some', { shown: format.count(Math.min(rejected.length, MOST_SHOWN)), all: format.count(all) })}</p>`
            : nothing}
        <p class="notes">
            ${t('mend')}
            ${answer.importId === undefined || answer.dryRun
                ? html`<button id="import-save-errors" type="button" class="quiet small" @click=${() => saveErrors(kind, rejected)}>${t('saved')}</button>`
                : html`${t('reasons')} ${downloads({ path: `/api/imports/${kind.name}/history/${answer.importId}/rejected`, name: `${kind.name}-rejected` })}`}
        </p>
    </div>`;
}

/** Why rows were rejected. */
export function rowErrors(rejected: RowError[]): TemplateResult {
    return table<RowError>(
        { caption: t('errors') },
        [
            { head: t('line'), numeric: true, cell: row => format.count(row.line) },
            { head: t('column'), cell: row => row.column ?? t('whole') },
            { head: t('reason'), cell: row => violated(row) },
            { head: t('code'), cell: row => html`<code>${row.code}</code>` },
        ],
        rejected.slice(0, MOST_SHOWN),
    );
}

/** The kinds that are not on record give their reasons only once. */
function saveErrors(kind: Kind, rejected: RowError[]): void {
    const rows = rejected.map(row => [String(row.line), row.column ?? '', row.code, row.message].map(quoted).join(','));
    save(new Blob([['line,column,code,message', ...rows].join('\r\n'), '\r\n'], { type: 'text/csv' }), `${kind.name}-rejected.csv`);
}

/** As the gateway writes CSV: what a spreadsheet would take for a formula is led by an apostrophe. */
function quoted(value: string): string {
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
