import { language } from './language';

/** Names that the suite ships, in Chinese. Whoever gives something a name of their own reads that. */
const CHINESE: Record<string, string> = {
    // scenarios
    'As reported: what is decided and reported, no more': '如报告：仅含已决定和已披露的措施',
    'Current pace: 2021 to 2023 goes on': '当前速度：延续 2021 至 2023 年',
    'Committed: published targets, first plan': '承诺：公开目标与初步方案',
    'Least cost: the committed targets, planned from the figures of the day': '最低成本：以当日数据规划达到承诺目标',
    committed: '承诺',
    'as-reported': '如报告',
    'current-pace': '当前速度',
    'least-cost': '最低成本',
    // levers
    'PUE 1.279, as reported for 2023': 'PUE 1.279（2023 年披露值）',
    'Photovoltaics on own sites': '自有场所光伏',
    'Green electricity of 12.4 %, as reported for 2023': '绿电 12.4 %（2023 年披露值）',
    'PUE falls by 0.019 a year to 1.146': 'PUE 每年降低 0.019，至 1.146',
    'Green electricity grows by 5.45 points a year to 50.55 %': '绿电每年提高 5.45 个百分点，至 50.55 %',
    'Efficient data centres: PUE 1.25': '高效数据中心：PUE 1.25',
    'Supply chain: equipment and buildings with 30 % fewer emissions': '供应链：设备和建筑减排 30 %',
    'Green electricity to 100 %': '绿电达到 100 %',
    'Storage: more of the own generation used': '储能：提高自发电自用量',
    "Tri-generation: two more plants like Qingpu's": '三联供：再建两座青浦式电站',
    'Heat recovery: servers warm own offices': '余热回收：服务器余热供自有办公楼',
    // companies of the back-test
    Alibaba: '阿里巴巴',
    Amazon: '亚马逊',
    Baidu: '百度',
    Google: '谷歌',
    Tencent: '腾讯',
    // the published data
    'All offices and data centres of the company': '公司全部办公室和数据中心',
    'Chongqing cloud data centre': '重庆云数据中心',
    'Zhangjiakou Huailai data centre': '张家口怀来数据中心',
    'Shanghai Qingpu data centre': '上海青浦数据中心',
    'Qingyuan Qingxin data centre': '清远清新数据中心',
    'Shenzhen Binhai tower': '深圳滨海大厦',
    'Tianjin Binhai data centre': '天津滨海数据中心',
    'Yangzhou Yizheng data centre': '扬州仪征数据中心',
    'Qingyuan Qingxin distributed photovoltaics': '清远清新分布式光伏',
    'Yangzhou Yizheng distributed photovoltaics': '扬州仪征分布式光伏',
    'Internet company, published 2021 report': '互联网公司，公开的 2021 年报告',
};

/** A name as the reader's language has it where it is one the suite ships, and as it was given otherwise. */
export function named(name: string): string {
    return language() === 'zh' ? (CHINESE[name] ?? name) : name;
}
