import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { words } from '../../language/words';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import type { Query } from '../../parts/query';
import { table } from '../../parts/table';
import type { BackTest, Coverage } from './shapes';

const t = dictionary(
    {
        bands: 'How often the bands held',
        lead: 'Share of published figures between P10 and P90; 80% is aimed at. Bands of a company that were made without it say what may be expected of another one.',
        byCompany: 'Each company counted once: {share} of {n} companies.',
        made: 'How the bands were made',
        unseen: 'Without the company',
        seen: 'With all companies',
        company: 'Company',
        horizon: 'Years ahead',
        inside: 'Inside the bands',
        n: 'Figures (n)',
        all: 'all',
        none: 'not known',
        cases: 'Cases',
        case: '{metric}, {origin} + {horizon}',
        figure: 'Figure, last year known + years ahead',
        published: 'Published',
        engine: 'Projected',
        error: 'Off by',
        p10: 'P10',
        p90: 'P90',
        held: 'Inside',
        yes: 'yes',
        no: 'no',
        growth: 'Growth rate',
        early: 'restatements known too early',
        count: '{n} cases; each with its growth rate and its band.',
    },
    {
        bands: '区间的命中率',
        lead: '披露值落在 P10 与 P90 之间的比例，目标为 80%。不含该公司数据标定的区间，才说明对其他公司的预期。',
        byCompany: '每家公司只计一次：{n} 家公司平均 {share}。',
        made: '标定方式',
        unseen: '不含该公司标定',
        seen: '含全部公司标定',
        company: '公司',
        horizon: '提前年数',
        inside: '落在区间内',
        n: '数据个数（n）',
        all: '全部',
        none: '未知',
        cases: '案例',
        case: '{metric}，{origin} + {horizon}',
        figure: '指标，最近已知年 + 提前年数',
        published: '披露值',
        engine: '预测值',
        error: '误差',
        p10: 'P10',
        p90: 'P90',
        held: '区间内',
        yes: '是',
        no: '否',
        growth: '增长率',
        early: '过早知晓重述',
        count: '{n} 个案例，各附增长率与区间。',
    },
);

type Case = BackTest['cases'][number];

interface Told extends Coverage {
    made: string;
}

/** How often outcomes lay inside the bands, with how many there were. */
export function bands(query: Query<BackTest>): TemplateResult {
    return panel({ id: 'backtest-bands', title: t('bands'), wide: true }, query, test => {
        const rows: Told[] = [...test.bandsUnseen.map(each => ({ ...each, made: t('unseen') })), ...test.bands.map(each => ({ ...each, made: t('seen') }))];
        const by = test.bandsUnseenByCompany;
        return html`<p class="muted">${t('lead')}</p>
            ${by === undefined ? nothing : html`<p id="bands-by-company">${t('byCompany', { share: format.share(by.insideShare) ?? '–', n: by.n })}</p>`}
            ${table(
                { caption: t('bands'), quietCaption: true },
                [
                    { head: t('company'), cell: (row: Told) => (row.company === 'ALL' ? t('all') : named(row.company)) },
                    { head: t('horizon'), cell: row => (row.horizon === 0 ? t('all') : String(row.horizon)) },
                    { head: t('made'), cell: row => row.made },
                    { head: t('inside'), numeric: true, cell: row => figure(format.share(row.insideShare), t('none')) },
                    { head: t('n'), numeric: true, cell: row => String(row.n) },
                ],
                rows,
            )}`;
    });
}

/** Every case: what was projected, what was published, and whether that lay inside the band. */
export function cases(query: Query<BackTest>, company: string): TemplateResult {
    return panel({ id: 'backtest-cases', title: t('cases'), wide: true }, query, test => {
        const rows = test.cases.filter(each => company === 'ALL' || each.company === company);
        const engine = (row: Case) => row.projected.find(each => each.method === 'ENGINE');
        return html`<details class="folded unprinted">
            <summary>${t('count', { n: rows.length })}</summary>
            ${table(
                { caption: t('cases'), quietCaption: true },
                [
                    {
                        head: t('figure'),
                        cell: (row: Case) =>
                            html`${named(row.company)}: ${t('case', { metric: words(row.kind), origin: row.origin, horizon: row.horizon })} <code class="comment">${row.metric}</code>`,
                    },
                    { head: t('published'), numeric: true, cell: row => figure(format.amount(row.published), t('none')) },
                    { head: t('engine'), numeric: true, cell: row => figure(format.amount(engine(row)?.value), t('none')) },
                    { head: t('error'), numeric: true, cell: row => figure(format.percentDifference(percent(engine(row)?.logError)), t('none')) },
                    { head: t('p10'), numeric: true, cell: row => figure(format.amount(row.p10), t('none')) },
                    { head: t('p90'), numeric: true, cell: row => figure(format.amount(row.p90), t('none')) },
                    { head: t('held'), cell: row => (row.inside === undefined ? figure(null, t('none')) : html`<span class="badge ${row.inside ? 'pass' : 'fail'}">${t(row.inside ? 'yes' : 'no')}</span>`) },
                    { head: t('growth'), cell: row => html`<code class="comment">${row.growth ?? ''}</code>${row.asPublished ? nothing : html` <span class="why">${t('early')}</span>`}` },
                ],
                rows,
            )}
        </details>`;
    });
}

function percent(logError: format.Amount): number | null {
    const error = format.number(logError);
    return error === null ? null : 100 * Math.expm1(error);
}
