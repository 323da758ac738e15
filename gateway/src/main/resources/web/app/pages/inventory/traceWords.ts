import * as format from '../../language/format';
import { language, locale } from '../../language/language';
import { unit, words } from '../../language/words';

/** Steps and inputs of a trace in Chinese; the API names them in English. */
const CHINESE: Record<string, string> = {
    'scope 1': '范围一',
    'scope 2, location-based': '范围二，基于位置',
    'scope 2, market-based': '范围二，基于市场',
    activity: '活动',
    method: '计算方法',
    boundary: '组织边界',
    emission: '排放',
    factor: '因子',
    density: '密度',
    'calorific basis': '热值基准',
    'leakage rate': '泄漏率',
    'not traced': '未追溯',
    'stated emissions': '披露的排放',
    'purchased renewable electricity': '外购可再生电力',
    record: '记录',
    quantity: '数量',
    amount: '数量',
    gwpSet: 'GWP 值',
    gwp: 'GWP 值',
    purpose: '用途',
    regions: '地区',
    on: '日期',
    asAt: '知悉日期',
    validity: '有效期',
    version: '版本',
    publisher: '发布机构',
    source: '来源',
    confidence: '读取方式',
    choice: '选择',
    volume: '体积',
    assumption: '假设',
    provenance: '数据来源',
    mass: '质量',
    intensity: '强度',
    purchased: '外购',
    claimed: '声明为可再生',
    rest: '其余',
    energy: '能量',
    evidence: '依据',
    clause: '条款',
    rate: '费率',
    share: '占比',
    tier: '层级',
    kind: '类型',
    instrument: '凭证',
    allocation: '分配',
    status: '状态',
    total: '合计',
    period: '期间',
    'scope 3, category 3': '范围三，类别 3',
    'scope 2, market-based, attributes sold': '范围二，基于市场，已出售环境属性',
    'attributes sold': '已出售的环境属性',
    'remainder of the group': '集团其余部分',
    currency: '货币',
    'price year': '价格年份',
    money: '金额',
    prices: '价格',
    'covered by instruments': '凭证覆盖',
    'Scope 2 quality criteria': '范围二质量要求',
    allocated: '分配的',
    generated: '发电量',
    sold: '出售量',
    meaning: '含义',
    parts: '各部分',
    sites: '场所',
    range: '范围',
    table: '表',
    supersedes: '取代',
    year: '年份',
    distance: '距离',
    days: '天数',
    leased: '租赁',
};

const OF_GAS = /^(co2e|mass) of (.+)$/;
/** An exact decimal, its unit, and what it is of. */
const AMOUNT = /^(-?\d+)(?:\.(\d+))?( .+)?$/;
const CODED = ['gwpSet', 'purpose', 'provenance', 'method', 'tier', 'kind', 'status'];
const YEAR = /^\d{4}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function stepName(step: string): string {
    const gas = OF_GAS.exec(step);
    if (gas !== null) {
        return language() === 'zh' ? `${chemical(gas[2] ?? '')} 的${gas[1] === 'mass' ? '质量' : ' CO₂e'}` : `${gas[1] === 'mass' ? 'Mass' : 'CO₂e'} of ${chemical(gas[2] ?? '')}`;
    }
    return said(step);
}

export function inputName(name: string): string {
    const names: Record<string, string> = { gwpSet: 'GWP set', gwp: 'GWP', asAt: 'known on', on: 'on the day' };
    return language() === 'zh' ? said(name) : (names[name] ?? name);
}

export function inputText(name: string, value: string): string {
    if (CODED.includes(name)) {
        return words(value);
    }
    return DAY.test(value) ? (format.date(value) ?? value) : exact(value);
}

/** An exact decimal with its thousands apart and none of its digits lost. */
export function exact(text: string): string {
    const found = AMOUNT.exec(text);
    if (found === null || YEAR.test(text)) {
        return text;
    }
    const [, whole = '', decimals, rest = ''] = found;
    const grouped = BigInt(whole).toLocaleString(locale());
    const sign = whole.startsWith('-') && !grouped.startsWith('-') ? '-' : '';
    return `${sign}${grouped}${decimals === undefined ? '' : `.${decimals}`}${rest === '' ? '' : ` ${chemical(unit(rest.trim()))}`}`;
}

/** Formulas of gases with their numbers set low. */
export function chemical(text: string): string {
    return text.replace(/\b(CO|CH|N|SF|NF)([2-6])(O?)(?![\w.])/g, (_, atom: string, times: string, oxygen: string) => `${atom}${'₀₁₂₃₄₅₆'.charAt(Number(times))}${oxygen}`);
}

function said(english: string): string {
    const text = language() === 'zh' ? CHINESE[english] : undefined;
    return text ?? english.charAt(0).toUpperCase() + english.slice(1);
}
