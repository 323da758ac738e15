import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { shareBar } from '../../parts/bars';
import { figure } from '../../parts/figure';
import { table } from '../../parts/table';
import { chemical } from './traceWords';
import type { DataQuality, Gas, Inventory } from './shapes';

const t = dictionary(
    {
        known: 'Known as',
        share: 'Share',
        ofTotal: 'of the location-based total',
        unknownOrigin: 'Of unknown origin',
        caption: 'Share of emissions by how their data came to be known',
        score: 'Mean score of the data, from 1, the best, to 5',
        scored: 'of {share} of the emissions',
        notScored: 'no record is scored; give the five indicators in the column “quality” of the activities’ import',
        noEmissions: 'Nothing is calculated, so there are no shares.',
        gas: 'Gas',
        mass: 'Mass',
        gases: 'Mass of each gas in the scopes, before any warming potential',
        other: 'outside the scopes of the GHG Protocol',
        noGases: 'No result names its gases: figures stated as CO₂e have none.',
        statedApart: 'Figures stated as CO₂e alone, such as a stated scope 3, name no gases and are not in here.',
        noFigure: 'not known',
        set: 'Warming potentials',
        co2Only: 'of which CO₂ alone',
        bases: 'Share of the total by the potentials behind it',
        unstated: 'The source names none',
    },
    {
        known: '来源方式',
        share: '占比',
        ofTotal: '占基于位置的总量',
        unknownOrigin: '来源未知',
        caption: '按数据来源方式的排放占比',
        score: '数据平均评分（1 最好，5 最差）',
        scored: '覆盖 {share} 的排放',
        notScored: '没有评分记录；请在活动数据导入的“quality”列填写五项指标',
        noEmissions: '没有计算结果，因此没有占比。',
        gas: '气体',
        mass: '质量',
        gases: '各范围内各气体的质量（未乘 GWP 值）',
        other: '不属于 GHG Protocol 各范围',
        noGases: '没有结果列明气体：以 CO₂e 披露的数据不含气体。',
        statedApart: '仅以 CO₂e 披露的数据（如范围三总量）未列明气体，不包含在内。',
        noFigure: '未知',
        set: 'GWP 值',
        co2Only: '其中仅 CO₂',
        bases: '按所用 GWP 值的总量占比',
        unstated: '来源未说明',
    },
);

const SHARES: [string | null, keyof DataQuality][] = [
    ['MEASURED', 'measuredShare'],
    ['INVOICED', 'invoicedShare'],
    ['ESTIMATED', 'estimatedShare'],
    ['STATED', 'statedShare'],
    ['DEFAULTED', 'defaultedShare'],
    [null, 'unknownShare'],
];

export function qualityPart(quality: DataQuality): TemplateResult {
    const rows = SHARES.map(([code, field]) => ({ name: code === null ? t('unknownOrigin') : words(code), share: format.number(quality[field]) }));
    if (rows.every(row => row.share === null)) {
        return html`<p class="muted">– ${t('noEmissions')}</p>`;
    }
    return html`${table(
            { caption: t('caption'), quietCaption: true },
            [
                { head: t('known'), cell: row => row.name },
                { head: t('share'), unit: t('ofTotal'), numeric: true, cell: row => bar(row.share) },
            ],
            rows,
        )}
        <p class="notes">
            ${t('score')}: ${figure(format.ratio(quality.score), t('notScored'))}
            ${format.number(quality.score) === null ? nothing : t('scored', { share: format.share(quality.scoredShare) ?? '–' })}
        </p>`;
}

export function gasTable(inventory: Inventory): TemplateResult {
    const rows: (Gas & { apart: boolean })[] = [
        ...(inventory.gases ?? []).map(gas => ({ ...gas, apart: false })),
        ...(inventory.otherGases ?? []).map(gas => ({ ...gas, apart: true })),
    ];
    if (rows.length === 0) {
        return html`<p class="muted">– ${t('noGases')}</p>`;
    }
    return html`${table(
            { caption: t('gases') },
            [
                { head: t('gas'), cell: row => html`${chemical(row.gas)}${row.apart ? html` <span class="why">${t('other')}</span>` : nothing}` },
                { head: t('mass'), unit: 't', numeric: true, cell: row => figure(format.amount(format.tonnesOf(row.kg)), t('noFigure')) },
            ],
            rows,
        )}
        <p class="notes">${t('statedApart')}</p>`;
}

export function basisTable(inventory: Inventory): TemplateResult {
    const rows = inventory.basis ?? [];
    if (rows.length === 0) {
        return html`<p class="muted">– ${t('noEmissions')}</p>`;
    }
    return table(
        { caption: t('bases') },
        [
            { head: t('set'), cell: row => (row.gwpSet === 'UNSTATED' ? t('unstated') : words(row.gwpSet)) },
            { head: t('share'), numeric: true, cell: row => bar(format.number(row.share)) },
            { head: t('co2Only'), numeric: true, cell: row => figure(format.share(row.co2OnlyShare), t('noFigure')) },
        ],
        rows,
    );
}

function bar(share: number | null): TemplateResult {
    return html`<span class="difference">${shareBar(share)}<span>${figure(format.share(share), t('noFigure'))}</span></span>`;
}
