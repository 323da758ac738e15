import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { words } from '../../language/words';
import { chart, type Ground } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { figure } from '../../parts/figure';
import { categoryAxis, font, tooltip, tooltipBody } from '../../parts/look';
import { folded, table } from '../../parts/table';
import { fitting, yearLines } from './lines';
import { currencyName, money } from './money';
import { planTables } from './planTables';
import type { Plan, PlanLever, Projection } from './shapes';

const t = dictionary(
    {
        EVERY_TARGET_KEPT: 'Every target is kept',
        SMALLEST_GAP: 'No plan keeps every target; this one has the smallest gap',
        MISSED_WHEN_SIMULATED: 'The plan keeps every target by straight lines, but misses one when it is simulated',
        proven: 'No better plan exists.',
        unproven: 'A better plan may exist: the search was ended at its limit.',
        cost: 'Real cost, discounted at {rate}: {cost}.',
        deducted: '{cost} are taken off for the life after {year}.',
        internal: 'Internal carbon price, apart from it: {cost}.',
        agreed: 'Plan and simulator differ by {difference} at most.',
        path: 'Emissions as planned',
        pathLabel: 'Baseline, gross and net emissions of the plan and the target path, year by year. The figures are in the table below.',
        baseline: 'Baseline',
        gross: 'Gross as planned',
        net: 'Net as planned',
        target: 'Target path',
        scenario: 'Gross as in the scenario',
        use: 'What is in use when',
        useLabel: 'Share of each lever in use, year by year. The figures are in the table below.',
        year: 'Year',
        decided: 'decided',
        inUse: 'in use',
        lever: 'Lever',
        none: 'not planned',
        free: 'no cost stated, so counted as free',
        money: 'Costs by year',
        capital: 'Capital',
        unused: 'Left of it in {year}, for the life after',
        operating: 'Operation',
        credits: 'Credits',
        total: 'Real cost',
        internalCost: 'Internal carbon cost',
    },
    {
        EVERY_TARGET_KEPT: '全部目标均可达到',
        SMALLEST_GAP: '没有方案能达到全部目标；此方案差距最小',
        MISSED_WHEN_SIMULATED: '按线性规划可达到全部目标，但模拟后有目标未达到',
        proven: '不存在更优方案。',
        unproven: '可能存在更优方案：搜索已达上限。',
        cost: '实际成本（按 {rate} 折现）：{cost}。',
        deducted: '其中已扣除 {year} 年后剩余寿命的价值 {cost}。',
        internal: '内部碳价另计：{cost}。',
        agreed: '规划与模拟最多相差 {difference}。',
        path: '规划后的排放',
        pathLabel: '逐年基线、规划后的总排放与净排放及目标路径。数据见下表。',
        baseline: '基线',
        gross: '规划后总排放',
        net: '规划后净排放',
        target: '目标路径',
        scenario: '情景中的总排放',
        use: '各措施何时投用',
        useLabel: '逐年各措施投用比例。数据见下表。',
        year: '年份',
        decided: '决策',
        inUse: '投用',
        lever: '措施',
        none: '未规划',
        free: '未说明成本，按零成本计',
        money: '逐年成本',
        capital: '投资',
        unused: '{year} 年尚余（之后寿命）',
        operating: '运行',
        credits: '碳信用',
        total: '实际成本',
        internalCost: '内部碳成本',
    },
);

const STATUSES = ['EVERY_TARGET_KEPT', 'SMALLEST_GAP', 'MISSED_WHEN_SIMULATED'] as const;

/** A plan: whether it keeps the targets, what is built when, what binds, and what it costs. */
export function planResult(plan: Plan, projection: Projection | null): TemplateResult {
    const kept = plan.status === 'EVERY_TARGET_KEPT';
    const known = STATUSES.find(each => each === plan.status);
    const paid = (value: format.Amount): string => format.joined(money(value, plan.currency)) ?? '–';
    const internal = format.number(plan.costs?.internalCarbon) ?? 0;
    const unused = format.number(plan.costs?.unusedCapital) ?? 0;
    return html`<div class="claim ${kept ? 'allowed' : 'blocked'}" id="plan-status" data-status=${plan.status}>
            <h3>${known === undefined ? words(plan.status) : t(known)}</h3>
            <p>
                ${t(plan.proven ? 'proven' : 'unproven')} ${t('cost', { rate: format.share(plan.costs?.discountRate) ?? '–', cost: paid(plan.costs?.real) })}
                ${unused === 0 ? nothing : t('deducted', { year: plan.years.at(-1)?.year ?? '', cost: paid(unused) })}
                ${internal === 0 ? nothing : t('internal', { cost: paid(internal) })}
                ${plan.simulation === undefined ? nothing : t('agreed', { difference: format.preciseShare(plan.simulation.largestDifference) ?? '–' })}
            </p>
        </div>
        <div class="halves">
            <div>
                <h3 class="spaced">${t('path')}</h3>
                ${emissions(plan, projection)}
            </div>
            <div>
                <h3 class="spaced">${t('use')}</h3>
                ${inUse(plan)}
            </div>
        </div>
        ${planTables(plan, projection)}
        ${plan.remarks.length === 0
            ? nothing
            : html`<ul class="plain notes">
                  ${plan.remarks.map(each => html`<li>${each}</li>`)}
              </ul>`}`;
}

