import { type Child, type Column, el, figure, table } from './dom';
import * as format from './format';
import { answerOf, Panel } from './panel';
import { period } from './period';
import type { ReconciledFigure, Reconciliation } from './shapes';
import { unit, words } from './words';

const HALF_BAR_PERCENT = 50;

export const reconciliationPanel: Panel<Reconciliation> = new Panel('reconciliation', {
    load: answerOf<Reconciliation>(() => `/api/emissions/reconciliation?period=${period()}`),
    show,
    showNothing: () => undefined,
});

function show(reconciliation: Reconciliation): void {
    const figures = reconciliation.figures;
    reconciliationPanel.content.replaceChildren(
        figures.length === 0
            ? el('p', { class: 'muted' }, `– No published figures are on file for ${reconciliation.period}.`)
            : table(`Figures of ${reconciliation.period}, computed and published`, columns(largest(figures)), figures),
    );
}

function largest(figures: ReconciledFigure[]): number {
    return Math.max(...figures.map(row => Math.abs(format.number(row.differencePercent) ?? 0)));
}

function columns(largestPercent: number): Column<ReconciledFigure>[] {
    return [
        { head: 'Figure', cell: row => (row.method ? `${words(row.figure)}, ${words(row.method).toLowerCase()}` : words(row.figure)) },
        { head: 'Unit', cell: row => el('span', { class: 'unit' }, unit(row.unit)) },
        { head: 'Computed', numeric: true, cell: row => figure(format.amount(row.computed), 'not computed') },
        { head: 'Published', numeric: true, cell: row => figure(format.amount(row.published), 'not published') },
        { head: 'Difference', numeric: true, cell: row => figure(format.difference(row.difference), 'one side is missing') },
        { head: 'Difference', unit: 'of the published', numeric: true, cell: row => percent(row, largestPercent) },
        { head: 'Comment', cell: row => el('span', { class: 'comment' }, row.comment ?? '') },
    ];
}

function percent(row: ReconciledFigure, largestPercent: number): Child {
    const value = format.number(row.differencePercent);
    return value === null ? null : el('span', { class: 'difference' }, bar(value, largestPercent), el('span', {}, format.percentDifference(value)));
}

/** Left of the middle is below the published figure, right of it above. */
function bar(percent: number, largestPercent: number): HTMLElement {
    const fill = el('span', { class: percent < 0 ? 'below' : 'above' });
    fill.style.width = `${largestPercent === 0 ? 0 : (Math.abs(percent) / largestPercent) * HALF_BAR_PERCENT}%`;
    return el('span', { class: 'deviation', 'aria-hidden': 'true' }, fill);
}
