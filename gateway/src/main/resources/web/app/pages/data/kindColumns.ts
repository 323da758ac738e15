import { html, nothing, type TemplateResult } from 'lit';
import { dictionary } from '../../language/language';
import { folded, table } from '../../parts/table';
import type { Kind } from './kinds';
import { meaning } from './meanings';
import type { ColumnOfKind } from './shapes';

const t = dictionary(
    {
        title: 'What the columns mean',
        mandatory: 'Every file has:',
        optional: 'It may have besides:',
        end: '.',
        order: 'Their order is free.',
        column: 'Column', needed: 'Mandatory', means: 'Meaning', values: 'Allowed values',
        yes: 'yes', no: 'no',
    },
    {
        title: '各列说明',
        mandatory: '必填列：',
        optional: '可选列：',
        end: '。',
        order: '列的顺序不限。',
        column: '列', needed: '必填', means: '含义', values: '可用的值',
        yes: '是', no: '否',
    },
);

/** What a file of a kind has to look like. */
export function kindColumns(kind: Kind, columns: ColumnOfKind[]): TemplateResult {
    const mandatory = columns.filter(column => column.required).map(column => column.name);
    const optional = columns.filter(column => !column.required).map(column => column.name);
    return html`<p class="hint" id="import-columns">
            ${t('mandatory')} ${codes(mandatory)}${t('end')}
            ${optional.length === 0 ? nothing : html`${t('optional')} ${codes(optional)}${t('end')}`} ${t('order')}
        </p>
        <div id="column-meanings">
            ${folded(
                table<ColumnOfKind>(
                    { caption: t('title'), quietCaption: true },
                    [
                        { head: t('column'), cell: row => html`<code>${row.name}</code>` },
                        { head: t('needed'), cell: row => t(row.required ? 'yes' : 'no') },
                        { head: t('means'), cell: row => meaning(kind, row) },
                        { head: t('values'), cell: row => codes(row.values ?? []) },
                    ],
                    columns,
                ),
                t('title'),
            )}
        </div>`;
}

function codes(values: string[]): unknown {
    return values.map((value, i) => html`${i === 0 ? nothing : ', '}<code>${value}</code>`);
}
