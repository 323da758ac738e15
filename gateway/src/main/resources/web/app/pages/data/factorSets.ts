import { html, nothing, type TemplateResult } from 'lit';
import { write } from '../../api/api';
import { may } from '../../api/session';
import { choose, parameter } from '../../frame/route';
import { amount, count, date, difference, tonnes, tonnesOf } from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { ask } from '../../parts/dialog';
import { announce } from '../../parts/notice';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { folded, table } from '../../parts/table';
import type { FactorSet, Page, Preview } from './shapes';

const t = dictionary(
    {
        title: 'Sets of factors',
        lead: 'A set never changes once it counts. New and corrected factors come as a draft (import “Own emission factors”), whose effect is shown before it is adopted.',
        set: 'Set', publisher: 'Publisher', licence: 'Licence', status: 'Status', factors: 'Factors', rows: 'Rows read', refused: 'Rows refused', since: 'Since', what: 'Do',
        preview: 'What would change', adopt: 'Adopt…', discard: 'Discard…', mayNot: 'Adopting needs the role steward or admin.',
        refusedRows: 'Rows refused when the sets were read', row: 'Row', reason: 'Reason',
        previewTitle: 'What the draft {set} would change', close: 'Close',
        nothingMoves: 'No figure and no result on file would move.',
        period: 'Period', figure: 'Figure', before: 'Before', after: 'After', difference: 'Difference',
        results: 'Results that would move: {count}', record: 'Record', activity: 'Activity', factorBefore: 'Factor before', factorAfter: 'Factor after', none: 'none',
        adoptTitle: 'Adopt the draft {set}?', adoptBody: 'Its {count} factors count from today on. An adopted set never changes; inventories as at an earlier day stay as they were.',
        adoptDo: 'Adopt', adopted: '{set} counts now.',
        discardTitle: 'Discard the draft {set}?', discardBody: 'Its {count} factors are thrown away.', discardDo: 'Discard', discarded: '{set} was discarded.',
    },
    {
        title: '因子集',
        lead: '生效的因子集不再改变。新增和更正的因子先作为草稿导入（“自有排放因子”），采用前可查看其影响。',
        set: '因子集', publisher: '发布机构', licence: '许可', status: '状态', factors: '因子数', rows: '读取行数', refused: '拒绝行数', since: '起始', what: '操作',
        preview: '查看影响', adopt: '采用…', discard: '丢弃…', mayNot: '采用需要数据管理员或管理员角色。',
        refusedRows: '读取因子集时被拒绝的行', row: '行', reason: '原因',
        previewTitle: '草稿 {set} 的影响', close: '关闭',
        nothingMoves: '没有任何数据或结果会改变。',
        period: '期间', figure: '指标', before: '之前', after: '之后', difference: '差异',
        results: '会改变的结果：{count}', record: '记录', activity: '活动', factorBefore: '原因子', factorAfter: '新因子', none: '无',
        adoptTitle: '采用草稿 {set}？', adoptBody: '其 {count} 个因子自今日起生效。采用后不再改变；此前日期的清单保持不变。',
        adoptDo: '采用', adopted: '{set} 已生效。',
        discardTitle: '丢弃草稿 {set}？', discardBody: '其 {count} 个因子将被删除。', discardDo: '丢弃', discarded: '{set} 已丢弃。',
    },
);

const MOST_SETS = 200;
const MOST_RESULTS = 50;

/** Which factors there are by set, and what a draft would change before it counts. */
class FactorSets extends Part {
    private readonly sets = new Query<Page<FactorSet>>(this, () => `/api/emissions/factor-sets?limit=${MOST_SETS}`, { on: ['inventory'] });
    private readonly preview = new Query<Preview>(
        this,
        () => (parameter('draft') === null ? null : path(parameter('draft') ?? '', 'preview')),
        { on: ['inventory'] },
        (address, signal) => write('POST', address, undefined, signal),
    );

    protected override render(): TemplateResult {
        const draft = parameter('draft');
        return html`${draft === null
            ? nothing
            : panel(
                  {
                      id: 'preview',
                      title: t('previewTitle', { set: draft }),
                      wide: true,
                      controls: html`<button type="button" class="quiet small" @click=${() => choose({ draft: null })}>${t('close')}</button>`,
                      saved: { path: path(draft, 'preview'), name: `${draft}-preview`, method: 'POST' },
                  },
                  this.preview,
                  moved,
              )}
        ${panel({ id: 'factor-sets', title: t('title'), wide: true, saved: { path: '/api/emissions/factor-sets', name: 'factor-sets' } }, this.sets, page => this.list(page.items))}`;
    }

