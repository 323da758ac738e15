import { html, type TemplateResult } from 'lit';
import { period } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { unit } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { deviationBar } from '../../parts/bars';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, table } from '../../parts/table';
import { named } from './methods';
import type { Comparison, Reconciliation } from './shapes';

const t = dictionary(
    {
        title: 'Computed beside published figures',
        lead: 'From the records on file, on the organization’s own basis, against what the report for {period} says. A bar to the left is below the published figure, to the right above; all bars are on one scale, up to ± {largest}.',
        same: 'From the records on file, on the organization’s own basis, against what the report for {period} says. Nothing differs.',
        caption: 'Figures of {period}, computed and published',
        figure: 'Figure',
        unit: 'Unit',
        computed: 'Computed',
        published: 'Published',
        difference: 'Difference',
        ofPublished: 'of the published',
        comment: 'Comment',
        notComputed: 'not computed',
        notPublished: 'not published',
        oneMissing: 'one side is missing',
        empty: 'No published figures of {period} are on file. Import them on the page “Data” as “published figures”.',
        equal: 'equal',
    },
    {
        title: '计算值与披露值对照',
        lead: '按组织口径，由现有记录计算，与 {period} 年报告所载对照。条形向左表示低于披露值，向右表示高于；所有条形同一比例，最大 ± {largest}。',
        same: '按组织口径，由现有记录计算，与 {period} 年报告所载对照。没有差异。',
        caption: '{period} 年计算值与披露值',
        figure: '指标',
        unit: '单位',
        computed: '计算值',
        published: '披露值',
        difference: '差异',
        ofPublished: '占披露值',
        comment: '说明',
        notComputed: '未计算',
        notPublished: '未披露',
        oneMissing: '缺一方',
        empty: '尚无 {period} 年的披露数据。请在“数据”页以“披露数据”导入。',
        equal: '相等',
    },
);

/** What is computed beside what was published, with the difference. */
class Published extends Part {
    private readonly reconciliation = new Query<Reconciliation>(this, () => address(), { on: ['inventory', 'energy', 'indicator'] });

    protected override render(): TemplateResult {
        return panel(
            { id: 'reconciliation', title: t('title'), wide: true, saved: { path: address(), name: `reconciliation-${period()}` } },
            this.reconciliation,
            show,
        );
    }
}

function address(): string {
    return `/api/emissions/reconciliation?period=${period()}`;
}

function show({ figures, period: year }: Reconciliation): TemplateResult {
    if (figures.length === 0) {
        return html`<p class="muted">– ${t('empty', { period: year })}</p>`;
    }
    const largest = Math.max(...figures.map(row => Math.abs(format.number(row.differencePercent) ?? 0)));
    const said = largest === 0 ? t('same', { period: year }) : t('lead', { period: year, largest: format.share(largest / 100) ?? '' });
    return html`<p class="muted lead">${said}</p>
        ${table({ caption: t('caption', { period: year }), quietCaption: true }, columns(largest), figures)}`;
}

function columns(largest: number): Column<Comparison>[] {
    return [
        { head: t('figure'), cell: row => named(row.figure, row.method) },
        { head: t('unit'), cell: row => html`<span class="unit">${unit(row.unit)}</span>` },
        { head: t('computed'), numeric: true, cell: row => figure(format.amount(row.computed), t('notComputed')) },
        { head: t('published'), numeric: true, cell: row => figure(format.amount(row.published), t('notPublished')) },
        { head: t('difference'), numeric: true, cell: row => figure(format.difference(row.difference), t('oneMissing')) },
        { head: t('difference'), unit: t('ofPublished'), numeric: true, cell: row => percent(row, largest) },
        { head: t('comment'), cell: row => html`<span class="comment">${verbatim(row.comment ?? '')}</span>` },
    ];
}

function percent(row: Comparison, largest: number): TemplateResult {
    const value = format.number(row.differencePercent);
    if (value === null) {
        return figure(null, t('oneMissing'));
    }
    return html`<span class="difference">${deviationBar(value, largest)}<span>${value === 0 ? t('equal') : format.percentDifference(value)}</span></span>`;
}

customElements.define('nz-inventory-published', Published);
