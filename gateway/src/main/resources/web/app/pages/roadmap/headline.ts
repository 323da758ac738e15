import { html, nothing, type TemplateResult } from 'lit';
import { href, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { figure, type Tile } from '../../parts/figure';
import type { Query } from '../../parts/query';
import { type Column, table } from '../../parts/table';
import { money } from './money';
import type { AbatementCosts, Checks, ProjectedYear, Projection, Standing } from './shapes';
import { numberOf, sentence, unitOf } from './statements';

const t = dictionary(
    {
        gross: 'Gross emissions {year}',
        grossNote: '{toBase} to {baseYear}; without levers {baseline}',
        track: 'On track for {year}, if all is delivered?',
        yes: 'Yes',
        no: 'No',
        gapAbove: '{gap} above the target path',
        gapWithin: '{gap} below the target path',
        gapNone: 'exactly on the target path',
        noPath: 'the targets do not cover all emissions, so there is no path',
        metOf: '{met} of {n} targets met',
        noTargetsYet: 'This scenario has no targets',
        cost: 'What the levers cost',
        costNote: 'net, all years, today’s value at {rate} a year',
        savesNote: 'a net saving, all years, today’s value at {rate} a year',
        notCounted: '; not counted: {n} without a cost or an effect',
        noCost: 'No lever has a stated cost and an effect',
        currencies: 'Costs are stated in several currencies',
        costsAway: 'Costs could not be read',
        credits: 'Credits needed {year}',
        creditsNote: '{cost} a year at {price} a tonne',
        noNetTarget: 'No net target, so no credits',
        noCredits: 'Nothing stays above the net target',
        claim: 'Net claim {year}',
        claimNote: 'Reasons below',
        ifDelivered: 'if every lever is delivered; reasons below',
        notJudged: 'The claim was not judged.',
        target: 'Target',
        year: 'Year',
        base: 'Base year',
        level: 'Target level',
        projected: 'Projected',
        distance: 'Distance',
        standing: 'Standing',
        met: 'met',
        missed: 'missed',
        targets: 'Targets and how far they are',
        noTargets: 'This scenario has no targets.',
        unknown: 'not known',
        pp: 'points',
        plain: 'In plain numbers',
        checksAway: 'What published figures say beside this scenario could not be read:',
    },
    {
        gross: '{year} 年总排放',
        grossNote: '较 {baseYear} 年 {toBase}；无措施时 {baseline}',
        track: '全部措施落实时，{year} 年能否达标？',
        yes: '能',
        no: '不能',
        gapAbove: '高于目标路径 {gap}',
        gapWithin: '低于目标路径 {gap}',
        gapNone: '恰在目标路径上',
        noPath: '目标未覆盖全部排放，因此没有路径',
        metOf: '达到 {met}/{n} 个目标',
        noTargetsYet: '该情景没有目标',
        cost: '措施成本',
        costNote: '各年净成本现值，年折现率 {rate}',
        savesNote: '各年净节省现值，年折现率 {rate}',
        notCounted: '；未计入没有成本或效果的措施 {n} 项',
        noCost: '没有同时具备成本和效果的措施',
        currencies: '成本使用了多种货币',
        costsAway: '无法读取成本',
        credits: '{year} 年所需碳信用',
        creditsNote: '每年 {cost}，按每吨 {price}计',
        noNetTarget: '没有净零目标，无需碳信用',
        noCredits: '没有高于净零目标的排放',
        claim: '{year} 年净零声明',
        claimNote: '原因见下',
        ifDelivered: '前提是全部措施落实；原因见下',
        notJudged: '未判定声明。',
        target: '目标',
        year: '年份',
        base: '基准年',
        level: '目标值',
        projected: '预测值',
        distance: '差距',
        standing: '状态',
        met: '达到',
        missed: '未达到',
        targets: '各目标及差距',
        noTargets: '该情景没有目标。',
        unknown: '未知',
        pp: '百分点',
        plain: '关键数字',
        checksAway: '无法读取与该情景对照的披露数据：',
    },
);

/** What a board asks first, of the last year projected: are we on track, what is the gap, what does it cost. */
export function headlineTiles(projection: Projection, checks: Checks | null, costs: Query<AbatementCosts>): Tile[] {
    const end = projection.years.at(-1);
    return end === undefined ? [] : [trackTile(projection, end), costTile(costs), grossTile(projection, end), creditsTile(end, checks), claimTile(end)];
}

function grossTile(projection: Projection, end: ProjectedYear): Tile {
    const base = projection.years[0];
    return {
        id: 'gross',
        title: t('gross', { year: end.year }),
        value: format.mass(end.grossTonnes),
        note: t('grossNote', {
            toBase: format.change(base?.grossTonnes, end.grossTonnes) ?? '–',
            baseYear: base?.year ?? '–',
            baseline: format.joined(format.mass(end.baselineTonnes)) ?? '–',
        }),
        href: explanationOf(end.year, 'grossTonnes'),
    };
}

/** On track is who is within the path in the last year and meets every target. */
function trackTile(projection: Projection, end: ProjectedYear): Tile {
    const gap = format.number(end.gapTonnes);
    const targets = projection.targets ?? [];
    const met = targets.filter(each => each.met).length;
    const kept = (gap === null || gap <= 0) && met === targets.length;
    const path = t(gap === null ? 'noPath' : gap > 0 ? 'gapAbove' : gap < 0 ? 'gapWithin' : 'gapNone', { gap: format.joined(format.mass(Math.abs(gap ?? 0))) ?? '' });
    return {
        id: 'gap',
        title: t('track', { year: end.year }),
        value: targets.length === 0 ? null : { text: t(kept ? 'yes' : 'no'), unit: '' },
        note: targets.length === 0 ? t('noTargetsYet') : html`${gap === null ? path : html`<strong>${path}</strong>`}; ${t('metOf', { met, n: targets.length })}`,
        // what is still to be delivered is not yet good
        state: targets.length === 0 || (kept && !end.actual) ? undefined : kept ? 'good' : 'bad',
    };
}

/** The net present cost of all levers that have one and take something off; what saves money counts against it. */
function costTile({ answer: costs, problem }: Query<AbatementCosts>): Tile {
    const about = { id: 'cost', title: t('cost'), href: viewOf('costs') };
    if (costs === null) {
        return { ...about, value: null, note: problem === null ? '' : t('costsAway') };
    }
    const all = [
        ...costs.curve.map(each => ({ currency: each.currency, cost: format.number(each.presentCost) ?? 0 })),
        ...costs.savings.map(each => ({ currency: each.currency, cost: -(format.number(each.netPresentValue) ?? 0) })),
    ];
    const currencies = new Set(all.map(each => each.currency));
    const [currency] = currencies;
    if (currency === undefined || currencies.size > 1) {
        return { ...about, value: null, note: t(currency === undefined ? 'noCost' : 'currencies') };
    }
    const total = all.reduce((sum, each) => sum + each.cost, 0);
    const uncounted = costs.notRanked.length === 0 ? '' : t('notCounted', { n: costs.notRanked.length });
    return {
        ...about,
        value: money(total, currency),
        note: `${t(total < 0 ? 'savesNote' : 'costNote', { rate: format.share(costs.discountRate) ?? '–' })}${uncounted}`,
    };
}

function creditsTile(end: ProjectedYear, checks: Checks | null): Tile {
    const none = end.claim?.status === 'NO_NET_TARGET';
    const needed = format.number(end.creditsNeededTonnes);
    const statement = checks?.statements.find(each => each.id === 'credits-left');
    const currency = unitOf(statement, 'pricePerTonne');
    const cost = format.joined(money(numberOf(statement, 'cost'), currency));
    const price = format.joined(money(numberOf(statement, 'pricePerTonne'), currency));
    return {
        id: 'credits',
        title: t('credits', { year: end.year }),
        href: none ? undefined : explanationOf(end.year, 'creditsNeededTonnes'),
        value: none ? null : format.mass(needed),
        note: none ? t('noNetTarget') : needed === 0 ? t('noCredits') : cost === null || price === null ? '' : t('creditsNote', { cost, price }),
    };
}

function claimTile(end: ProjectedYear): Tile {
    const status = end.claim?.status;
    return {
        id: 'claim',
        title: t('claim', { year: end.year }),
        value: status === undefined ? null : { text: words(status), unit: '' },
        note: t(status === undefined ? 'notJudged' : status === 'ALLOWED' && !end.actual ? 'ifDelivered' : 'claimNote'),
        // what is still to be delivered is not yet good
        state: status === 'BLOCKED' ? 'bad' : status === 'ALLOWED' && end.actual ? 'good' : undefined,
    };
}

/** Where the equation of a figure is shown. */
function explanationOf(year: number, figure: string): string {
    return href('roadmap', { scenario: parameter('scenario'), asOf: parameter('asOf'), explain: String(year), figure });
}

function viewOf(view: string): string {
    return href('roadmap', { scenario: parameter('scenario'), asOf: parameter('asOf'), view });
}

/** The targets of the scenario, and what published figures say beside it. */
export function plainNumbers(projection: Projection, checks: Checks | null, away: string | null): TemplateResult {
    const targets = projection.targets ?? [];
    return html`${targets.length === 0 ? html`<p class="muted">${t('noTargets')}</p>` : table({ caption: t('targets') }, columns(), targets)}
        <h3 class="spaced">${t('plain')}</h3>
        ${away === null ? nothing : html`<p class="muted">– ${t('checksAway')} ${verbatim(away)}</p>`}
        <ul class="plain" id="statements">
            ${(checks?.statements ?? []).map(each => html`<li id="statement-${each.id}">${verbatim(sentence(each))}</li>`)}
        </ul>`;
}

function columns(): Column<Standing>[] {
    const level = (row: Standing, of: Standing['targetValue']) =>
        row.unit === '1' ? figure(format.share(of), t('unknown')) : figure(format.amount(of), t('unknown'));
    return [
        { head: t('target'), cell: row => html`${words(row.metric)} ${row.unit === '1' ? nothing : html`<span class="unit">${format.tonnes()}</span>`}` },
        { head: t('year'), cell: row => String(row.year) },
        { head: t('base'), numeric: true, cell: row => level(row, row.baseValue) },
        { head: t('level'), numeric: true, cell: row => level(row, row.targetValue) },
        { head: t('projected'), numeric: true, cell: row => level(row, row.projectedValue) },
        { head: t('distance'), numeric: true, cell: distance },
        {
            head: t('standing'),
            cell: row =>
                row.met === undefined ? figure(null, t('unknown')) : html`<span class="badge ${row.met ? 'pass' : 'fail'}">${t(row.met ? 'met' : 'missed')}</span>`,
        },
    ];
}

function distance(row: Standing): TemplateResult {
    const projected = format.number(row.projectedValue);
    const target = format.number(row.targetValue);
    const between = projected === null || target === null ? null : projected - target;
    return row.unit === '1'
        ? figure(between === null ? null : format.difference(between * 100), t('unknown'), t('pp'))
        : figure(format.difference(between), t('unknown'));
}
