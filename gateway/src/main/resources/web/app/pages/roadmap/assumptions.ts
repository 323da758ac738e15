import { html, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { comma, words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { figure } from '../../parts/figure';
import { table } from '../../parts/table';
import { money } from './money';
import type { Assumption, Growth, Region, Scenario } from './shapes';

const t = dictionary(
    {
        caption: 'What else the scenario assumes',
        part: 'Growth otherwise: {of}',
        region: 'Region {id}',
        regionValue: '{electricity} of electricity, {scope1} of scope 1, {scope3} of scope 3; market zone {zone}',
        what: 'Assumption',
        value: 'Value',
        source: 'Provenance and source',
        unknown: 'not stated',
        electricity: 'Growth of electricity',
        other: 'Growth of scope 1 and scope 3 activity',
        growth: '{first} in the first year, settling to {long} a year; {damping} of the difference stays after a year',
        dataCenterShare: 'Share of data centres in electricity',
        itLoad: 'Mean IT load over IT capacity',
        location: 'Change of the grid average a year',
        residual: 'Change of the residual mix a year',
        contract: 'Emissions of renewable contracts',
        perMwh: 't CO₂e/MWh',
        target: 'Target of {year}: {metric}',
        fromBase: '{change} from the base year',
        offsets: 'Credits',
        permitted: 'permitted',
        forbidden: 'not permitted',
        most: 'at most {most} a year',
        price: '{price} a tonne',
        lots: '{n} lots in the register',
    },
    {
        caption: '情景的其他假设',
        part: '另设增长：{of}',
        region: '区域 {id}',
        regionValue: '占用电 {electricity}、范围一 {scope1}、范围三 {scope3}；电网区域 {zone}',
        what: '假设',
        value: '数值',
        source: '数据来源与出处',
        unknown: '未说明',
        electricity: '用电增长',
        other: '范围一和范围三活动增长',
        growth: '首年 {first}，逐渐趋于每年 {long}；每年保留差值的 {damping}',
        dataCenterShare: '数据中心占用电量',
        itLoad: '平均 IT 负载占 IT 容量',
        location: '电网平均因子年变化',
        residual: '剩余组合因子年变化',
        contract: '可再生电力合同的排放',
        perMwh: '吨 CO₂e/兆瓦时',
        target: '{year} 年目标：{metric}',
        fromBase: '较基准年 {change}',
        offsets: '碳信用',
        permitted: '允许',
        forbidden: '不允许',
        most: '每年最多 {most}',
        price: '每吨 {price}',
        lots: '登记册中 {n} 批',
    },
);

interface Row {
    name: string;
    value: string | null;
    provenance?: string;
    source?: string;
}

/** What a scenario assumes beside its levers, with where each number is from. */
export function assumptions(scenario: Scenario): TemplateResult {
    return html`${table(
            { caption: t('caption'), quietCaption: true },
            [
                { head: t('what'), cell: (row: Row) => row.name },
                { head: t('value'), cell: row => figure(row.value, t('unknown')) },
                {
                    head: t('source'),
                    cell: row => html`<span class="comment">${row.provenance === undefined ? '' : `${words(row.provenance)}: `}${verbatim(row.source ?? '')}</span>`,
                },
            ],
            rows(scenario),
        )}`;
}

function rows(scenario: Scenario): Row[] {
    const { electricity, otherActivity } = scenario;
    return [
        growth(t('electricity'), electricity?.growth),
        growth(t('other'), otherActivity),
        ...(scenario.activities ?? []).map(each =>
            growth(t('part', { of: [words(`SCOPE_${each.scope ?? ''}`), ...(each.category === undefined ? [] : [words(each.category)]), ...(each.region === undefined ? [] : [each.region])].join(comma()) }), each.growth),
        ),
        stated(t('dataCenterShare'), electricity?.dataCenterShare, format.share),
        stated(t('itLoad'), electricity?.itLoad, format.share),
        stated(t('location'), electricity?.gridFactors?.locationChangePerYear, yearly),
        stated(t('residual'), electricity?.gridFactors?.residualChangePerYear, yearly),
        stated(t('contract'), electricity?.gridFactors?.contractTonnesPerMwh, value => `${format.recorded(value)} ${t('perMwh')}`),
        ...(scenario.targets ?? []).map(target => ({
            name: t('target', { year: target.year ?? '–', metric: words(target.metric ?? '') }),
            value:
                target.tonnes != null
                    ? `${format.amount(target.tonnes)} ${format.tonnes()}`
                    : target.share != null
                      ? format.share(target.share)
                      : target.changeFromBase != null
                        ? t('fromBase', { change: yearly(target.changeFromBase) ?? '' })
                        : null,
            provenance: target.provenance,
            source: target.source,
        })),
        offsets(scenario.offsets),
        ...(scenario.regions ?? []).map(region),
    ];
}

function region(of: Region): Row {
    return {
        name: t('region', { id: of.id ?? '–' }),
        value: t('regionValue', {
            electricity: format.share(of.shareOfElectricity) ?? '–',
            scope1: format.share(of.shareOfScope1) ?? '–',
            scope3: format.share(of.shareOfScope3) ?? '–',
            zone: of.marketZone ?? '–',
        }),
        provenance: of.provenance,
        source: of.source,
    };
}

function growth(name: string, of: Growth | undefined): Row {
    return {
        name,
        value:
            of === undefined
                ? null
                : t('growth', {
                      first: yearly(of.initialGrowthPerYear) ?? '–',
                      long: yearly(of.longTermGrowthPerYear) ?? '–',
                      damping: format.share(of.damping) ?? '–',
                  }),
        provenance: of?.provenance,
        source: of?.source,
    };
}

function stated(name: string, of: Assumption | undefined, write: (value: number) => string | null): Row {
    return { name, value: of?.value === undefined ? null : write(of.value), provenance: of?.provenance, source: of?.source };
}

function offsets(of: Scenario['offsets']): Row {
    const parts =
        of === undefined
            ? []
            : [
                  t(of.permitted ? 'permitted' : 'forbidden'),
                  ...(of.maximumTonnesPerYear == null ? [] : [t('most', { most: format.joined(format.mass(of.maximumTonnesPerYear)) ?? '' })]),
                  ...(of.price == null ? [] : [t('price', { price: format.joined(money(of.price.perTonne, of.price.currency ?? '')) ?? '' })]),
                  ...(of.register == null ? [] : [t('lots', { n: of.register.length })]),
              ];
    return { name: t('offsets'), value: parts.length === 0 ? null : parts.join(comma()), provenance: of?.provenance, source: of?.source };
}

/** A relative change as a percentage with its sign. */
function yearly(fraction: number | undefined): string | null {
    return fraction === undefined ? null : format.percentDifference(fraction * 100);
}
