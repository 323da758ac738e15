import { html, nothing, type TemplateResult } from 'lit';
import { href, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { chart } from '../../parts/chart';
import { claim } from '../../parts/claim';
import { figure, tiles } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Query } from '../../parts/query';
import { type Column, folded, table } from '../../parts/table';
import { asOf, View } from './address';
import { explanation } from './explanation';
import { headlineTiles, plainNumbers } from './headline';
import { yearLines } from './lines';
import { figureName, namesOf } from './names';
import { rebasing, remarks } from './rebasing';
import { byScope } from './scopes';
import type { AbatementCosts, Checks, Explanation, ProjectedYear, Projection, Scenario, Wedge } from './shapes';
import { wedgeDrawing } from './wedges';

const t = dictionary(
    {
        wedges: 'From baseline to net, {from} to {to}',
        wedgesLabel: 'Baseline, wedges of the levers down to gross emissions, credits and the target path, year by year. The figures are in the table below.',
        years: 'Emissions by year',
        others: 'Electricity, credits and claim by year',
        year: 'Year',
        basis: 'Basis',
        inventory: 'Inventory',
        modelled: 'Modelled',
        baseline: 'Baseline',
        scope1: 'Scope 1',
        scope3: 'Scope 3',
        gross: 'Gross',
        target: 'Target path',
        gap: 'Gap',
        electricity: 'Electricity',
        renewable: 'Renewable share',
        credits: 'Credits used',
        needed: 'Credits needed',
        net: 'Net',
        claim: 'Net claim',
        noBaseline: 'no baseline',
        notModelled: 'not modelled',
        noTarget: 'no path',
        notDecided: 'not decided',
        notJudged: 'not judged',
        leverTable: 'What each lever takes off in {year}',
        lever: 'Lever',
        cut: 'Its share',
        alone: 'As the only one',
        lastIn: 'Missing without it',
        notAttributed: 'not attributed',
        noLevers: 'This scenario has no levers.',
        error: '± {error}',
        path: 'Renewable share of electricity',
        pathLabel: 'Renewable share and the share its targets ask for, year by year. The figures are in the table below.',
        projected: 'Projected',
        asked: 'Asked for',
        scope2Title: 'Scope 2 both ways',
        scope2Label: 'Scope 2 by the grid’s average and by contracts, year by year. The figures are in the table below.',
        standing: 'Targets and claim',
        explain: '{year}: where its figures come from',
        byScope: 'By scope and category',
    },
    {
        wedges: '从基线到净排放，{from} 至 {to} 年',
        wedgesLabel: '逐年的基线、各措施减排楔形、总排放、碳信用与目标路径。数据见下表。',
        years: '逐年排放',
        others: '逐年用电、碳信用与声明',
        year: '年份',
        basis: '依据',
        inventory: '清单',
        modelled: '模型',
        baseline: '基线',
        scope1: '范围一',
        scope3: '范围三',
        gross: '总排放',
        target: '目标路径',
        gap: '差距',
        electricity: '用电量',
        renewable: '可再生占比',
        credits: '使用碳信用',
        needed: '所需碳信用',
        net: '净排放',
        claim: '净零声明',
        noBaseline: '没有基线',
        notModelled: '未建模',
        noTarget: '没有路径',
        notDecided: '未确定',
        notJudged: '未判定',
        leverTable: '{year} 年各措施的减排量',
        lever: '措施',
        cut: '分摊减排',
        alone: '单独实施',
        lastIn: '缺少它时少减',
        notAttributed: '未分摊',
        noLevers: '该情景没有减排措施。',
        error: '± {error}',
        path: '可再生电力占比',
        pathLabel: '逐年可再生电力占比与目标要求。数据见下表。',
        projected: '预测',
        asked: '目标要求',
        scope2Title: '范围二：两种方法',
        scope2Label: '逐年按电网平均与按合同计算的范围二。数据见下表。',
        standing: '目标与声明',
        explain: '{year} 年：数据的来由',
        byScope: '分范围与类别',
    },
);

class ProjectionView extends View {
    private readonly projection = new Query<Projection>(this, () => this.path('projection'), { on: ['projection'] });
    private readonly checks = new Query<Checks>(this, () => this.path('checks', { company: parameter('company') }), { on: ['projection'] });
    private readonly costs = new Query<AbatementCosts>(this, () => this.path('abatement-costs'), { on: ['projection'] });
    private readonly document = new Query<Scenario>(this, () => this.path('', { asOf: null }), { on: ['projection'] });
    private readonly explained = new Query<Explanation>(
        this,
        () => (parameter('explain') === null ? null : this.path('projection/explanation', { year: parameter('explain') })),
        { on: ['projection'] },
    );

