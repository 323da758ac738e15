import * as format from '../../language/format';
import { dictionary, language } from '../../language/language';
import { unit, words } from '../../language/words';
import type { Criterion } from './shapes';

const t = dictionary(
    {
        flat: '{ambition}, linear cut of {scope}',
        ratchet: '{ambition}, linear cut of {scope}, counted from 2020',
        rule2026: 'Rule of 2026, {scope}',
        coverage: 'Coverage of {scope}',
        timeFrame: 'Time frame of the targets',
        target: 'Own target: {of}',
        sbtRenewable: 'Renewable path of science-based targets, {year}',
        re100: 'Renewable path of RE100, {year}',
        budget: 'Budget, {ambition}, {scope}',
        claim: 'Net claim of {year}',
        baseYear: 'Restated base year, {scope}',
        'scope-1': 'scope 1',
        'scope-2': 'scope 2',
        'scope-1-2': 'scope 1 + 2',
        'scope-3': 'scope 3',
        temperature: 'Temperature score, {scope}',
        total: 'total',
        '1.5C': '1.5 °C',
        'well-below-2C': 'Well below 2 °C',
    },
    {
        flat: '{ambition}，{scope}线性减排',
        ratchet: '{ambition}，{scope}线性减排（自 2020 年起算）',
        rule2026: '2026 年规则，{scope}',
        coverage: '{scope}覆盖率',
        timeFrame: '目标期限',
        target: '自身目标：{of}',
        sbtRenewable: '科学碳目标可再生电力路径，{year} 年',
        re100: 'RE100 可再生电力路径，{year} 年',
        budget: '碳预算，{ambition}，{scope}',
        claim: '{year} 年净零声明',
        baseYear: '基准年重述，{scope}',
        'scope-1': '范围一',
        'scope-2': '范围二',
        'scope-1-2': '范围一和二',
        'scope-3': '范围三',
        temperature: '温度评分，{scope}',
        total: '合计',
        '1.5C': '1.5 °C',
        'well-below-2C': '远低于 2 °C',
    },
);

type Key = Parameters<typeof t>[0];

/** How ids of criteria are made, and what each says. */
const KINDS: [RegExp, (part: string[]) => string][] = [
    [/^sbt-flat-(1\.5C|well-below-2C)-(scope-1-2|scope-3)$/, ([ambition, scope]) => t('flat', { ambition: known(ambition), scope: known(scope) })],
    [/^sbt-flat-(1\.5C|well-below-2C)-(scope-1-2|scope-3)-ratchet$/, ([ambition, scope]) => t('ratchet', { ambition: known(ambition), scope: known(scope) })],
    [/^sbt-2026-(scope-1-2|scope-3)$/, ([scope]) => t('rule2026', { scope: known(scope) })],
    [/^sbt-coverage-(scope-1-2|scope-3)$/, ([scope]) => t('coverage', { scope: known(scope) })],
    [/^sbt-time-frame$/, () => t('timeFrame')],
    [/^target-(.+)$/, ([of = '']) => t('target', { of: ownTarget(of) })],
    [/^temperature-score-(scope-1-2|scope-3)$/, ([scope]) => t('temperature', { scope: known(scope) })],
    [/^renewable-sbt-5-(\d+)$/, ([year = '']) => t('sbtRenewable', { year })],
    [/^renewable-re100-(\d+)$/, ([year = '']) => t('re100', { year })],
    [/^budget-(1\.5C|well-below-2C)-(scope-1-2|scope-3)$/, ([ambition, scope]) => t('budget', { ambition: known(ambition), scope: known(scope) })],
    [/^claim-net-(\d+)$/, ([year = '']) => t('claim', { year })],
    [/^base-year-(scope-[123]|total)$/, ([scope]) => t('baseYear', { scope: known(scope) })],
];

/** A criterion in plain words; its id where this page does not know how that is made. */
export function criterionName(id: string): string {
    for (const [made, said] of KINDS) {
        const match = made.exec(id);
        if (match !== null) {
            return said(match.slice(1));
        }
    }
    return id;
}

/** A target goes by the id that its scenario gives it; those that are like a metric are called so. */
function ownTarget(id: string): string {
    const metric = id.toUpperCase().replaceAll('-', '_');
    return METRICS.includes(metric) ? words(metric) : words(id);
}

const METRICS = ['NET_EMISSIONS', 'GROSS_EMISSIONS', 'SCOPE_1_2', 'SCOPE_3', 'RENEWABLE_SHARE'];
const CODES = new RegExp(`\\b(${METRICS.join('|')})\\b`, 'g');

/** What the API says of a criterion, with its codes in plain words. */
export function plainly(statement: string): string {
    return statement.replace(CODES, code => words(code));
}

function known(part: string | undefined): string {
    return t(part as Key);
}

/** The numbers of criteria and statements, as the API names them. */
const CHINESE_NUMBERS: Record<string, string> = {
    ambition: '总降幅',
    asked: '要求',
    askedReduction: '要求的降幅',
    askedScope1: '范围一要求',
    askedScope2: '范围二要求',
    base: '基准年',
    budget: '预算',
    change: '变化',
    cost: '每年成本',
    costHigh: '每年成本上限',
    costLow: '每年成本下限',
    covered: '覆盖率',
    credits: '碳信用',
    distance: '距目标',
    gap: '差距',
    gross: '总排放',
    latest: '最近披露值',
    latestShare: '最近占比',
    level: '目标值',
    mostRecentYear: '最近年份',
    needed: '所需速度',
    original: '原值',
    overshoot: '超出',
    pace: '已有速度',
    pricePerTonne: '每吨价格',
    projected: '预测',
    projectedDistance: '预测距目标',
    reduction: '降幅',
    restated: '重述值',
    restatedBase: '重述的基准年',
    scope3Share: '范围三占比',
    target: '目标',
    yearlyCut: '每年降幅',
    years: '年数',
};

/** What a number is called in Chinese; nothing in English, where its own name says it. */
export function numberName(name: string): string | undefined {
    return language() === 'zh' ? CHINESE_NUMBERS[name] : undefined;
}

/** A criterion in Chinese, by its numbers; null for readers of English, who read its sentence. */
export function inChinese({ verdict, numbers }: Criterion): string | null {
    if (language() !== 'zh') {
        return null;
    }
    if (numbers.length === 0) {
        return verdict === 'UNKNOWN' ? '缺少规则原文或所需数据。' : null;
    }
    return `${numbers.map(({ name, value, unit: of }) => `${CHINESE_NUMBERS[name] ?? name} ${written(value, of)}`).join('，')}。`;
}

function written(value: format.Amount, of: string): string {
    switch (of) {
        case '1':
            return format.preciseShare(value) ?? '–';
        case 't':
            return format.joined(format.mass(value)) ?? '–';
        case '1/a':
            return `${format.preciseShare(value) ?? '–'}/年`;
        case 'year':
            return `${value} 年`;
        default:
            return `${format.amount(value) ?? '–'} ${unit(of)}`;
    }
}