    private list(sets: FactorSet[]): TemplateResult {
        const refused = sets.flatMap(set => (set.refused ?? []).map(row => ({ set: set.id, ...row })));
        const inOrder = [...sets].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
        return html`<p class="muted">${t('lead')}</p>
            ${table<FactorSet>(
                { caption: t('title'), quietCaption: true },
                [
                    { head: t('set'), cell: row => html`${row.id} <span class="why">${verbatim(row.title)}</span>` },
                    { head: t('status'), cell: row => words(row.status) },
                    { head: t('factors'), numeric: true, cell: row => count(row.factors) },
                    { head: t('rows'), numeric: true, cell: row => (row.rows === undefined ? '–' : count(row.rows)) },
                    { head: t('refused'), numeric: true, cell: row => count(row.refused?.length ?? 0) },
                    { head: t('publisher'), cell: row => verbatim(row.publisher || '–') },
                    { head: t('licence'), cell: row => verbatim(row.licence || '–') },
                    { head: t('since'), cell: row => date(row.adopted ?? row.created) },
                    { head: t('what'), cell: row => this.actions(row) },
                ],
                inOrder,
            )}
            ${refused.length === 0
                ? nothing
                : folded(
                      table(
                          { caption: t('refusedRows'), quietCaption: true },
                          [
                              { head: t('set'), cell: row => row.set },
                              { head: t('row'), cell: row => html`<code>${row.id}</code>` },
                              { head: t('reason'), cell: row => verbatim(row.reason) },
                          ],
                          refused,
                      ),
                      t('refusedRows'),
                  )}`;
    }

    private actions(set: FactorSet): unknown {
        if (set.status !== 'DRAFT') {
            return '–';
        }
        return html`<span class="actions start">
            <button type="button" class="quiet small" @click=${() => this.look(set)}>${t('preview')}</button>
            ${may('steward')
                ? html`<button type="button" class="quiet small" @click=${() => this.adopt(set)}>${t('adopt')}</button>
                      <button type="button" class="quiet small" @click=${() => this.discard(set)}>${t('discard')}</button>`
                : html`<span class="why">${t('mayNot')}</span>`}
        </span>`;
    }

    private look(set: FactorSet): void {
        choose({ draft: set.id });
        void this.updateComplete.then(() => this.querySelector('#preview')?.scrollIntoView());
    }

    private adopt(set: FactorSet): void {
        ask({
            id: 'adopt-set',
            title: t('adoptTitle', { set: set.id }),
            body: () => html`<p>${t('adoptBody', { count: count(set.factors) })}</p>`,
            confirm: t('adoptDo'),
            done: async () => {
                await write('POST', path(set.id, 'adopt'));
                this.gone(t('adopted', { set: set.id }));
            },
        });
    }

    private discard(set: FactorSet): void {
        ask({
            id: 'discard-set',
            title: t('discardTitle', { set: set.id }),
            body: () => html`<p>${t('discardBody', { count: count(set.factors) })}</p>`,
            confirm: t('discardDo'),
            dangerous: true,
            done: async () => {
                await write('DELETE', `/api/emissions/factor-sets/${encodeURIComponent(set.id)}`);
                this.gone(t('discarded', { set: set.id }));
            },
        });
    }

    private gone(said: string): void {
        announce(said);
        choose({ draft: null });
        void this.sets.refresh();
    }
}

const ORDER: FactorSet['status'][] = ['DRAFT', 'ADOPTED', 'SHIPPED'];

function path(set: string, what: string): string {
    return `/api/emissions/factor-sets/${encodeURIComponent(set)}/${what}`;
}

function moved(preview: Preview): TemplateResult {
    const figures = preview.years
        .flatMap(year => year.figures.map(figure => ({ period: year.period, ...figure })))
        .filter(each => Number(each.differenceKgCo2e) !== 0);
    if (figures.length === 0 && preview.movedResults === 0) {
        return html`<p class="muted">${t('nothingMoves')}</p>`;
    }
    return html`${table(
        { caption: t('previewTitle', { set: preview.set }), quietCaption: true },
        [
            { head: t('period'), cell: row => row.period },
            { head: t('figure'), cell: row => words(row.figure) },
            { head: t('before'), unit: tonnes(), numeric: true, cell: row => amount(tonnesOf(row.beforeKgCo2e)) ?? '–' },
            { head: t('after'), unit: tonnes(), numeric: true, cell: row => amount(tonnesOf(row.afterKgCo2e)) ?? '–' },
            { head: t('difference'), unit: tonnes(), numeric: true, cell: row => difference(tonnesOf(row.differenceKgCo2e)) ?? '–' },
        ],
        figures,
    )}
    ${table(
        { caption: t('results', { count: count(preview.movedResults) }) },
        [
            { head: t('record'), cell: row => row.record },
            { head: t('period'), cell: row => row.period },
            { head: t('activity'), cell: row => verbatim(row.activity ?? '') },
            { head: t('factorBefore'), cell: row => row.factorBefore ?? t('none') },
            { head: t('factorAfter'), cell: row => row.factorAfter ?? t('none') },
            { head: t('difference'), unit: tonnes(), numeric: true, cell: row => difference(tonnesOf(row.differenceKgCo2e)) ?? '–' },
        ],
        preview.results.slice(0, MOST_RESULTS),
    )}`;
}

customElements.define('nz-factor-sets', FactorSets);
