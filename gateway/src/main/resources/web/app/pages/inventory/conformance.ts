import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { unit, words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { folded, table } from '../../parts/table';
import type { Conformance } from './shapes';

const t = dictionary(
    {
        title: 'Do the methods calculate as the standard’s own examples do?',
        sum: '{agree} worked examples agree, {documented} differ for a documented reason, {differ} differ.',
        of: 'Recalculated now, by the same code as the inventory, from:',
        caption: 'Worked examples, computed and printed',
        example: 'Example',
        printed: 'Printed',
        computed: 'Computed',
        unit: 'Unit',
        verdict: 'Verdict',
        note: 'Note',
        none: 'not printed',
        examples: 'The examples',
    },
    {
        title: '计算方法与标准自带算例是否一致？',
        sum: '{agree} 个算例一致，{documented} 个有记录在案的差异，{differ} 个不一致。',
        of: '用与清单相同的程序即时重算，依据：',
        caption: '算例：计算值与印刷值',
        example: '算例',
        printed: '印刷值',
        computed: '计算值',
        unit: '单位',
        verdict: '结论',
        note: '说明',
        none: '未印出',
        examples: '算例明细',
    },
);

/** The worked examples of the standard, calculated anew. */
class ConformancePart extends Part {
    private readonly report = new Query<Conformance>(this, () => '/api/emissions/conformance');

    protected override render(): TemplateResult {
        return panel({ id: 'conformance', title: t('title'), wide: true }, this.report, show);
    }
}

function show(report: Conformance): TemplateResult {
    return html`<p>${t('sum', { agree: report.agree, documented: report.documented, differ: report.differ })}</p>
        <p class="notes">${t('of')} ${verbatim(report.document)}</p>
        ${folded(
            table(
                { caption: t('caption'), quietCaption: true },
                [
                    { head: t('example'), cell: row => html`${row.example} <span class="why">${verbatim(row.chapter ?? '')}</span>` },
                    { head: t('unit'), cell: row => html`<span class="unit">${unit(row.unit)}</span>` },
                    { head: t('printed'), numeric: true, cell: row => figure(format.amount(row.printed), t('none')) },
                    { head: t('computed'), numeric: true, cell: row => figure(format.amount(row.computed), t('none')) },
                    { head: t('verdict'), cell: row => words(row.verdict) },
                    { head: t('note'), cell: row => html`<span class="comment">${verbatim(row.note ?? '')}${row.misprint ? html` ${verbatim(row.misprint)}` : nothing}</span>` },
                ],
                report.examples,
            ),
            t('examples'),
        )}`;
}

customElements.define('nz-inventory-conformance', ConformancePart);
