import { ENGLISH } from './english';
import { chineseTables, language } from './language';

const SCOPE_3_CATEGORY = /^C(\d+)_/;

/** A code of the API in plain words; in English where Chinese has none. */
export function words(code: string): string {
    return chinese(code) ?? ENGLISH[code] ?? sentence(code.replace(SCOPE_3_CATEGORY, '$1 ').replace(/[_-]+/g, ' ').toLowerCase());
}

/** The same in Chinese, where the page is and has it. */
export function chinese(code: string): string | undefined {
    return chineseTables()?.CHINESE[code];
}

/** Between the parts of a list. */
export function comma(): string {
    return language() === 'zh' ? '、' : ', ';
}

/** Between clauses that say each something of their own. */
export function semicolon(): string {
    return language() === 'zh' ? '；' : '; ';
}

/** Between a heading and what it is about. */
export function colon(): string {
    return language() === 'zh' ? '：' : ': ';
}

/** Units that are words, or hold some. */
const CHINESE_UNITS: Record<string, string> = {
    a: '年',
    year: '年',
    count: '个',
    points: '个百分点',
    'points/a': '个百分点/年',
};

/** A unit as it is printed; a pure number has none. */
export function unit(symbol: string): string {
    const named = language() === 'zh' ? CHINESE_UNITS[symbol] : undefined;
    if (named !== undefined) {
        return named;
    }
    return symbol === '1' ? '' : symbol.replace(/^(k?g|t)? ?CO2e/, '$1 CO₂e').replace(/^degC$/, '°C').replace(/\bm2\b/, 'm²').replace(/\bm3\b/, 'm³').replace(/ per million CNY$/, language() === 'zh' ? '/百万元' : '$&').trim();
}

function sentence(text: string): string {
    return text.replace(/^(\d+ )?\p{L}/u, start => start.toUpperCase());
}
