import { html, nothing, type TemplateResult } from 'lit';
import { choose, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { chosenIn } from '../../parts/choice';
import { figure } from '../../parts/figure';
import { folded, table } from '../../parts/table';
import { bridge, partName } from './bridge';
import { figureName } from './names';
import type { MovedFigure, MovedPart, Movement } from './shapes';
import { changed, unitName, written } from './written';

const t = dictionary(
    {
        sides: '{from} (version {fromVersion}) to {to} (version {toVersion})',
        figure: 'Figure',
        year: 'Year',
        same: 'Nothing that a projection is made of moved between these two times.',
        caption: 'Figures of {year}',
        from: 'From',
        to: 'To',
        change: 'Change',
        data: 'By new figures',
        assumption: 'By the scenario',
        method: 'By the method',
        parts: 'What differs',
        records: 'Records ({n})',
        fields: 'Fields ({n})',
        record: 'Record',
        path: 'Field',
        nothing: 'nothing',
        moved: 'moved {figure} of {year} by {change}',
        unknown: 'not known',
        versions: 'version {before} to {after}',
        new: 'new, version {after}',
    },
    {
        sides: '{from}（第 {fromVersion} 版）至 {to}（第 {toVersion} 版）',
        figure: '指标',
        year: '年份',
        same: '两个时间之间，构成预测的内容没有变动。',
        caption: '{year} 年各指标',
        from: '从',
        to: '到',
        change: '变动',
        data: '因新数据',
        assumption: '因情景',
        method: '因方法',
        parts: '差异内容',
        records: '记录（{n} 条）',
        fields: '字段（{n} 个）',
        record: '记录',
        path: '字段',
        nothing: '无',
        moved: '使 {year} 年{figure}变动 {change}',
        unknown: '未知',
        versions: '第 {before} 版至第 {after} 版',
        new: '新增，第 {after} 版',
    },
);

const FIRST_FIGURE = 'grossTonnes';

/** What moved a projection from one time to another: as a bridge, by figure, and part by part. */
export function movement(moved: Movement): TemplateResult {
    const year = moved.years.find(each => String(each.year) === parameter('movedYear')) ?? moved.years.at(-1);
    const chosen = year?.figures.find(each => each.figure === parameter('figure')) ?? year?.figures.find(each => each.figure === FIRST_FIGURE);
    return html`<p class="muted" id="moved-sides">
            ${t('sides', {
                from: format.dateAndTime(moved.from.at) ?? '–',
                to: format.dateAndTime(moved.to.at) ?? '–',
                fromVersion: moved.from.scenarioVersion ?? '–',
                toVersion: moved.to.scenarioVersion ?? '–',
            })}
        </p>
        ${moved.parts.length === 0 ? html`<p id="unmoved">${t('same')}</p>` : nothing}
        ${year === undefined || chosen === undefined
            ? nothing
            : html`<p class="actions">${choices(moved, year.year, year.figures, chosen)}</p>
                  ${bridge(chosen, year.year)} ${table({ caption: t('caption', { year: year.year }) }, columns(), year.figures)}`}
        ${moved.parts.length === 0 ? nothing : parts(moved, chosen, year?.year)}
        ${(moved.remarks ?? []).map(each => html`<p class="notes">${verbatim(each)}</p>`)} ${moved.rule === undefined ? nothing : html`<p class="notes">${verbatim(moved.rule)}</p>`}`;
}

function choices(moved: Movement, year: number, figures: MovedFigure[], chosen: MovedFigure): TemplateResult {
    return html`<label class="choice"
            >${t('figure')}
            <select id="moved-figure" @change=${(event: Event) => choose({ figure: chosenIn(event) })}>
                ${figures.map(each => html`<option value=${each.figure} .selected=${each === chosen}>${figureName(each.figure)}</option>`)}
            </select></label
        ><label class="choice"
            >${t('year')}
            <select id="moved-year" @change=${(event: Event) => choose({ movedYear: chosenIn(event) })}>
                ${moved.years.map(each => html`<option value=${each.year} .selected=${each.year === year}>${each.year}</option>`)}
            </select></label
        >`;
}

function columns() {
    const part = (head: string, of: (row: MovedFigure) => format.Amount) => ({
        head,
        numeric: true,
        cell: (row: MovedFigure) => figure(of(row) == null ? null : changed(row, format.number(of(row)) ?? 0), t('unknown')),
    });
    return [
        { head: t('figure'), cell: (row: MovedFigure) => html`${figureName(row.figure)} <span class="unit">${unitName(row.unit)}</span>` },
        { head: t('from'), numeric: true, cell: (row: MovedFigure) => figure(written(row, row.from), t('unknown')) },
        { head: t('to'), numeric: true, cell: (row: MovedFigure) => figure(written(row, row.to), t('unknown')) },
        part(t('change'), row => row.change),
        part(t('data'), row => row.data),
        part(t('assumption'), row => row.assumption),
        part(t('method'), row => row.method),
    ];
}

function parts(moved: Movement, chosen: MovedFigure | undefined, year: number | undefined): TemplateResult {
    return html`<h3 class="spaced">${t('parts')}</h3>
        <ul class="checks" id="moved-parts">
            ${moved.parts.map(part => {
                const change = format.number(chosen?.parts.find(each => each.part === part.part)?.change);
                return html`<li class="check">
                    <p><span class="badge">${words(part.kind)}</span> <strong>${partName(part.part)}</strong></p>
                    ${change === null || chosen === undefined
                        ? nothing
                        : html`<p>
                              ${t('moved', { figure: figureName(chosen.figure), year: year ?? '', change: `${changed(chosen, change)} ${unitName(chosen.unit)}`.trim() })}
                          </p>`}
                    ${part.explanation === undefined ? nothing : html`<p class="why">${verbatim(part.explanation)}</p>`} ${details(part)}
                </li>`;
            })}
        </ul>`;
}

function details(part: MovedPart): unknown {
    const fields = part.fields ?? [];
    const records = part.records ?? [];
    const rows = records.flatMap(record => record.fields.map(field => ({ record: record.record, ...field, version: versions(record.versionBefore, record.versionAfter) })));
    return html`${fields.length === 0
        ? nothing
        : folded(
              table(
                  { caption: t('fields', { n: fields.length }), quietCaption: true },
                  [
                      { head: t('path'), cell: (row: (typeof fields)[number]) => html`<code>${row.path}</code>` },
                      { head: t('from'), cell: row => said(row.from) },
                      { head: t('to'), cell: row => said(row.to) },
                  ],
                  fields,
              ),
              t('fields', { n: fields.length }),
          )}
    <div class="unprinted">
    ${rows.length === 0
        ? nothing
        : folded(
              table(
                  { caption: t('records', { n: part.recordCount ?? records.length }), quietCaption: true },
                  [
                      { head: t('record'), cell: (row: (typeof rows)[number]) => html`<span translate="no">${row.record}</span> <span class="comment">${row.version}</span>` },
                      { head: t('path'), cell: row => html`<code>${row.path}</code>` },
                      { head: t('from'), cell: row => said(row.from) },
                      { head: t('to'), cell: row => said(row.to) },
                  ],
                  rows,
              ),
              t('records', { n: part.recordCount ?? records.length }),
          )}
    </div>`;
}

function versions(before: number | null | undefined, after: number | null | undefined): string {
    return before == null ? t('new', { after: after ?? '–' }) : t('versions', { before, after: after ?? '–' });
}

function said(value: string | null | undefined): unknown {
    return value === undefined || value === null || value === '' ? html`<span class="why">${t('nothing')}</span>` : html`<code>${value}</code>`;
}
