import { html, type TemplateResult } from 'lit';
import { period, thisYear } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary, language } from '../../language/language';
import { unit, words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { chooser, chosenOf, type Option } from '../../parts/choice';
import { figure } from '../../parts/figure';
import type { EuDataCentre, EuItem } from './shapes';

const t = dictionary(
    {
        year: 'Reporting year',
        YES: 'yes',
        NO: 'no',
        UNKNOWN: 'not known',
        notStated: 'not stated',
        notMeasured: 'not measured',
        someHours: '{share} of the hours known',
        held: 'held',
    },
    {
        year: '报告年份',
        YES: '是',
        NO: '否',
        UNKNOWN: '未知',
        notStated: '未说明',
        notMeasured: '没有测量',
        someHours: '已知小时 {share}',
        held: '暂不给出',
    },
);

/** The first year that the regulation has reported. */
export const FIRST_YEAR = 2023;

const ENOUGH_OF_THE_HOURS = 0.95;

/** The names of items in Chinese; the API gives them in English. */
const CHINESE: Record<string, string> = {
    NAME: '名称',
    OWNER: '所有者',
    OPERATOR: '运营者',
    LAU: '地方行政单位',
    TYPE: '数据中心类型',
    SINCE: '投运年月',
    REDUNDANCY_ELECTRICAL: '供电冗余',
    REDUNDANCY_COOLING: '制冷冗余',
    PD_IT: 'IT 装机功率',
    S_DC: '数据中心建筑面积',
    S_CR: '机房面积',
    E_DC: '总能耗',
    'E_DC-BG': '备用发电机能耗',
    E_IT: 'IT 设备能耗',
    C_BtG: '电池平均容量',
    W_IN: '用水量',
    'W_IN-POT': '饮用水用量',
    E_REUSE: '余热再利用量',
    T_WH: '余热平均温度',
    T_IN: '进风平均设定温度',
    REFRIGERANTS: '制冷剂',
    CDD: '制冷度日',
    'E_RES-TOT': '可再生能源总量',
    'E_RES-GOO': '来源担保的可再生能源',
    'E_RES-PPA': '购电协议的可再生能源',
    'E_RES-OS': '现场可再生能源发电',
    C_SERV: '服务器容量',
    C_STOR: '存储容量',
    B_IN: '入站带宽',
    B_OUT: '出站带宽',
    TRAFFIC_IN: '入站流量',
    TRAFFIC_OUT: '出站流量',
    PUE: '电能使用效率',
    WUE: '水资源使用效率',
    ERF: '能源再利用因子',
    REF: '可再生能源因子',
};

const CHINESE_ANNEXES: Record<string, string> = {
    'Annex I': '附件一',
    'Annex II, point 1': '附件二第 1 项',
    'Annex II, point 2': '附件二第 2 项',
    'Annex II, point 3': '附件二第 3 项',
    'Annex III': '附件三',
};

export function annexName(annex: string): string {
    return language() === 'zh' ? (CHINESE_ANNEXES[annex] ?? annex) : annex;
}

export function nameOf(item: EuItem): string {
    return language() === 'zh' ? (CHINESE[item.symbol] ?? item.name) : item.name;
}

/** Years that can be reported, the one the page is about first, or else the last one that is over. */
function years(): Option[] {
    const all = Array.from({ length: thisYear() - FIRST_YEAR + 1 }, (_, i) => thisYear() - i);
    const first = all.includes(period()) ? period() : thisYear() - 1;
    return [first, ...all.filter(year => year !== first)].map(year => ({ value: String(year), name: String(year) }));
}

export function yearChooser(): TemplateResult {
    return chooser('reporting', t('year'), years());
}

export function reportingYear(): number {
    return Number(chosenOf('reporting', years()));
}

export function packPath(): string {
    return `/api/datacenters/reporting/eu-2024-1364?year=${reportingYear()}`;
}

export function itemOf(centre: EuDataCentre, symbol: string): EuItem | undefined {
    return centre.items.find(item => item.symbol === symbol);
}

/** Whether the regulation asks for it, and why where it does not or nobody knows. */
export function reports(centre: EuDataCentre): TemplateResult {
    const [answer, reason] = centre.reports.split(': ', 2);
    const known = (['YES', 'NO', 'UNKNOWN'] as const).find(each => each === answer);
    return html`${known === undefined ? answer : t(known)} ${reason === undefined ? '' : html`<span class="why">${verbatim(reason)}</span>`}`;
}

/** The figure, or in a few words why there is none. */
export function short(item: EuItem | undefined): TemplateResult {
    return figure(item === undefined ? null : written(item), item === undefined ? t('notStated') : why(item), unit(item?.unit ?? ''));
}

function why({ hours, expectedHours }: EuItem): string {
    if (hours == null || !expectedHours) {
        return t('notStated');
    }
    const share = hours / expectedHours;
    return hours === 0 ? t('notMeasured') : share < ENOUGH_OF_THE_HOURS ? t('someHours', { share: format.share(share) ?? '' }) : t('held');
}

/** What stands in an item, or null where nothing does. Information is text, whatever it looks like. */
export function written({ annex, value, symbol }: EuItem): string | null {
    if (value === null || value === undefined) {
        return null;
    }
    const isText = annex === 'Annex I' || format.number(value) === null;
    return isText ? (symbol === 'TYPE' ? words(String(value)) : String(value)) : format.recorded(value);
}
