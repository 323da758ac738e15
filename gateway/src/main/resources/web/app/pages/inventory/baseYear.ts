import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { table } from '../../parts/table';
import type { Page } from './shapes';

const t = dictionary(
    {
        title: 'Base year {year}',
        due: 'A recalculation of the base year is due.',
        notDue: 'No recalculation of the base year is due.',
        policy: 'Threshold {threshold} of {base}; {how}.',
        each: 'each change counts by itself',
        sum: 'the sum of all changes counts: {sum} so far',
        caption: 'Structural changes against the base year',
        change: 'Change',
        kind: 'Kind',
        day: 'Day',
        emissions: 'Adds',
        share: 'Of the base year',
        verdict: 'Verdict',
        above: 'above the threshold',
        within: 'within the threshold',
        settled: 'settled by a restatement',
        organic: 'never counts',
        none: 'not stated',
        ACQUISITION: 'acquisition',
        DIVESTMENT: 'divestment',
        OUTSOURCING: 'outsourcing',
        INSOURCING: 'insourcing',
        METHODOLOGY: 'methodology',
        DATA: 'data',
        ERROR: 'error',
        ORGANIC_GROWTH: 'organic growth',
    },
    {
        title: '基准年 {year}',
        due: '需要重新计算基准年。',
        notDue: '无需重新计算基准年。',
        policy: '阈值为 {base} 的 {threshold}；{how}。',
        each: '各项变化分别计算',
        sum: '按全部变化之和计算：目前 {sum}',
        caption: '影响基准年的结构性变化',
        change: '变化',
        kind: '种类',
        day: '日期',
        emissions: '增减',
        share: '占基准年',
        verdict: '结论',
        above: '超过阈值',
        within: '未超阈值',
        settled: '已由重述处理',
        organic: '不计入',
        none: '未说明',
        ACQUISITION: '收购',
        DIVESTMENT: '剥离',
        OUTSOURCING: '外包',
        INSOURCING: '内化',
        METHODOLOGY: '方法',
        DATA: '数据',
        ERROR: '差错',
        ORGANIC_GROWTH: '内生增长',
    },
);

interface BaseYear {
    baseYear: number;
    baseTonnesCo2e?: format.Amount;
    thresholdPercent?: format.Amount;
    cumulative: boolean;
    recalculationDue: boolean;
    sumPercent?: format.Amount;
    reasons: string[];
    changes: {
        changeId: string;
        kind: string;
        happenedOn: string;
        tonnesCo2e?: format.Amount;
        percent?: format.Amount;
        counts: boolean;
        settled: boolean;
        aboveThreshold: boolean;
    }[];
}

const KINDS = ['ACQUISITION', 'DIVESTMENT', 'OUTSOURCING', 'INSOURCING', 'METHODOLOGY', 'DATA', 'ERROR', 'ORGANIC_GROWTH'] as const;

/** Whether structural changes call for a recalculation of the base year; shown where there are any. */
class BaseYearPart extends Part {
    private readonly changes = new Query<Page<unknown>>(this, () => '/api/organization/structural-changes?limit=1', { on: ['inventory'] });
    /** Without a policy it is a problem, so it is asked for only where changes are on file. */
    private readonly verdict = new Query<BaseYear>(this, () => ((this.changes.answer?.items.length ?? 0) > 0 ? '/api/emissions/base-year' : null), { on: ['inventory'] });

    protected override render(): TemplateResult {
        if ((this.changes.answer?.items.length ?? 0) === 0) {
            return html`${nothing}`;
        }
        const year = this.verdict.answer?.baseYear ?? '';
        return panel({ id: 'base-year', title: t('title', { year }), wide: true, saved: { path: '/api/emissions/base-year', name: `base-year-${year}` } }, this.verdict, show);
    }
}

function show(base: BaseYear): TemplateResult {
    const percent = (value: format.Amount): string => format.percentDifference(value) ?? '–';
    const how = base.cumulative ? t('sum', { sum: percent(base.sumPercent) }) : t('each');
    return html`<p><strong>${base.recalculationDue ? t('due') : t('notDue')}</strong></p>
        <p class="notes">
            ${t('policy', { threshold: `${format.recorded(base.thresholdPercent) ?? '–'}%`, base: format.joined(format.mass(base.baseTonnesCo2e)) ?? '–', how })}
            ${verbatim(base.reasons.join(' '))}
        </p>
        ${table(
            { caption: t('caption') },
            [
                { head: t('change'), cell: row => row.changeId },
                { head: t('kind'), cell: row => kindName(row.kind) },
                { head: t('day'), cell: row => format.date(row.happenedOn) },
                { head: t('emissions'), unit: format.tonnes(), numeric: true, cell: row => figure(format.difference(row.tonnesCo2e), t('none')) },
                { head: t('share'), numeric: true, cell: row => figure(format.percentDifference(row.percent), t('none')) },
                { head: t('verdict'), cell: row => (row.settled ? t('settled') : !row.counts ? t('organic') : row.aboveThreshold ? t('above') : t('within')) },
            ],
            base.changes,
        )}`;
}

function kindName(kind: string): string {
    const known = KINDS.find(each => each === kind);
    return known === undefined ? words(kind) : t(known);
}

customElements.define('nz-inventory-base-year', BaseYearPart);
