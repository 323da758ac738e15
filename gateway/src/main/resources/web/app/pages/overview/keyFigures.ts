import type { TemplateResult } from 'lit';
import { baseYearOfOrganization, period, thisYear } from '../../frame/period';
import { href } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { comma, semicolon, words } from '../../language/words';
import { type Tile, tiles } from '../../parts/figure';
import type { Query } from '../../parts/query';
import { figuresOf } from '../../parts/scopes';
import { changeOf } from './comparable';
import { isMore, openFindings } from './completeness';
import type { Shown } from './overview';

const t = dictionary(
    {
        emissions: 'Emissions {year}',
        soFar: 'Emissions {year} so far',
        market: 'market-based',
        location: 'location-based {amount}',
        change: '{change} to {year}',
        changeBase: '{change} to base year {year}',
        incomparable: 'not comparable to {year}',
        without: 'without {scopes}',
        derived: 'of scope 3 only what energy brings',
        nothing: 'nothing of {year} is calculated; import energy and activities',
        renewable: 'Renewable electricity {year}',
        towards: '{points} points below the path of {year}',
        ahead: 'on or above the path of {year}',
        needed: '{points} points a year needed from the last year on file until {until}',
        noTarget: 'no path to 100 % is on file',
        noElectricity: 'no electricity of {year} is on file',
        pue: 'PUE of the fleet {year}',
        stated: 'as stated',
        mean: 'mean of {count} data centres',
        meanToo: 'measured mean {mean}',
        noneMeasured: 'none measured',
        allLeftOut: 'measured: – all {count} left out',
        noPue: 'no PUE is stated or measured',
        gap: 'Gap to the {year} target',
        above: 'gross above the target path; net claim: {claim}',
        below: 'gross within the target path; net claim: {claim}',
        ifDelivered: 'allowed if every lever is delivered',
        noGap: 'no target covers all emissions of {year}',
        noScenario: 'no scenario is on file',
        open: 'Open findings',
        ofSources: '{inventory} inventory, {energy} energy, {facilities} data centres',
        loading: 'loading…',
    },
    {
        emissions: '{year} 年排放',
        soFar: '{year} 年至今排放',
        market: '基于市场',
        location: '基于位置 {amount}',
        change: '较 {year} 年 {change}',
        changeBase: '较基准年 {year} {change}',
        incomparable: '与 {year} 年不可比',
        without: '不含{scopes}',
        derived: '范围三仅含能源推算部分',
        nothing: '{year} 年没有计算结果；请导入能源和活动数据',
        renewable: '{year} 年可再生电力',
        towards: '比 {year} 年路径低 {points} 个百分点',
        ahead: '达到或高于 {year} 年路径',
        needed: '自最近有数据的年份起，至 {until} 年每年需提高 {points} 个百分点',
        noTarget: '尚无通往 100 % 的路径',
        noElectricity: '没有 {year} 年的用电记录',
        pue: '{year} 年数据中心 PUE',
        stated: '披露值',
        mean: '{count} 个数据中心平均',
        meanToo: '实测平均 {mean}',
        noneMeasured: '无实测',
        allLeftOut: '实测：– {count} 个均未计入',
        noPue: '没有披露或实测的 PUE',
        gap: '距 {year} 年目标',
        above: '总排放高于目标路径；净零声明：{claim}',
        below: '总排放在目标路径之内；净零声明：{claim}',
        ifDelivered: '全部措施落实时可以声明',
        noGap: '没有覆盖 {year} 年全部排放的目标',
        noScenario: '没有情景',
        open: '未解决的问题',
        ofSources: '清单 {inventory}，能源 {energy}，数据中心 {facilities}',
        loading: '正在加载…',
    },
);

const POINTS = 100;

/** The figures of the day; each leads to its page. */
export function keyFigures(shown: Shown): TemplateResult {
    return tiles([emissions(shown), gap(shown), renewable(shown), pue(shown), open(shown)]);
}

