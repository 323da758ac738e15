const WORDS: Record<string, string> = {
    UNSPECIFIED: 'Not split by category',
    C1_PURCHASED_GOODS_AND_SERVICES: '1 Purchased goods and services',
    C2_CAPITAL_GOODS: '2 Capital goods',
    C3_FUEL_AND_ENERGY_RELATED: '3 Fuel- and energy-related',
    C4_UPSTREAM_TRANSPORT: '4 Upstream transport',
    C5_WASTE: '5 Waste',
    C6_BUSINESS_TRAVEL: '6 Business travel',
    C7_EMPLOYEE_COMMUTING: '7 Employee commuting',
    C8_UPSTREAM_LEASED_ASSETS: '8 Upstream leased assets',
    C15_INVESTMENTS: '15 Investments',
    LPG: 'LPG',
    LOAD_BELOW_30_PERCENT: 'load below 30 %',
    LESS_THAN_12_MONTHS: 'in operation for less than 12 months',
    NO_NET_TARGET: 'No net target',
    NOT_YET_DUE: 'Not due yet',
    BLOCKED: 'Blocked',
    ALLOWED: 'Allowed',
    AR4_100: 'IPCC AR4, 100 years',
    AR5_100: 'IPCC AR5, 100 years',
    AR6_100: 'IPCC AR6, 100 years',
    pue: 'PUE',
};

/** A code of the API in plain words. */
export function words(code: string): string {
    return WORDS[code] ?? sentence(code.replace(/[_-]+/g, ' ').toLowerCase());
}

/** A unit as it is printed; a pure number has none. */
export function unit(symbol: string): string {
    return symbol === '1' ? '' : symbol.replace(/^(k?g|t)?CO2e/, '$1 CO₂e').replace(/\bm2\b/, 'm²').replace(/\bm3\b/, 'm³');
}

function sentence(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