function emissions(plan: Plan, projection: Projection | null): TemplateResult {
    const { years } = plan;
    const projected = years.map(year => projection?.years.find(each => each.year === year.year));
    return html`${chart(t('pathLabel'), ground =>
        yearLines(ground, {
            years: years.map(year => year.year),
            unit: format.tonnes(),
            axis: format.axis,
            written: value => format.joined(format.mass(value)),
            lines: [
                { name: t('baseline'), colour: ground.palette('baseline'), values: years.map(year => year.baselineTonnes), type: 'dashed', symbol: 'none' },
                { name: t('scenario'), colour: ground.palette('series-3'), values: projected.map(year => year?.grossTonnes), type: 'dotted', symbol: 'none' },
                { name: t('gross'), colour: ground.palette('scope-2'), values: years.map(year => year.grossTonnes) },
                { name: t('net'), colour: ground.palette('net'), values: years.map(year => year.netTonnes), symbol: 'triangle' },
                { name: t('target'), colour: ground.palette('target'), values: projected.map(year => year?.targetTonnes), symbol: 'diamond' },
            ],
        }),
    )}
    ${folded(
        table(
            { caption: t('money') },
            [
                { head: t('year'), cell: (row: Plan['years'][number]) => String(row.year) },
                { head: t('gross'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(row.grossTonnes), t('none')) },
                { head: t('net'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(row.netTonnes), t('none')) },
                { head: t('capital'), unit: currencyName(plan.currency), numeric: true, cell: row => figure(format.amount(row.capitalCost), t('none')) },
                { head: t('unused', { year: years.at(-1)?.year ?? '' }), unit: currencyName(plan.currency), numeric: true, cell: row => figure(format.amount(row.unusedCapital), t('none')) },
                { head: t('operating'), unit: currencyName(plan.currency), numeric: true, cell: row => figure(format.amount(row.operatingCost), t('none')) },
                { head: t('credits'), unit: currencyName(plan.currency), numeric: true, cell: row => figure(format.amount(row.creditsCost), t('none')) },
                { head: t('total'), unit: currencyName(plan.currency), numeric: true, cell: row => figure(format.amount(row.realCost), t('none')) },
                { head: t('internalCost'), unit: currencyName(plan.currency), numeric: true, cell: row => figure(format.amount(row.internalCarbonCost), t('none')) },
            ],
            years,
        ),
    )}`;
}

/** Years across, levers down; how much is in use shows as a shade and as a number. */
function inUse(plan: Plan): TemplateResult {
    const years = plan.years.map(year => String(year.year));
    const decided = (lever: PlanLever, year: string) => lever.years.find(each => String(each.year) === year);
    return html`${chart(t('useLabel'), ground => useDrawing(ground, plan, years))}
    <div class="unprinted">
    ${folded(
        table(
            { caption: t('use'), quietCaption: true },
            [
                { head: t('lever'), cell: (row: PlanLever) => html`${named(row.name)}${row.free ? html` <span class="why">(${t('free')})</span>` : nothing}` },
                ...years.map(year => ({
                    head: year,
                    unit: `${t('inUse')} / ${t('decided')}`,
                    numeric: true,
                    cell: (row: PlanLever) => figure(decided(row, year) === undefined ? null : `${format.share(decided(row, year)?.inUse)} / ${format.share(decided(row, year)?.decided)}`, t('none')),
                })),
            ],
            plan.levers,
        ),
    )}
    </div>`;
}

const DEEPEST = 0.45;
/** Letters of a name at a narrow axis: two lines. */
const SHORT = 28;

function useDrawing(ground: Ground, plan: Plan, years: string[]): Option {
    const { palette, narrow } = ground;
    const cells = plan.levers.flatMap((lever, y) => lever.years.map(year => [years.indexOf(String(year.year)), y, format.number(year.inUse) ?? '-'] as [number, number, number | '-']));
    const written = (value: unknown): string => format.axisShare(Number(value));
    return {
        grid: { left: 8, right: 8, top: 8, bottom: 4, containLabel: true },
        tooltip: {
            ...tooltip(palette),
            trigger: 'item',
            formatter: hovered => {
                const [x = 0, y = 0, share] = (Array.isArray(hovered) ? hovered[0] : hovered).value as number[];
                return tooltipBody(named(plan.levers[y]?.name ?? ''), [{ colour: palette('series-2'), name: years[x] ?? '', text: format.share(share) ?? '–' }]);
            },
        },
        visualMap: { show: false, min: 0, max: 1, dimension: 2, inRange: { color: [palette('surface'), mixed(palette('surface'), palette('series-2'), DEEPEST)] } },
        xAxis: categoryAxis(palette, years),
        yAxis: {
            type: 'category',
            inverse: true,
            data: plan.levers.map(lever => fitting(named(lever.name), ground, SHORT)),
            axisTick: { show: false },
            axisLine: { show: false },
            axisLabel: { ...font(palette), width: narrow ? 100 : 170, overflow: 'break' },
        },
        series: [
            {
                type: 'heatmap',
                data: cells,
                itemStyle: { borderColor: palette('line'), borderWidth: 1 },
                label: { show: !narrow, color: palette('text'), fontSize: 11, formatter: cell => written((cell.value as number[])[2]) },
            },
        ],
    };
}

/** A colour between two, each as #rrggbb: light enough for the numbers upon it. */
function mixed(from: string, to: string, share: number): string {
    const parts = (colour: string): number[] => [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16));
    const [start, end] = [parts(from), parts(to)];
    return `rgb(${start.map((part, i) => Math.round(part + share * ((end[i] ?? part) - part))).join(',')})`;
}
