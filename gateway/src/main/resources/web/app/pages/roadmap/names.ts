import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { colon, words } from '../../language/words';
import type { Lever, Scenario } from './shapes';
import type { NameOf } from './wedges';

const t = dictionary(
    {
        otherGrowth: 'Growth of other activity',
        electricityGrowth: 'Growth of electricity',
        grid: 'Grid factor: {of}',
        inventory: 'Base inventory: {of}',
        delivery: 'Delivery: {of}',
        delay: 'Delay: {of}',
        company: 'whole company',
    },
    {
        otherGrowth: '其他活动增长',
        electricityGrowth: '用电增长',
        grid: '电网因子：{of}',
        inventory: '基准年清单：{of}',
        delivery: '实际效果：{of}',
        delay: '推迟：{of}',
        company: '全公司',
    },
);

/** The figures of a projected year. */
const f = dictionary(
    {
        baselineTonnes: 'Baseline',
        scope1Tonnes: 'Scope 1',
        scope2LocationTonnes: 'Scope 2, location-based',
        scope2MarketTonnes: 'Scope 2, market-based',
        scope3Tonnes: 'Scope 3',
        grossTonnes: 'Gross emissions',
        electricityMwh: 'Electricity',
        pue: 'PUE',
        renewableShare: 'Renewable share',
        creditsNeededTonnes: 'Credits needed',
        creditsTonnes: 'Credits used',
        netTonnes: 'Net emissions',
        targetTonnes: 'Target path',
        gapTonnes: 'Gap to the path',
        deployment: 'Deployment',
        left: 'What a lever leaves',
        growth: 'Growth of activity',
        itMwh: 'Electricity of IT',
        officesMwh: 'Electricity of offices',
        ownGenerationUsedMwh: 'Own generation used',
        matchedByContractsMwh: 'Matched by contracts',
        matchedMwh: 'Matched by contracts and certificates',
        locationTonnesPerMwh: 'Grid factor, location-based',
        residualTonnesPerMwh: 'Residual factor',
        scope2HeatTonnes: 'Scope 2 of heat',
    },
    {
        baselineTonnes: '基线',
        scope1Tonnes: '范围一',
        scope2LocationTonnes: '范围二，基于位置',
        scope2MarketTonnes: '范围二，基于市场',
        scope3Tonnes: '范围三',
        grossTonnes: '总排放',
        electricityMwh: '用电量',
        pue: 'PUE',
        renewableShare: '可再生电力占比',
        creditsNeededTonnes: '所需碳信用',
        creditsTonnes: '使用的碳信用',
        netTonnes: '净排放',
        targetTonnes: '目标路径',
        gapTonnes: '与路径差距',
        deployment: '部署率',
        left: '措施后剩余比例',
        growth: '活动增长',
        itMwh: 'IT 用电',
        officesMwh: '办公用电',
        ownGenerationUsedMwh: '自发自用电量',
        matchedByContractsMwh: '合同匹配电量',
        matchedMwh: '合同与证书匹配电量',
        locationTonnesPerMwh: '电网因子（基于位置）',
        residualTonnesPerMwh: '剩余组合因子',
        scope2HeatTonnes: '范围二（热力）',
    },
);

const FIGURES: Parameters<typeof f>[0][] = [
    'baselineTonnes', 'scope1Tonnes', 'scope2LocationTonnes', 'scope2MarketTonnes', 'scope3Tonnes', 'grossTonnes', 'electricityMwh', 'pue',
    'renewableShare', 'creditsNeededTonnes', 'creditsTonnes', 'netTonnes', 'targetTonnes', 'gapTonnes', 'deployment', 'left', 'growth', 'itMwh',
    'officesMwh', 'ownGenerationUsedMwh', 'matchedByContractsMwh', 'matchedMwh', 'locationTonnesPerMwh', 'residualTonnesPerMwh', 'scope2HeatTonnes',
];

const WITH_PART = /^(\w+)\[(.+)\]$/;
const INPUT = /^(?:(delivery|delay) of |(grid) factor of (?:the )?|(inventory) scope )(.+)$/;

/** A figure of the projection, with the part it is of, such as `deployment[pue]`. */
export function figureName(figure: string): string {
    const [, name = figure, part] = WITH_PART.exec(figure) ?? [];
    const known = FIGURES.find(each => each === name);
    const said = known === undefined ? words(name) : f(known);
    return part === undefined ? said : `${said}${colon()}${words(part)}`;
}

/** Levers by the names their scenario gives them. */
export function namesOf(scenario: Scenario | null): NameOf {
    const names = new Map((scenario?.levers ?? []).map((lever: Lever) => [lever.id, named(lever.name)]));
    return id => names.get(id) ?? words(id);
}

/** An input of the uncertainty, which the API names in English. */
export function inputName(input: string, nameOf: NameOf): string {
    if (input === 'other growth') {
        return t('otherGrowth');
    }
    if (input === 'electricity growth') {
        return t('electricityGrowth');
    }
    const [, lever, grid, inventory, of = ''] = INPUT.exec(input) ?? [];
    if (lever !== undefined) {
        return t(lever === 'delay' ? 'delay' : 'delivery', { of: nameOf(of) });
    }
    if (grid !== undefined) {
        return t('grid', { of: of === 'company' ? t('company') : of });
    }
    return inventory === undefined ? words(input) : t('inventory', { of: words(`SCOPE_${of}`) });
}
