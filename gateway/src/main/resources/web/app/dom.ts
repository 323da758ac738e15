export type Child = Node | string | null;

export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
    const found = document.getElementById(id);
    if (found === null) {
        throw new Error(`The page has no #${id}`);
    }
    return found as E;
}

/** An element with its attributes and children. Texts are never read as HTML. */
export function el<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes: Record<string, string> = {},
    ...children: Child[]
): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        element.setAttribute(name, value);
    }
    element.append(...children.filter(child => child !== null));
    return element;
}

/** A figure with its unit; where there is none, a dash and the reason. */
export function figure(text: string | null, reason: string, unit = ''): Node {
    return text === null
        ? el('span', { class: 'missing' }, '– ', el('span', { class: 'why' }, reason))
        : el('span', { class: 'figure' }, text, unit === '' ? null : el('span', { class: 'unit' }, ` ${unit}`));
}

export interface Column<R> {
    head: string;
    unit?: string;
    numeric?: boolean;
    cell: (row: R) => Child;
}

/** A data table whose first column heads its rows, and which scrolls by itself where the page is narrow. */
export function table<R>(
    caption: string,
    columns: Column<R>[],
    rows: R[],
    rowClass: (row: R) => string = () => '',
): HTMLElement {
    const head = el('tr', {}, ...columns.map(headCell));
    const body = rows.map(row => el('tr', { class: rowClass(row) }, ...columns.map((column, i) => bodyCell(column, row, i))));
    return el(
        'div',
        { class: 'scroll', role: 'group', 'aria-label': caption, tabindex: '0' },
        el('table', {}, el('caption', {}, el('span', {}, caption)), el('thead', {}, head), el('tbody', {}, ...body)),
    );
}

function headCell<R>(column: Column<R>): HTMLElement {
    return el(
        'th',
        { scope: 'col', class: column.numeric ? 'number' : '' },
        column.head,
        column.unit === undefined ? null : el('span', { class: 'unit' }, column.unit),
    );
}

function bodyCell<R>(column: Column<R>, row: R, index: number): HTMLElement {
    const attributes = { class: column.numeric ? 'number' : '' };
    return index === 0
        ? el('th', { scope: 'row', ...attributes }, column.cell(row))
        : el('td', attributes, column.cell(row));
}
