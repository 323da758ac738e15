import { html, nothing, type TemplateResult } from 'lit';
import { parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { comma, words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { shareBar } from '../../parts/bars';
import { downloads, type Saved } from '../../parts/download';
import { figure } from '../../parts/figure';
import { figuresOf, partOf } from '../../parts/scopes';
import { type Column, table } from '../../parts/table';
import { place } from './basis';
import { NO_SITE, placeName } from './crumbs';
import { bySite, type Results, type SiteSum } from './results';
import type { Inventory, Page, Result } from './shapes';

const t = dictionary(
    {
        category: 'Category',
        emissions: 'Emissions',
        share: 'Share',
        ofScope: 'of the scope',
        ofShown: 'of those listed',
        none: 'no record gave a result',
        site: 'Site',
        records: 'Results',
        market: 'market-based',
        location: 'location-based',
        sites: 'Emissions by site; a name leads to its records',
        categories: 'Scope 3 by category; a name leads to its sites',
        noRecords: 'No record gave a result here. Import some on the page “Data”, or go back a step.',
        many: 'More than {count} results stand behind this figure, so the sites are listed without their sums.',
        tooMany: 'too many results to add here',
        recordCaption: 'Results; the name of a record leads to its trace',
        record: 'Record',
        activity: 'Activity',
        method: 'Method',
        factor: 'Factor',
        stated: 'stated, without factor',
        known: 'How known',
        unknown: 'not said',
        width: 'Half-width',
        widthUnit: '95 %',
        widthUnknown: 'not known',
        flags: 'Remarks',
        noWidths: 'Of none of these is an uncertainty on file.',
        back: 'Previous',
        next: 'Next',
        file: 'results-{scope}',
        noFigure: 'no figure',
        noShare: 'no total',
    },
    {
        category: '类别',
        emissions: '排放量',
        share: '占比',
        ofScope: '占本范围',
        ofShown: '占所列',
        none: '没有记录得出结果',
        site: '场所',
        records: '结果数',
        market: '基于市场',
        location: '基于位置',
        sites: '按场所的排放；点击名称查看记录',
        categories: '范围三按类别；点击名称查看场所',
        noRecords: '这里没有记录得出结果。请在“数据”页导入，或返回上一级。',
        many: '此数据背后有超过 {count} 条结果，因此只列出场所，不列合计。',
        tooMany: '结果过多，未在此合计',
        recordCaption: '计算结果；点击记录名称查看计算过程',
        record: '记录',
        activity: '活动',
        method: '方法',
        factor: '因子',
        stated: '直接披露，无因子',
        known: '数据来源',
        unknown: '未说明',
        width: '半宽',
        widthUnit: '95 %',
        widthUnknown: '未知',
        flags: '备注',
        noWidths: '以上均无不确定性数据。',
        back: '上一页',
        next: '下一页',
        file: 'results-{scope}',
        noFigure: '没有数据',
        noShare: '没有总量',
    },
);

/** The results behind a table, as a file. */
function saved(scope: string, path: string): Saved {
    return { path, name: t('file', { scope: scope.toLowerCase() }) };
}

function barred(share: number | null): TemplateResult {
    return html`<span class="difference">${shareBar(share)}<span>${figure(format.share(share), t('noShare'))}</span></span>`;
}

/** @param path of the results behind them, for the file */
export function categoryTable(inventory: Inventory, path: string): TemplateResult {
    const whole = figuresOf(inventory)?.scope3 ?? null;
    const rows = (inventory.scope3?.categories ?? []).map(each => ({ category: each.category, tonnes: format.tonnesOf(each.kgCo2e) }));
    if (rows.length === 0) {
        return html`<p class="muted">– ${t('noRecords')}</p>`;
    }
    return table(
        { caption: t('categories'), saved: saved('SCOPE_3', path) },
        [
            { head: t('category'), cell: row => html`<a href=${place({ scope: 'SCOPE_3', category: row.category })}>${words(row.category)}</a>` },
            { head: t('emissions'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(row.tonnes), t('none')) },
            { head: t('share'), unit: t('ofScope'), numeric: true, cell: row => barred(partOf(row.tonnes, whole)) },
        ],
        rows,
    );
}

/** @param path of the results behind them, for the file */
export function siteTable(results: Results, path: string): TemplateResult {
    const rows = bySite(results.items);
    if (rows.length === 0) {
        return html`<p class="muted">– ${t('noRecords')}</p>`;
    }
    const scope = parameter('scope');
    const category = parameter('category');
    const both = scope === 'SCOPE_2';
    const whole = (method: 'market' | 'location'): number | null => rows.reduce<number | null>((sum, row) => (row[method] === null ? sum : (sum ?? 0) + (row[method] ?? 0)), null);
    const amounts = (method: 'market' | 'location'): Column<SiteSum>[] => [
        {
            head: t('emissions'),
            unit: both ? `${format.tonnes()}, ${t(method)}` : format.tonnes(),
            numeric: true,
            cell: row => figure(results.whole ? format.amount(row[method]) : null, results.whole ? t('none') : t('tooMany')),
        },
        ...(results.whole ? [{ head: t('share'), unit: t('ofShown'), numeric: true, cell: (row: SiteSum) => barred(partOf(row[method], whole(method))) }] : []),
    ];
    return html`${results.whole ? nothing : html`<p class="muted">${t('many', { count: format.count(results.items.length) })}</p>`}
    ${table(
        { caption: t('sites'), saved: saved(scope ?? '', path) },
        [
            { head: t('site'), cell: row => html`<a href=${place({ scope, category, site: row.site ?? NO_SITE })}>${placeName(row.site)}</a>` },
            ...amounts('market'),
            ...(both ? amounts('location') : []),
            { head: t('records'), numeric: true, cell: row => (results.whole ? format.count(row.records) : '') },
        ],
        rows,
    )}`;
}

/** @param path of all of them, for the file */
export function recordTable(page: Page<Result>, path: string, steps: { back: (() => void) | null; next: (() => void) | null }): TemplateResult {
    const rows = page.items.filter(row => parameter('site') !== NO_SITE || !row.siteId);
    const scope = parameter('scope') ?? '';
    return html`${rows.length === 0 ? html`<p class="muted">– ${t('noRecords')}</p>` : html`${table({ caption: t('recordCaption') }, recordColumns(scope, rows), rows)}
              ${rows.some(row => format.number(row.halfWidth) !== null) ? nothing : html`<p class="notes">– ${t('noWidths')}</p>`}`}
        <p class="pager">
            ${steps.back === null && steps.next === null
                ? nothing
                : html`<button type="button" class="quiet small" ?disabled=${steps.back === null} @click=${steps.back}>${t('back')}</button>
                      <button type="button" class="quiet small" ?disabled=${steps.next === null} @click=${steps.next}>${t('next')}</button>`}
            ${downloads(saved(scope, path))}
        </p>`;
}

/** Columns of which no row has anything are left out. */
function recordColumns(scope: string, rows: readonly Result[]): Column<Result>[] {
    const link = (row: Result): string => place({ scope, category: parameter('category'), site: parameter('site'), result: row.id });
    return [
        { head: t('record'), cell: row => html`<a class="record" href=${link(row)}>${within(row)}</a>` },
        { head: t('activity'), cell: row => verbatim(row.activity) },
        ...(scope === 'SCOPE_2' ? [{ head: t('method'), cell: (row: Result) => (row.method ? html`<span class="one-line">${words(row.method)}</span>` : '') }] : []),
        { head: t('emissions'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(format.tonnesOf(row.kgCo2e)), t('noFigure')) },
        {
            head: t('factor'),
            cell: row =>
                row.factorId ? html`<span class="record">${row.factorId}</span> <span class="why">${row.factorVersion}</span>` : html`<span class="why">${t('stated')}</span>`,
        },
        { head: t('known'), cell: row => (row.provenance ? words(row.provenance) : html`<span class="why">${t('unknown')}</span>`) },
        ...(rows.some(row => format.number(row.halfWidth) !== null) ? [{ head: t('width'), unit: t('widthUnit'), numeric: true, cell: width }] : []),
        ...(rows.some(row => row.flags.length > 0) ? [{ head: t('flags'), cell: (row: Result) => row.flags.map(words).join(comma()) }] : []),
    ];
}

/** The name of a record, without its site where the reader is at that site; it breaks at its slashes. */
function within(row: Result): unknown {
    const prefix = `${row.siteId ?? ''}/`;
    const name = parameter('site') === row.siteId && row.record.startsWith(prefix) ? row.record.slice(prefix.length) : row.record;
    return name.split('/').map((part, i) => (i === 0 ? part : html`/<wbr /><span class="one-line">${part}</span>`));
}

function width(row: Result): TemplateResult {
    const known = format.share(row.halfWidth);
    return figure(known === null ? null : `± ${known}`, t('widthUnknown'));
}