    private ledTo = '';

    protected override render(): TemplateResult {
        const projection = this.projection.answer;
        const years = projection?.years ?? [];
        const saved = { path: this.path('projection'), name: this.fileName('projection') };
        const title = t('wedges', { from: years[0]?.year ?? this.scenario.baseYear, to: years.at(-1)?.year ?? this.scenario.targetYear });
        return html`${projection === null ? nothing : tiles(headlineTiles(projection, this.checks.answer, this.costs))}
        ${panel({ id: 'wedges', title, wide: true, saved }, this.projection, answer => this.wedges(answer))}
        ${projection === null
            ? nothing
            : html`${panel({ id: 'standing', title: t('standing'), wide: true }, this.projection, answer => this.standing(answer))}
                  ${panel({ id: 'by-scope', title: t('byScope'), wide: true, saved }, this.projection, byScope)}
                  ${panel({ id: 'renewable-path', title: t('path'), saved }, this.projection, renewablePath)}
                  ${panel({ id: 'scope-2', title: t('scope2Title'), saved }, this.projection, scope2)}
                  ${rebasing(this.projection)} ${remarks(this.projection)}
                  ${explanation(this.explained, years.map(year => year.year), saved => this.path('projection/explanation', { year: saved }), this.fileName('explanation'))}`}`;
    }

    /** Whoever follows a link to an explanation is led to it. */
    protected override updated(): void {
        const wanted = `${parameter('explain') ?? ''} ${parameter('figure') ?? ''}`;
        if (this.explained.answer !== null && wanted !== this.ledTo) {
            this.ledTo = wanted;
            this.querySelector('#explanation')?.scrollIntoView({ block: 'start' });
        }
    }

    private wedges(projection: Projection): TemplateResult {
        const nameOf = namesOf(this.document.answer);
        const end = projection.years.at(-1);
        const cuts = [...(end?.wedges ?? [])].sort((a, b) => (format.number(b.tonnes) ?? 0) - (format.number(a.tonnes) ?? 0));
        return html`${chart(t('wedgesLabel'), ground => wedgeDrawing(ground, projection, nameOf), 'tall')}
        ${folded(
            html`${table({ caption: t('years') }, emissionColumns(), projection.years, row => (row.actual ? 'actual' : ''))}
            ${table({ caption: t('others') }, otherColumns(), projection.years, row => (row.actual ? 'actual' : ''))}
            ${cuts.length === 0
                ? html`<p class="muted">– ${t('noLevers')}</p>`
                : table({ caption: t('leverTable', { year: end?.year ?? '' }) }, wedgeColumns(nameOf), cuts)}`,
        )}`;
    }

    private standing(projection: Projection): TemplateResult {
        const end = projection.years.at(-1);
        return html`<div class="beside">
            <div>${plainNumbers(projection, this.checks.answer, this.checks.problem?.detail ?? null)}</div>
            <div>${end === undefined ? nothing : claim(end, { scenarioId: this.scenario.id, asOf: asOf(), targets: projection.targets ?? [] })}</div>
        </div>`;
    }
}

function renewablePath(projection: Projection): TemplateResult {
    const { years } = projection;
    return html`${chart(t('pathLabel'), ground =>
        yearLines(ground, {
            years: years.map(year => year.year),
            unit: '',
            axis: format.axisShare,
            written: format.share,
            max: 1,
            lines: [
                { name: t('projected'), colour: ground.palette('renewable'), values: years.map(year => year.renewableShare) },
                { name: t('asked'), colour: ground.palette('target'), values: years.map(year => year.targetRenewableShare), type: 'dashed', symbol: 'diamond' },
            ],
        }),
    )}
    ${folded(
        table<ProjectedYear>(
            { caption: t('path'), quietCaption: true },
            [
                { head: t('year'), cell: row => String(row.year) },
                { head: t('projected'), numeric: true, cell: row => figure(format.preciseShare(row.renewableShare), t('notModelled')) },
                { head: t('asked'), numeric: true, cell: row => figure(format.preciseShare(row.targetRenewableShare), t('noTarget')) },
                { head: t('electricity'), unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(row.electricityMwh), t('notModelled')) },
            ],
            years,
        ),
    )}`;
}

