import { html, nothing, type TemplateResult } from 'lit';
import { href, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { figure, type Tile } from '../../parts/figure';
import { type Column, table } from '../../parts/table';
import { money } from './money';
import type { Checks, ProjectedYear, Projection, Standing } from './shapes';
import { numberOf, sentence, unitOf } from './statements';

const t = dictionary(
    {
        gross: 'Gross emissions {year}',
        grossNote: '{toBase} to {baseYear}; without levers {baseline}',
        gap: 'Against the path of {year}',
        gapAbove: 'gross emissions above the target path',
        gapWithin: 'gross emissions within the target path',
        noPath: 'The targets do not cover all gross emissions, so there is no path',
        pace: 'Pace of the renewable share',
        points: 'points a year',
        paceNote: 'published so far; the target needs {needed}',
        noPace: 'No company’s published shares are held beside this scenario; choose one under Checks',
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
        checksAway: 'What published figures say beside this scenario could not be read: {detail}',
    },
    {
        gross: '{year} 年总排放',
        grossNote: '较 {baseYear} 年 {toBase}；无措施时 {baseline}',
        gap: '与 {year} 年路径之差',
        gapAbove: '总排放高于目标路径',
        gapWithin: '总排放在目标路径之内',
        noPath: '目标未覆盖全部总排放，因此没有路径',
        pace: '可再生电力占比进度',
        points: '百分点/年',
        paceNote: '为已披露的进度；目标要求 {needed}',
        noPace: '该情景没有对照公司的披露值，可在“核对”中选择',
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
        checksAway: '无法读取与该情景对照的披露数据：{detail}',
    },
);

/** What a board asks first, of the last year projected. */
export function headlineTiles(projection: Projection, checks: Checks | null): Tile[] {
    const end = projection.years.at(-1);
    return end === undefined ? [] : [grossTile(projection, end), gapTile(end), paceTile(checks), creditsTile(end, checks), claimTile(end)];
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

function gapTile(end: ProjectedYear): Tile {
    const gap = format.number(end.gapTonnes);
    return {
        id: 'gap',
        title: t('gap', { year: end.year }),
        value: format.massDifference(gap),
        note: gap === null ? t('noPath') : t(gap > 0 ? 'gapAbove' : 'gapWithin'),
        state: gap === null ? undefined : gap > 0 ? 'bad' : 'good',
    };
}

function paceTile(checks: Checks | null): Tile {
    const statement = checks?.statements.find(each => each.id === 'renewable-pace');
    const pace = numberOf(statement, 'pace');
    const needed = numberOf(statement, 'needed');
    return {
        id: 'pace',
        title: t('pace'),
        value: pace === null ? null : { text: format.ratio(pace) ?? '', unit: t('points') },
        note: pace === null ? t('noPace') : t('paceNote', { needed: format.ratio(needed) ?? '–' }),
        state: pace === null || needed === null ? undefined : pace < needed ? 'bad' : 'good',
        href: viewOf('checks'),
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
    return href('roadmap', { scenario: parameter('scenario'), view });
}

/** The targets of the scenario, and what published figures say beside it. */
export function plainNumbers(projection: Projection, checks: Checks | null, away: string | null): TemplateResult {
    const targets = projection.targets ?? [];
    return html`${targets.length === 0 ? html`<p class="muted">${t('noTargets')}</p>` : table({ caption: t('targets') }, columns(), targets)}
        <h3 class="spaced">${t('plain')}</h3>
        ${away === null ? nothing : html`<p class="muted">– ${t('checksAway', { detail: away })}</p>`}
        <ul class="plain" id="statements">
            ${(checks?.statements ?? []).map(each => html`<li id="statement-${each.id}">${sentence(each)}</li>`)}
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
