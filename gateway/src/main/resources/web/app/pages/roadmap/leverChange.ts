import { type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { figure } from '../../parts/figure';
import { type Column, table } from '../../parts/table';
import type { ProjectedYear, Projection } from './shapes';

const t = dictionary(
    {
        caption: 'Emissions by year',
        year: 'Year',
        baseline: 'Baseline',
        gross: 'Gross',
        before: 'Gross before your changes',
        target: 'Target path',
        credits: 'Credits needed',
        renewable: 'Renewable share',
        none: 'not modelled',
        noTarget: 'no path',
    },
    {
        caption: '逐年排放',
        year: '年份',
        baseline: '基线',
        gross: '总排放',
        before: '修改前总排放',
        target: '目标路径',
        credits: '所需碳信用',
        renewable: '可再生占比',
        none: '未建模',
        noTarget: '没有路径',
    },
);

/** A projection by year, beside what it was before. */
export function changeTable(projection: Projection, before: Projection | null): TemplateResult {
    const tonnes = (head: string, of: (year: ProjectedYear) => ProjectedYear['grossTonnes'], reason = t('none')): Column<ProjectedYear> => ({
        head,
        unit: format.tonnes(),
        numeric: true,
        cell: row => figure(format.amount(of(row)), reason),
    });
    const columns = [
        { head: t('year'), cell: (row: ProjectedYear) => String(row.year) },
        tonnes(t('baseline'), row => row.baselineTonnes),
        tonnes(t('gross'), row => row.grossTonnes),
        ...(before === null ? [] : [tonnes(t('before'), row => before.years.find(year => year.year === row.year)?.grossTonnes)]),
        tonnes(t('target'), row => row.targetTonnes, t('noTarget')),
        tonnes(t('credits'), row => row.creditsNeededTonnes),
        { head: t('renewable'), numeric: true, cell: (row: ProjectedYear) => figure(format.share(row.renewableShare), t('none')) },
    ];
    return table({ caption: t('caption'), quietCaption: true }, columns, projection.years);
}
