import { html, nothing, type TemplateResult } from 'lit';
import { dictionary } from '../language/language';
import { type Saved, downloads } from './download';

const t = dictionary({ table: 'As a table' }, { table: '表格' });

export interface Column<R> {
    head: string;
    unit?: string;
    numeric?: boolean;
    cell: (row: R) => unknown;
}

interface Options {
    caption: string;
    /** The caption is read aloud but not shown, where a title says the same. */
    quietCaption?: boolean;
    saved?: Saved;
}

/** A data table whose first column heads its rows, and which scrolls by itself where the page is narrow. */
export function table<R>(
    options: Options,
    columns: Column<R>[],
    rows: readonly R[],
    rowClass: (row: R) => string = () => '',
): TemplateResult {
    return html`<div class="scroll" role="group" aria-label=${options.caption} tabindex="0">
            <table>
                <caption class=${options.quietCaption ? 'unseen' : ''}>
                    <span>${options.caption}</span>
                </caption>
                <thead>
                    <tr>
                        ${columns.map(headCell)}
                    </tr>
                </thead>
                <tbody>
                    ${rows.map(row => html`<tr class=${rowClass(row)}>${columns.map((column, i) => bodyCell(column, row, i))}</tr>`)}
                </tbody>
            </table>
        </div>
        ${options.saved === undefined ? nothing : downloads(options.saved)}`;
}

/** The table beside a chart, folded until somebody wants it; it is always printed. */
export function folded(content: unknown, summary = t('table')): TemplateResult {
    return html`<details class="folded">
        <summary>${summary}</summary>
        ${content}
    </details>`;
}

function headCell<R>(column: Column<R>): TemplateResult {
    return html`<th scope="col" class=${column.numeric ? 'number' : ''}>
        ${column.head}${column.unit === undefined ? nothing : html`<span class="unit">${column.unit}</span>`}
    </th>`;
}

function bodyCell<R>(column: Column<R>, row: R, index: number): TemplateResult {
    const kind = column.numeric ? 'number' : '';
    return index === 0 ? html`<th scope="row" class=${kind}>${column.cell(row)}</th>` : html`<td class=${kind}>${column.cell(row)}</td>`;
}
