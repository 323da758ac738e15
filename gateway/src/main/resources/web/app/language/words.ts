import { language } from './language';

/** Codes of the API whose plain words are not just the code in lower case. */
const ENGLISH: Record<string, string> = {
    UNSPECIFIED: 'Not split by category',
    LPG: 'LPG',
    LOAD_BELOW_30_PERCENT: 'Load below 30 %',
    NOT_IN_OPERATION_OVER_12_MONTHS: 'Not in operation for more than 12 months',
    NO_PUE: 'No PUE measured or stated',
    PUE_BELOW_ONE: 'PUE below 1, so a measurement is wrong',
    AR4_100: 'IPCC AR4, 100 years',
    AR5_100: 'IPCC AR5, 100 years',
    AR6_100: 'IPCC AR6, 100 years',
    PUE: 'PUE',
    WUE: 'WUE',
    CUE: 'CUE',
    REF: 'REF',
    ERF: 'ERF',
    ERE: 'ERE',
    pue: 'PUE',
    CAGR: 'CAGR',
    ENGINE: 'This roadmap',
    IT: 'IT',
    ON_SITE_PV: 'On-site PV',
    ON_SITE_CHP: 'On-site CHP',
};

const CHINESE: Record<string, string> = {
    UNSPECIFIED: '未按类别细分',
    SCOPE_1: '范围一',
    SCOPE_2: '范围二',
    SCOPE_3: '范围三',
    C1_PURCHASED_GOODS_AND_SERVICES: '1 外购商品和服务',
    C2_CAPITAL_GOODS: '2 资本商品',
    C3_FUEL_AND_ENERGY_RELATED: '3 燃料和能源相关活动',
    C4_UPSTREAM_TRANSPORT: '4 上游运输和配送',
    C5_WASTE: '5 运营中产生的废弃物',
    C6_BUSINESS_TRAVEL: '6 商务旅行',
    C7_COMMUTING: '7 员工通勤',
    C8_UPSTREAM_LEASED_ASSETS: '8 上游租赁资产',
    C9_DOWNSTREAM_TRANSPORT: '9 下游运输和配送',
    C10_PROCESSING: '10 售出产品的加工',
    C11_USE_OF_PRODUCTS: '11 售出产品的使用',
    C12_END_OF_LIFE: '12 售出产品的报废处理',
    C13_DOWNSTREAM_LEASED_ASSETS: '13 下游租赁资产',
    C14_FRANCHISES: '14 特许经营',
    C15_INVESTMENTS: '15 投资',
    ELECTRICITY: '电力',
    NATURAL_GAS: '天然气',
    DIESEL: '柴油',
    GASOLINE: '汽油',
    LPG: '液化石油气',
    COAL: '煤',
    HEATING_OIL: '燃料油',
    JET_FUEL: '航空煤油',
    BIOMASS: '生物质',
    DISTRICT_HEAT: '区域供热',
    STEAM: '蒸汽',
    DISTRICT_COOLING: '区域供冷',
    MEASURED: '实测',
    INVOICED: '发票',
    ESTIMATED: '估算',
    STATED: '披露',
    DEFAULTED: '缺省值',
    DRAFT: '草稿',
    IN_REVIEW: '审核中',
    APPROVED: '已批准',
    LOCKED: '已锁定',
    BLOCKED: '不可声明',
    ALLOWED: '可以声明',
    NOT_YET_DUE: '尚未到期',
    NO_NET_TARGET: '没有净零目标',
    AR4_100: 'IPCC AR4，100 年',
    AR5_100: 'IPCC AR5，100 年',
    AR6_100: 'IPCC AR6，100 年',
    OFFICE: '办公室',
    DATA_CENTER: '数据中心',
    GROUP: '集团',
    OTHER: '其他',
    FACILITY_INPUT: '设施总输入',
    IT: 'IT 设备',
    COOLING: '制冷',
    UPS_LOSS: 'UPS 损耗',
    LIGHTING: '照明',
    ON_SITE_GENERATION: '现场发电',
    HEAT_EXPORT: '余热外供',
    WATER: '用水',
    FUEL: '燃料',
    LOAD_BELOW_30_PERCENT: '负载低于 30 %',
    LOAD_UNKNOWN: '负载未知',
    NOT_IN_OPERATION_OVER_12_MONTHS: '投运未满 12 个月',
    NO_PUE: '没有实测或披露的 PUE',
    PUE_BELOW_ONE: 'PUE 小于 1，测量有误',
};

const SCOPE_3_CATEGORY = /^C(\d+)_/;

/** A code of the API in plain words; in English where Chinese has none. */
export function words(code: string): string {
    if (language() === 'zh' && CHINESE[code] !== undefined) {
        return CHINESE[code];
    }
    return ENGLISH[code] ?? sentence(code.replace(SCOPE_3_CATEGORY, '$1 ').replace(/[_-]+/g, ' ').toLowerCase());
}

/** A unit as it is printed; a pure number has none. */
export function unit(symbol: string): string {
    return symbol === '1' ? '' : symbol.replace(/^(k?g|t)? ?CO2e/, '$1 CO₂e').replace(/\bm2\b/, 'm²').replace(/\bm3\b/, 'm³').trim();
}

function sentence(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
