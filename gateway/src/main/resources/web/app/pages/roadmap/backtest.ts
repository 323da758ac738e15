import { html, nothing, type TemplateResult } from 'lit';
import { choose, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { comma, words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { type ColourName, chart } from '../../parts/chart';
import { chosenIn } from '../../parts/choice';
import { figure } from '../../parts/figure';
import { categoryAxis, hoveredIndex, legend, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import { panel } from '../../parts/panel';
import { Query } from '../../parts/query';
import { type Column, folded, table } from '../../parts/table';
import { View } from './address';
import { bands, cases } from './backtestParts';
import { drawn, legendRoom } from './lines';
import type { BackTest, Score } from './shapes';

const t = dictionary(
    {
        title: 'How projections of earlier years did',
        lead: 'Projections as of an earlier year, held against what was published later: the typical error as a percentage, from the mean of |ln(projected / published)|. The smallest of a row is bold.',
        label: 'Typical error of this roadmap’s way to project and of four simple methods, by years ahead. The figures are in the table below.',
        company: 'Company',
        all: 'all',
        kind: 'Figures',
        ahead: '{n} ahead',
        years: 'Years ahead',
        cases: 'Cases',
        none: 'not scored',
        noScores: 'There are no cases of this choice.',
        error: 'typical error',
        methods: 'The methods ({n})',
        method: 'Method',
        equation: 'Value h years after the last one known',
        without: 'Too few comparable years for any case: {companies}.',
        leftOut: 'Rows that are not projected: {rows}.',
        rules: 'How the figures were made',
    },
    {
        title: '以往年份的预测表现',
        lead: '以较早年份为起点的预测，与其后披露值相比：典型误差（百分比），取自 |ln(预测/披露)| 的平均值。每行最小者加粗。',
        label: '本路线图预测方法与四种简单方法按提前年数的典型误差。数据见下表。',
        company: '公司',
        all: '全部',
        kind: '指标类别',
        ahead: '提前 {n} 年',
        years: '提前年数',
        cases: '案例数',
        none: '未评分',
        noScores: '该选择下没有案例。',
        error: '典型误差',
        methods: '各方法（{n} 种）',
        method: '方法',
        equation: '最近已知值之后第 h 年的值',
        without: '可比年份不足、没有案例的公司：{companies}。',
        leftOut: '未预测的行：{rows}。',
        rules: '数据的生成方式',
    },
);

const ALL = 'ALL';
const COLOURS: Record<string, ColourName> = { ENGINE: 'accent', LAST_VALUE: 'series-1', LINEAR_DRIFT: 'series-3', CAGR: 'series-4', DAMPED_TREND: 'series-6' };

interface Horizon {
    years: number;
    scores: Score[];
}

/** How the way to project did on published series, beside simple methods. */
class BackTestView extends View {
    private readonly test = new Query<BackTest>(this, () => '/api/roadmap/backtest');

    protected override render(): TemplateResult {
        const saved = { path: '/api/roadmap/backtest', name: 'backtest' };
        return html`${panel({ id: 'backtest', title: t('title'), wide: true, controls: this.controls(), saved }, this.test, shown)}
        ${this.test.answer === null ? nothing : html`${bands(this.test)} ${cases(this.test, company())}`}`;
    }

    private controls(): unknown {
        const test = this.test.answer;
        if (test === null) {
            return nothing;
        }
        const companies = [ALL, ...test.companies.filter(each => test.scores.some(score => score.company === each))];
        const kinds = [...new Set(test.scores.filter(score => score.company === company()).map(score => score.kind))];
        return html`${select('tested', t('company'), companies, company(), each => (each === ALL ? t('all') : named(each)))}
        ${select('kind', t('kind'), kinds, kind(), each => (each === ALL ? t('all') : words(each)))}`;
    }
}

function select(name: string, label: string, options: string[], chosen: string, said: (option: string) => string): TemplateResult {
    return html`<label class="choice"
        >${label}
        <select id="backtest-${name}" @change=${(event: Event) => choose({ [name]: chosenIn(event) })}>
            ${options.map(each => html`<option value=${each} .selected=${each === chosen}>${said(each)}</option>`)}
        </select></label
    >`;
}

function company(): string {
    return parameter('tested') ?? ALL;
}

function kind(): string {
    return parameter('kind') ?? ALL;
}

function shown(test: BackTest): TemplateResult {
    const scores = test.scores.filter(score => score.company === company() && score.kind === kind());
    const horizons = [...new Set(scores.map(score => score.horizon))]
        .sort((a, b) => a - b)
        .map(years => ({ years, scores: scores.filter(score => score.horizon === years) }));
    const methods = test.methods.map(each => each.method);
    return html`<p class="muted">${t('lead')}</p>
        ${horizons.length === 0 ? html`<p class="muted">– ${t('noScores')}</p>` : drawing(horizons, methods)}
        ${horizons.length === 0 ? nothing : table({ caption: t('title'), quietCaption: true }, columns(methods), horizons)} ${notes(test)}`;
}

function drawing(horizons: Horizon[], methods: string[]): TemplateResult {
    return chart(t('label'), ground => {
        const { palette } = ground;
        const names = methods.map(words);
        const errorOf = (horizon: Horizon | undefined, method: string): number | null => errorShare(horizon?.scores.find(each => each.method === method));
        return {
            grid: { left: 8, right: 16, top: legendRoom(names, ground), bottom: 4, containLabel: true },
            legend: legend(palette),
            tooltip: {
                ...tooltip(palette),
                trigger: 'axis',
                axisPointer: { type: 'shadow', shadowStyle: { color: palette('line'), opacity: 0.35 } },
                formatter: hovered => {
                    const horizon = horizons[hoveredIndex(hovered)];
                    return tooltipBody(
                        t('ahead', { n: horizon?.years ?? '' }),
                        methods.map((method, i) => ({ colour: palette(colourOf(method)), name: names[i] ?? '', text: format.share(errorOf(horizon, method)) ?? '–' })),
                    );
                },
            },
            xAxis: categoryAxis(palette, horizons.map(each => t('ahead', { n: each.years }))),
            yAxis: valueAxis(palette, t('error'), format.axisShare),
            series: methods.map((method, i) => ({
                type: 'bar' as const,
                name: names[i],
                color: palette(colourOf(method)),
                barMaxWidth: 22,
                data: horizons.map(each => drawn(errorOf(each, method))),
            })),
        };
    });
}

function colourOf(method: string): ColourName {
    return COLOURS[method] ?? 'rest';
}

/** A mean logarithmic error as the percentage by which a typical projection is off. */
function errorShare(score: Score | undefined): number | null {
    return score === undefined ? null : Math.expm1(score.meanAbsoluteLogError);
}

function columns(methods: string[]): Column<Horizon>[] {
    return [
        { head: t('years'), cell: row => String(row.years) },
        { head: t('cases'), numeric: true, cell: row => figure(format.recorded(row.scores[0]?.n), t('none')) },
        ...methods.map(method => ({
            head: words(method),
            numeric: true,
            cell: (row: Horizon) => {
                const score = row.scores.find(each => each.method === method);
                const text = figure(format.share(errorShare(score)), t('none'));
                const smallest = Math.min(...row.scores.map(each => each.meanAbsoluteLogError));
                return score?.meanAbsoluteLogError === smallest ? html`<strong>${text}</strong>` : text;
            },
        })),
    ];
}

function notes(test: BackTest): TemplateResult {
    const without = test.withoutCases ?? [];
    const leftOut = (test.leftOut ?? []).filter(each => each.n > 0);
    return html`${without.length === 0 ? nothing : html`<p class="notes">${t('without', { companies: without.map(named).join(comma()) })}</p>`}
        ${leftOut.length === 0
            ? nothing
            : html`<p class="notes">${t('leftOut', { rows: leftOut.map(each => `${words(each.reason)} (${each.n})`).join(comma()) })}</p>`}
        ${folded(
            table(
                { caption: t('methods', { n: test.methods.length }), quietCaption: true },
                [
                    { head: t('method'), cell: (row: BackTest['methods'][number]) => words(row.method) },
                    { head: t('equation'), cell: row => html`<code>${row.equation ?? ''}</code>` },
                ],
                test.methods,
            ),
            t('methods', { n: test.methods.length }),
        )}
        ${folded(
            html`<ul class="plain notes">
                ${(test.rules ?? []).map(each => html`<li>${verbatim(each)}</li>`)}
            </ul>`,
            t('rules'),
        )}`;
}

customElements.define('nz-roadmap-backtest', BackTestView);