function emissions({ inventory, now, compared }: Shown): Tile {
    const figures = figuresOf(inventory.answer);
    const unknown = figures?.unknown ?? [];
    const total = figures?.totalMarket;
    const note = [
        t('market'),
        unknown.length > 0 ? t('without', { scopes: unknown.map(words).join(comma()) }) : null,
        figures?.partial.includes('SCOPE_3') ? t('derived') : null,
        ...compared.map(then => {
            const { text, incomparable } = changeOf('totalMarket', now, then);
            const base = then.year === baseYearOfOrganization();
            return incomparable ? t('incomparable', { year: then.year }) : text === null ? null : t(base ? 'changeBase' : 'change', { change: text, year: then.year });
        }),
        t('location', { amount: format.joined(format.mass(figures?.totalLocation)) ?? '–' }),
    ];
    return {
        id: 'emissions',
        title: t(period() === thisYear() ? 'soFar' : 'emissions', { year: period() }),
        value: format.mass(total),
        note: figures === null ? why(inventory, '') : total === null ? t('nothing', { year: period() }) : joined(note),
        href: href('inventory'),
    };
}

function gap({ scenarios, scenario, projection }: Shown): Tile {
    const year = scenario?.targetYear ?? '';
    const end = projection.answer?.years.find(each => each.year === scenario?.targetYear);
    const value = format.number(end?.gapTonnes);
    const claim = end?.claim === undefined ? '–' : end.claim.status === 'ALLOWED' && !end.actual ? t('ifDelivered') : words(end.claim.status);
    return {
        id: 'target',
        title: t('gap', { year }),
        value: format.massDifference(value),
        note: end === undefined ? (scenario === null ? why(scenarios, t('noScenario')) : why(projection, t('noGap', { year }))) : value === null ? t('noGap', { year }) : t(value > 0 ? 'above' : 'below', { claim }),
        // what is still to be delivered is not yet good
        state: value === null ? undefined : value > 0 || end?.claim?.status === 'BLOCKED' ? 'bad' : end?.actual ? 'good' : undefined,
        href: href('roadmap', scenario === null ? {} : { scenario: scenario.id }),
    };
}

function renewable({ balance, progress }: Shown): Tile {
    const share = format.share(balance.answer?.renewableShare?.value);
    const now = progress.answer?.years.find(each => each.year === period());
    const distance = format.number(now?.path) === null || format.number(balance.answer?.renewableShare?.value) === null ? null : POINTS * (Number(now?.path) - Number(balance.answer?.renewableShare?.value));
    const pace = progress.answer?.pace;
    const needed = format.amount(pace?.pointsAYearNeeded);
    const path = distance === null ? t('noTarget') : distance > 0.05 ? t('towards', { points: format.amount(distance) ?? '', year: period() }) : t('ahead', { year: period() });
    return {
        id: 'renewable',
        title: t('renewable', { year: period() }),
        value: share === null ? null : { text: share, unit: '' },
        note: share === null ? why(balance, t('noElectricity', { year: period() })) : joined([path, needed === null || !pace?.until ? null : t('needed', { points: needed, until: pace.until })]),
        href: href('energy', { view: 'green' }),
    };
}

function pue({ fleet }: Shown): Tile {
    const answer = fleet.answer;
    const stated = format.ratio(answer?.stated?.pue);
    const mean = format.ratio(answer?.mean.pue);
    const count = format.count(answer?.included.length ?? 0);
    const measured = mean !== null ? t('meanToo', { mean }) : (answer?.leftOut.length ?? 0) > 0 ? t('allLeftOut', { count: format.count(answer?.leftOut.length ?? 0) }) : t('noneMeasured');
    const value = stated ?? mean;
    return {
        id: 'pue',
        title: t('pue', { year: period() }),
        value: value === null ? null : { text: value, unit: '' },
        note: value === null ? why(fleet, joined([t('noPue'), measured])) : stated === null ? t('mean', { count }) : joined([t('stated'), measured]),
        href: href('datacenters'),
    };
}

function open(shown: Shown): Tile {
    const { inventory, energy, facilities } = openFindings(shown);
    const known = [inventory, energy, facilities].filter(each => each !== null);
    const written = (each: number | null): string => (each === null ? '–' : format.count(each));
    const more = isMore(shown.inventory.answer) ? '> ' : '';
    return {
        id: 'findings',
        title: t('open'),
        value: known.length === 0 ? null : { text: more + format.count(known.reduce((sum, each) => sum + each, 0)), unit: '' },
        note: t('ofSources', { inventory: more + written(inventory), energy: written(energy), facilities: written(facilities) }),
        href: href('inventory'),
    };
}

/** Why there is no figure: still asked for, refused, or not on file. */
function why(query: Query<unknown>, otherwise: string): string {
    return query.problem !== null ? query.problem.title : query.answer === null && query.loading ? t('loading') : otherwise;
}

function joined(parts: (string | null)[]): string {
    return parts.filter(part => part !== null).join(semicolon());
}
