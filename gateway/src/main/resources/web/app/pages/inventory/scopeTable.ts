import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { comma, words } from '../../language/words';
import { shareBar } from '../../parts/bars';
import { figure } from '../../parts/figure';
import { figuresOf, partOf } from '../../parts/scopes';
import { type Column, table } from '../../parts/table';
import { place } from './basis';
import { APART } from './crumbs';
import { scopeChart } from './scopeChart';
import type { EntityFigures, Inventory } from './shapes';

const t = dictionary(
    {
        scope: 'Scope or category',
        emissions: 'Emissions',
        market: 'Share',
        marketUnit: 'of the market-based total',
        location: 'Share',
        locationUnit: 'of the location-based total',
        none: 'no record gave a result',
        noTotal: 'no total',
        notIn: 'in the other total',
        scope1: 'Scope 1',
        scope2Market: 'Scope 2, market-based',
        scope2Location: 'Scope 2, location-based',
        scope3: 'Scope 3',
        totalMarket: 'Total, market-based',
        totalLocation: 'Total, location-based',
        direct: 'fuels burnt, refrigerants',
        contract: 'by what was bought',
        grid: 'by the grid’s average',
        chain: 'value chain',
        derived: 'only what is derived from energy',
        without: 'without {scopes}, of which nothing is calculated',
        empty: 'Nothing of {period} is calculated. Import energy and activities on the page “Data”, or choose another period.',
        caption: 'Emissions of {period} by scope and category; a name leads to what is behind it',
        avoided: 'Avoided elsewhere, outside the inventory: {amount}.',
        biogenic: 'Biogenic CO₂, apart from the scopes: {amount} t.',
        entity: 'Legal entity',
        company: 'The company itself',
        byLaw: 'Emissions by legal entity',
        coverage: 'Purchased electricity by what its market-based rate is from',
        tier: 'Rate from',
        energy: 'Energy',
        share: 'Share',
        notStated: 'not stated',
        apart: 'Beside the inventory, in no scope',
        record: 'Record',
        accounting: 'Accounted',
    },
    {
        scope: '范围或类别',
        emissions: '排放量',
        market: '占比',
        marketUnit: '占基于市场的总量',
        location: '占比',
        locationUnit: '占基于位置的总量',
        none: '没有记录得出结果',
        noTotal: '没有总量',
        notIn: '计入另一总量',
        scope1: '范围一',
        scope2Market: '范围二，基于市场',
        scope2Location: '范围二，基于位置',
        scope3: '范围三',
        totalMarket: '总量，基于市场',
        totalLocation: '总量，基于位置',
        direct: '燃料燃烧、制冷剂',
        contract: '按采购合同',
        grid: '按电网平均',
        chain: '价值链',
        derived: '仅含由能源推算的部分',
        without: '不含{scopes}（没有计算结果）',
        empty: '{period} 年没有计算结果。请在“数据”页导入能源和活动数据，或选择其他期间。',
        caption: '{period} 年按范围和类别的排放；点击名称查看来源',
        avoided: '清单之外的避免排放：{amount}。',
        biogenic: '生物源 CO₂（不计入各范围）：{amount} 吨。',
        entity: '法人实体',
        company: '公司本身',
        byLaw: '按法人实体的排放',
        coverage: '外购电力按市场因子来源',
        tier: '因子来源',
        energy: '电量',
        share: '占比',
        notStated: '未说明',
        apart: '清单之外，不计入任何范围',
        record: '记录',
        accounting: '核算方式',
    },
);

interface Row {
    name: string;
    why?: string;
    href: string | null;
    tonnes: number | null;
    /** Part of the total by market, by location; undefined where it is in the other one alone. */
    market: number | null | undefined;
    location: number | null | undefined;
    kind: 'scope' | 'category' | 'total';
}

/** The whole inventory as a chart and a table; each name leads on. */
export function scopeTable(inventory: Inventory): TemplateResult {
    const figures = figuresOf(inventory);
    if (figures === null || (figures.totalMarket === null && figures.totalLocation === null)) {
        return html`<p class="muted" id="inventory-empty">– ${t('empty', { period: inventory.period })}</p>`;
    }
    return html`<div class="beside">
            <div>${table({ caption: t('caption', { period: inventory.period }), quietCaption: true }, columns(), rowsOf(inventory), row => row.kind)} ${remarks(inventory)} ${coverage(inventory)} ${apart(inventory)}</div>
            <div>${scopeChart(inventory.period, figures)}</div>
        </div>`;
}

const columns = (): Column<Row>[] => [
    {
        head: t('scope'),
        cell: row => html`${row.href === null ? row.name : html`<a href=${row.href}>${row.name}</a>`}${row.why === undefined ? nothing : html` <span class="why">${row.why}</span>`}`,
    },
    { head: t('emissions'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(row.tonnes), t('none')) },
    { head: t('market'), unit: t('marketUnit'), numeric: true, cell: row => part(row.market, row) },
    { head: t('location'), unit: t('locationUnit'), numeric: true, cell: row => part(row.location, row) },
];

