import { html, nothing, type TemplateResult } from 'lit';
import { period } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { chinese, colon, comma, unit, words } from '../../language/words';
import { translated, verbatim } from '../../parts/apiText';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, folded, table } from '../../parts/table';
import type { Explained, Trace } from './shapes';

const t = dictionary(
    {
        title: 'Indicators of {year}',
        indicator: 'Indicator',
        value: 'Value',
        formula: 'Formula',
        standard: 'Standard',
        hours: 'Hours',
        missing: 'What is missing',
        notKnown: 'not known',
        inputs: 'Inputs and factors',
        input: 'Input',
        factor: 'Factor',
        source: 'Source',
        summary: '{measured} of {expected} hours are measured ({share}); boundary {boundary}; {name}.',
        design: 'Design PUE, stated: {value}.',
    },
    {
        title: '{year} 年指标',
        indicator: '指标',
        value: '数值',
        formula: '公式',
        standard: '标准',
        hours: '小时数',
        missing: '缺失',
        notKnown: '未知',
        inputs: '输入与因子',
        input: '输入',
        factor: '因子',
        source: '来源',
        summary: '{expected} 小时中 {measured} 小时有测量（{share}）；边界：{boundary}；{name}。',
        design: '设计 PUE（披露）：{value}。',
    },
);

/** All indicators of the year, each with its formula, its inputs and what is missing. */
class IndicatorsOfYear extends Part {
    static override properties = { facilityId: {} };

    declare facilityId: string;
    private readonly trace = new Query<Trace>(this, () => this.address(), { on: ['indicator'] });

    protected override render(): TemplateResult {
        return panel(
            {
                id: 'indicators',
                title: t('title', { year: period() }),
                wide: true,
                saved: { path: this.address(), name: `${this.facilityId}-trace-${period()}` },
            },
            this.trace,
            body,
        );
    }

    private address(): string {
        return `/api/datacenters/${encodeURIComponent(this.facilityId)}/indicators/trace?period=${period()}`;
    }
}

customElements.define('nz-indicators', IndicatorsOfYear);

function body(trace: Trace): TemplateResult {
    const columns: Column<Explained>[] = [
        { head: t('indicator'), cell: row => words(row.indicator) },
        { head: t('value'), numeric: true, cell: row => figure(written(row), t('notKnown'), unit(row.unit)) },
        { head: t('hours'), numeric: true, cell: row => format.count(row.hours) },
        { head: t('formula'), cell: row => html`<span class="equation">${verbatim(row.formula)}</span>` },
        { head: t('standard'), cell: row => verbatim(row.standard) },
        { head: t('missing'), cell: row => row.missing.map(each => html`<div class="comment">${translated(chinese(each.code), each.message)}</div>`) },
    ];
    return html`<p class="notes">
            ${t('summary', {
                measured: format.count(trace.measuredHours),
                expected: format.count(trace.expectedHours),
                share: format.share(trace.completeness) ?? '–',
                boundary: words(trace.boundary),
                name: [trace.pueName, ...trace.flags.map(words)].join(comma()),
            })}
            ${trace.designPue == null ? nothing : t('design', { value: format.ratio(trace.designPue) ?? '' })}
        </p>
        ${table({ caption: t('title', { year: period() }), quietCaption: true }, columns, trace.indicators)}
        ${folded(trace.indicators.map(inputs), t('inputs'))}`;
}

function written(row: Explained): string | null {
    const isShare = ['REF', 'ERF', 'LOAD'].includes(row.indicator.toUpperCase());
    return isShare ? format.share(row.value) : format.ratio(row.value);
}

function inputs(row: Explained): TemplateResult {
    const inputColumns: Column<Explained['inputs'][number]>[] = [
        { head: t('input'), cell: input => verbatim(input.name) },
        { head: t('value'), numeric: true, cell: input => figure(format.recorded(input.value), t('notKnown'), unit(input.unit)) },
    ];
    const factorColumns: Column<Explained['factors'][number]>[] = [
        { head: t('factor'), cell: factor => `${factor.id} ${factor.version ?? ''}` },
        { head: t('value'), unit: 'kg/kWh', numeric: true, cell: factor => figure(factor.kgCo2ePerKwh == null ? null : String(factor.kgCo2ePerKwh), t('notKnown')) },
        { head: t('source'), cell: factor => verbatim(factor.source ?? '') },
    ];
    return html`<h3>${words(row.indicator)}</h3>
        ${table({ caption: `${words(row.indicator)}${colon()}${t('input')}`, quietCaption: true }, inputColumns, row.inputs)}
        ${row.factors.length === 0
            ? nothing
            : table({ caption: `${words(row.indicator)}${colon()}${t('factor')}`, quietCaption: true }, factorColumns, row.factors)}`;
}
