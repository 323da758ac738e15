import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { figure, type Tile } from '../../parts/figure';
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
        grossOf: 'Gross emissions {year}',
        gap: 'Against the path',
        unchanged: 'as before your changes',
        changed: '{difference} by your changes',
        noPath: 'the targets do not cover all emissions',
        points: 'points',
        line: '{year}: {gross} gross',
        above: '{gap} above the path',
        within: '{gap} below the path',
        on: 'on the path',
        byChanges: '{difference} by your changes',
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
        grossOf: '{year} 年总排放',
        gap: '与路径之差',
        unchanged: '与修改前相同',
        changed: '因修改 {difference}',
        noPath: '目标未覆盖全部排放',
        points: '百分点',
        line: '{year} 年总排放 {gross}',
        above: '高于路径 {gap}',
        within: '低于路径 {gap}',
        on: '恰在路径上',
        byChanges: '因修改 {difference}',
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

/** What the levers come to in the last year, and what changes of the reader moved of it. */
export function outcome(projection: Projection, before: Projection | null): Tile[] {
    const end = projection.years.at(-1);
    const was = before?.years.find(year => year.year === end?.year) ?? null;
    const note = (of: (year: ProjectedYear) => format.Amount, write: (difference: number) => string): string => {
        const now = end === undefined ? null : format.number(of(end));
        const then = was === null ? null : format.number(of(was));
        return now === null || then === null || now === then ? t('unchanged') : t('changed', { difference: write(now - then) });
    };
    const tonnes = (difference: number): string => `${format.difference(difference)} ${format.tonnes()}`;
    const gap = format.number(end?.gapTonnes);
    const renewable = format.share(end?.renewableShare);
    return [
        { id: 'gross', title: t('grossOf', { year: end?.year ?? '' }), value: format.mass(end?.grossTonnes), note: note(year => year.grossTonnes, tonnes) },
        {
            id: 'gap',
            title: t('gap'),
            value: format.massDifference(gap),
            note: gap === null ? t('noPath') : note(year => year.gapTonnes, tonnes),
            state: gap === null ? undefined : gap > 0 ? 'bad' : 'good',
        },
        {
            id: 'renewable',
            title: t('renewable'),
            value: renewable === null ? null : { text: renewable, unit: '' },
            note: note(year => year.renewableShare, difference => `${format.difference(difference * 100)} ${t('points')}`),
        },
        { id: 'credits', title: t('credits'), value: format.mass(end?.creditsNeededTonnes), note: note(year => year.creditsNeededTonnes, tonnes) },
    ];
}

/** The last year in a line: what is emitted, how far that is from the path, and what changes of the reader moved of it. */
export function changeLine(projection: Projection, before: Projection | null): TemplateResult {
    const end = projection.years.at(-1);
    const gap = format.number(end?.gapTonnes);
    const now = format.number(end?.grossTonnes);
    const then = format.number(before?.years.find(year => year.year === end?.year)?.grossTonnes);
    const away = gap === null ? t('noPath') : t(gap > 0 ? 'above' : gap < 0 ? 'within' : 'on', { gap: format.joined(format.mass(Math.abs(gap))) ?? '' });
    return html`<span class="line"
        ><strong>${t('line', { year: end?.year ?? '', gross: format.joined(format.mass(now)) ?? '–' })}</strong>, <span class=${gap !== null && gap > 0 ? 'bad' : ''}>${away}</span>${now ===
            null || then === null || now === then
            ? nothing
            : html` · ${t('byChanges', { difference: `${format.difference(now - then)} ${format.tonnes()}` })}`}</span
    >`;
}