function part(share: number | null | undefined, row: Row): TemplateResult {
    if (share === undefined) {
        return html`<span class="missing"><span class="why">${t('notIn')}</span></span>`;
    }
    return share === null && row.tonnes === null
        ? html`<span class="missing">–</span>`
        : html`<span class="difference">${shareBar(share)}<span>${figure(format.share(share), t('noTotal'))}</span></span>`;
}

function rowsOf(inventory: Inventory): Row[] {
    const all = figuresOf(inventory);
    if (all === null) {
        return [];
    }
    const { totalMarket, totalLocation } = all;
    const row = (kind: Row['kind'], name: string, tonnes: number | null, href: string | null, why?: string, only?: 'market' | 'location'): Row => ({
        kind,
        name,
        tonnes,
        href,
        why,
        market: only === 'location' ? undefined : partOf(tonnes, totalMarket),
        location: only === 'market' ? undefined : partOf(tonnes, totalLocation),
    });
    const without = all.unknown.length === 0 ? undefined : t('without', { scopes: all.unknown.map(words).join(comma()) });
    return [
        row('scope', t('scope1'), all.scope1, place({ scope: 'SCOPE_1' }), t('direct')),
        row('scope', t('scope2Market'), all.scope2Market, place({ scope: 'SCOPE_2' }), t('contract'), 'market'),
        row('scope', t('scope2Location'), all.scope2Location, place({ scope: 'SCOPE_2' }), t('grid'), 'location'),
        row('scope', t('scope3'), all.scope3, place({ scope: 'SCOPE_3' }), all.partial.includes('SCOPE_3') ? t('derived') : t('chain')),
        ...(inventory.scope3?.categories ?? []).map(each =>
            row('category', words(each.category), format.tonnesOf(each.kgCo2e), place({ scope: 'SCOPE_3', category: each.category })),
        ),
        row('total', t('totalMarket'), totalMarket, null, without, 'market'),
        row('total', t('totalLocation'), totalLocation, null, without, 'location'),
    ];
}

function remarks(inventory: Inventory): unknown {
    const avoided = format.joined(format.mass(format.tonnesOf(inventory.avoidedKgCo2e)));
    const biogenic = format.number(inventory.biogenicCo2Kg) ? format.amount(format.tonnesOf(inventory.biogenicCo2Kg)) : null;
    return avoided === null && biogenic === null
        ? nothing
        : html`<ul class="notes">
              ${avoided === null ? nothing : html`<li>${t('avoided', { amount: avoided })}</li>`}
              ${biogenic === null ? nothing : html`<li>${t('biogenic', { amount: biogenic })}</li>`}
          </ul>`;
}

/** What stands behind the market-based figure of electricity. */
function coverage(inventory: Inventory): unknown {
    const tiers = inventory.scope2?.marketBased?.coverage ?? [];
    return tiers.length === 0
        ? nothing
        : html`<h3>${t('coverage')}</h3>
              ${table(
                  { caption: t('coverage'), quietCaption: true },
                  [
                      { head: t('tier'), cell: row => words(row.tier) },
                      { head: t('energy'), unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(format.megawattHoursOf(row.energyKwh)), t('notStated')) },
                      { head: t('share'), numeric: true, cell: row => html`<span class="difference">${shareBar(format.number(row.share))}<span>${figure(format.share(row.share), t('notStated'))}</span></span>` },
                  ],
                  tiers,
              )}`;
}

/** What is calculated and belongs to no scope. */
function apart(inventory: Inventory): unknown {
    const rows = inventory.apart ?? [];
    return rows.length === 0
        ? nothing
        : html`<h3>${t('apart')}</h3>
              ${table(
                  { caption: t('apart'), quietCaption: true },
                  [
                      { head: t('record'), cell: row => html`<a class="record" href=${place({ scope: APART, result: row.resultId })}>${row.record}</a>` },
                      { head: t('accounting'), cell: row => words(row.accounting) },
                      { head: t('emissions'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(format.tonnesOf(row.kgCo2e)), t('none')) },
                  ],
                  rows,
              )}`;
}

export function entityTable(entities: readonly EntityFigures[]): TemplateResult {
    const tonnes = (head: string, of: (row: EntityFigures) => format.Amount): Column<EntityFigures> => ({
        head,
        unit: format.tonnes(),
        numeric: true,
        cell: row => figure(format.amount(format.tonnesOf(of(row))), t('none')),
    });
    return table(
        { caption: t('byLaw'), quietCaption: true },
        [
            { head: t('entity'), cell: row => row.entity ?? t('company') },
            tonnes(t('scope1'), row => row.scope1KgCo2e),
            tonnes(t('scope2Market'), row => row.scope2MarketBasedKgCo2e),
            tonnes(t('scope2Location'), row => row.scope2LocationBasedKgCo2e),
            tonnes(t('scope3'), row => row.scope3KgCo2e),
        ],
        entities,
    );
}
