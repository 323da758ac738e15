const WORDS: Record<string, string> = {
    UNSPECIFIED: 'Not split by category',
    LPG: 'LPG',
    LOAD_BELOW_30_PERCENT: 'load below 30 %',
    LOAD_UNKNOWN: 'load unknown',
    NOT_IN_OPERATION_OVER_12_MONTHS: 'not in operation for more than 12 months',
    NO_PUE: 'no PUE measured or stated',
    PUE_BELOW_ONE: 'PUE below 1, so a measurement is wrong',
    NO_NET_TARGET: 'No net target',
    NOT_YET_DUE: 'Not due yet',
    BLOCKED: 'Blocked',
    ALLOWED: 'Allowed',
    AR4_100: 'IPCC AR4, 100 years',
    AR5_100: 'IPCC AR5, 100 years',
    AR6_100: 'IPCC AR6, 100 years',
    pue: 'PUE',
    CAGR: 'CAGR',
    ENGINE: 'This roadmap',
};

const SCOPE_3_CATEGORY = /^C(\d+)_/;

/** A code of the API in plain words. */
export function words(code: string): string {
    return WORDS[code] ?? sentence(code.replace(SCOPE_3_CATEGORY, '$1 ').replace(/[_-]+/g, ' ').toLowerCase());
}

/** A unit as it is printed; a pure number has none. */
export function unit(symbol: string): string {
    return symbol === '1' ? '' : symbol.replace(/^(k?g|t)?CO2e/, '$1 CO₂e').replace(/\bm2\b/, 'm²').replace(/\bm3\b/, 'm³');
}

function sentence(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
