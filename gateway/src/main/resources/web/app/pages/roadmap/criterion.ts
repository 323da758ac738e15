import { dictionary } from '../../language/language';
import { words } from '../../language/words';

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
