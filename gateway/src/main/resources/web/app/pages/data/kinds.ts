import type { Role } from '../../api/session';
import { parameter } from '../../frame/route';
import { dictionary } from '../../language/language';

const t = dictionary(
    {
        'activities': 'Activities', 'energy': 'Energy records', 'resources': 'Water and waste', 'sites': 'Sites', 'instruments': 'Certificates and contracts',
        'plants': 'Power plants', 'storages': 'Storage', 'meters': 'Meters', 'intervals': 'Meter intervals', 'grid-hours': 'Grid intensity by the hour',
        'collection': 'Collection calendar', 'datacenters': 'Data centres', 'points': 'Measuring points', 'stated-indicators': 'Stated indicators',
        'weather': 'Weather', 'projects': 'Energy-saving projects', 'drivers': 'Drivers (revenue, staff, …)', 'factors': 'Own emission factors',
        'published-figures': 'Published figures', 'exchange-rates': 'Exchange rates', 'price-indices': 'Price indices', 'levers': 'Roadmap levers',
        'targets': 'Roadmap targets', 'emissions': 'Emissions', 'energyGroup': 'Energy', 'datacenter': 'Data centres', 'roadmap': 'Roadmap',
    },
    {
        'activities': '活动数据', 'energy': '能源记录', 'resources': '水与废弃物', 'sites': '场所', 'instruments': '证书与合同',
        'plants': '电站', 'storages': '储能', 'meters': '计量表', 'intervals': '计量区间', 'grid-hours': '电网逐时强度',
        'collection': '收集日历', 'datacenters': '数据中心', 'points': '测点', 'stated-indicators': '披露指标',
        'weather': '气象', 'projects': '节能项目', 'drivers': '驱动因素（营收、人数等）', 'factors': '自有排放因子',
        'published-figures': '披露数据', 'exchange-rates': '汇率', 'price-indices': '价格指数', 'levers': '路线图措施',
        'targets': '路线图目标', 'emissions': '排放', 'energyGroup': '能源', 'datacenter': '数据中心', 'roadmap': '路线图',
    },
);

type Group = 'emissions' | 'energyGroup' | 'datacenter' | 'roadmap';

/** What can be imported. Its columns are those of its template. */
export interface Kind {
    name: Name;
    group: Group;
    /** Whether its imports are on record, can be tried out, and take mappings of columns. */
    onRecord: boolean;
    /** Whether an import can be taken back. */
    reversible: boolean;
    /** Whether the records of an import can be looked at. */
    hasRecords: boolean;
    roles: Role[];
}

type Name = Exclude<Parameters<typeof t>[0], Group>;

const STEWARD: Role[] = ['steward'];
const PLANNERS: Role[] = ['steward', 'analyst'];
const REVERSIBLE = new Set<string>(['activities', 'energy', 'resources']);

function kind(name: Name, group: Group, onRecord: boolean, roles = STEWARD): Kind {
    return { name, group, onRecord, roles, reversible: REVERSIBLE.has(name), hasRecords: name === 'activities' };
}

const ON_RECORD = true;
const UNRECORDED = false;

export const KINDS: Kind[] = [
    kind('energy', 'energyGroup', ON_RECORD),
    kind('resources', 'energyGroup', ON_RECORD),
    kind('instruments', 'energyGroup', ON_RECORD),
    kind('sites', 'energyGroup', ON_RECORD),
    kind('plants', 'energyGroup', ON_RECORD),
    kind('storages', 'energyGroup', ON_RECORD),
    kind('meters', 'energyGroup', ON_RECORD),
    kind('intervals', 'energyGroup', ON_RECORD),
    kind('grid-hours', 'energyGroup', ON_RECORD),
    kind('collection', 'energyGroup', ON_RECORD),
    kind('activities', 'emissions', ON_RECORD),
    kind('drivers', 'emissions', UNRECORDED),
    kind('factors', 'emissions', UNRECORDED),
    kind('published-figures', 'emissions', UNRECORDED),
    kind('exchange-rates', 'emissions', UNRECORDED),
    kind('price-indices', 'emissions', UNRECORDED),
    kind('datacenters', 'datacenter', UNRECORDED),
    kind('points', 'datacenter', UNRECORDED),
    kind('stated-indicators', 'datacenter', UNRECORDED),
    kind('weather', 'datacenter', UNRECORDED),
    kind('projects', 'datacenter', UNRECORDED),
    kind('levers', 'roadmap', UNRECORDED, PLANNERS),
    kind('targets', 'roadmap', UNRECORDED, PLANNERS),
];

export const GROUPS: Group[] = ['energyGroup', 'emissions', 'datacenter', 'roadmap'];

export function kindName(kind: Kind): string {
    return t(kind.name);
}

export function groupName(group: Group): string {
    return t(group);
}

/** The kind that the address names, or the first. */
export function chosenKind(): Kind {
    return KINDS.find(each => each.name === parameter('kind')) ?? (KINDS[0] as Kind);
}