function scope2(projection: Projection): TemplateResult {
    const { years } = projection;
    return html`${chart(t('scope2Label'), ground =>
        yearLines(ground, {
            years: years.map(year => year.year),
            unit: format.tonnes(),
            axis: format.axis,
            written: value => format.joined(format.mass(value)),
            lines: [
                { name: figureName('scope2LocationTonnes'), colour: ground.palette('series-3'), values: years.map(year => year.scope2LocationTonnes), type: 'dashed' },
                { name: figureName('scope2MarketTonnes'), colour: ground.palette('scope-2'), values: years.map(year => year.scope2MarketTonnes), symbol: 'rect' },
            ],
        }),
    )}
    ${folded(
        table<ProjectedYear>(
            { caption: t('scope2Title'), quietCaption: true },
            [
                { head: t('year'), cell: row => String(row.year) },
                tonnesOf(figureName('scope2LocationTonnes'), row => row.scope2LocationTonnes, t('notModelled')),
                tonnesOf(figureName('scope2MarketTonnes'), row => row.scope2MarketTonnes, t('notModelled')),
            ],
            years,
        ),
    )}
    ${projection.impliedFactors?.derivation === undefined ? nothing : html`<p class="notes">${verbatim(projection.impliedFactors.derivation)}</p>`}`;
}

/** Where the equations of a year are shown. */
function explained(year: number): string {
    return href('roadmap', { scenario: parameter('scenario'), asOf: asOf(), explain: String(year) });
}

function yearColumn(): Column<ProjectedYear> {
    return { head: t('year'), cell: row => html`<a href=${explained(row.year)} aria-label=${t('explain', { year: row.year })}>${row.year}</a>` };
}

function emissionColumns(): Column<ProjectedYear>[] {
    const unmodelled = t('notModelled');
    return [
        yearColumn(),
        { head: t('basis'), cell: row => t(row.actual ? 'inventory' : 'modelled') },
        tonnesOf(t('baseline'), row => row.baselineTonnes, t('noBaseline')),
        tonnesOf(t('scope1'), row => row.scope1Tonnes, unmodelled),
        tonnesOf(figureName('scope2MarketTonnes'), row => row.scope2MarketTonnes, unmodelled),
        tonnesOf(figureName('scope2LocationTonnes'), row => row.scope2LocationTonnes, unmodelled),
        tonnesOf(t('scope3'), row => row.scope3Tonnes, unmodelled),
        tonnesOf(t('gross'), row => row.grossTonnes, unmodelled),
        tonnesOf(t('target'), row => row.targetTonnes, t('noTarget')),
        { head: t('gap'), unit: format.tonnes(), numeric: true, cell: row => figure(format.difference(row.gapTonnes), t('noTarget')) },
    ];
}

function otherColumns(): Column<ProjectedYear>[] {
    const unmodelled = t('notModelled');
    return [
        yearColumn(),
        { head: t('electricity'), unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(row.electricityMwh), unmodelled) },
        { head: t('renewable'), numeric: true, cell: row => figure(format.share(row.renewableShare), unmodelled) },
        { head: 'PUE', numeric: true, cell: row => figure(format.ratio(row.pue), unmodelled) },
        tonnesOf(t('needed'), row => row.creditsNeededTonnes, t('notDecided')),
        tonnesOf(t('credits'), row => row.creditsTonnes, t('notDecided')),
        tonnesOf(t('net'), row => row.netTonnes, t('notDecided')),
        { head: t('claim'), cell: row => figure(row.claim === undefined ? null : words(row.claim.status), t('notJudged')) },
    ];
}

function wedgeColumns(nameOf: (id: string) => string): Column<Wedge>[] {
    return [
        { head: t('lever'), cell: row => nameOf(row.leverId) },
        {
            head: t('cut'),
            unit: format.tonnes(),
            numeric: true,
            cell: row => html`${figure(format.amount(row.tonnes), t('notAttributed'))}${row.standardErrorTonnes == null
                ? nothing
                : html` <span class="why">${t('error', { error: format.amount(row.standardErrorTonnes) ?? '' })}</span>`}`,
        },
        { head: t('alone'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(row.aloneTonnes), t('notAttributed')) },
        { head: t('lastIn'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(row.lastInTonnes), t('notAttributed')) },
    ];
}

function tonnesOf(head: string, of: (row: ProjectedYear) => ProjectedYear['grossTonnes'], reason: string): Column<ProjectedYear> {
    return { head, unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(of(row)), reason) };
}

customElements.define('nz-roadmap-projection', ProjectionView);
