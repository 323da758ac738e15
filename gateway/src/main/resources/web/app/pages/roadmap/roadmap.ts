import { html, nothing, type TemplateResult } from 'lit';
import { choose, href, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { languageOf } from '../../parts/apiText';
import { chosenIn, views } from '../../parts/choice';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { asOf } from './address';
import './backtest';
import './checks';
import './comparison';
import './costs';
import './history';
import './levers';
import './projection';
import './scenarioActions';
import type { ScenarioSummary } from './shapes';
import './uncertainty';

const t = dictionary(
    {
        projection: 'Projection',
        levers: 'Levers and assumptions',
        costs: 'Costs and plan',
        uncertainty: 'Uncertainty',
        checks: 'Checks',
        comparison: 'Comparison',
        history: 'History',
        backtest: 'Back-test',
        views: 'Parts of the roadmap',
        scenario: 'Scenario',
        span: '{baseYear} to {targetYear}, version {version}',
        shipped: 'shipped',
        frozen: 'frozen',
        none: 'No scenario is on file. Store one with POST /api/roadmap/scenarios, or start the suite anew to have the shipped ones.',
        asOf: 'You look back: figures and scenario as of {time}.',
        now: 'Back to now',
        title: 'Roadmap',
    },
    {
        projection: '预测',
        levers: '措施与假设',
        costs: '成本与规划',
        uncertainty: '不确定性',
        checks: '核对',
        comparison: '情景对比',
        history: '历史',
        backtest: '回测',
        views: '路线图各部分',
        scenario: '情景',
        span: '{baseYear} 至 {targetYear} 年，第 {version} 版',
        shipped: '内置',
        frozen: '已冻结',
        none: '尚无情景。请通过 POST /api/roadmap/scenarios 存入，或重新启动系统以恢复内置情景。',
        asOf: '您正在回看：{time} 时的数据与情景。',
        now: '回到现在',
        title: '路线图',
    },
);

const VIEWS = ['projection', 'levers', 'costs', 'uncertainty', 'checks', 'comparison', 'history', 'backtest'] as const;

type ViewName = (typeof VIEWS)[number];

/** Where a new reader begins. */
const FIRST = 'committed';

/** The roadmap of one scenario, in several views. */
class Roadmap extends Part {
    private readonly scenarios = new Query<ScenarioSummary[]>(this, () => '/api/roadmap/scenarios', { on: ['projection'] });

    protected override render(): TemplateResult {
        const all = this.scenarios.answer;
        if (all === null) {
            return panel({ id: 'roadmap', title: t('title'), wide: true }, this.scenarios, () => nothing);
        }
        const scenario = chosen(all);
        const view = shownView();
        return html`${this.head(all, scenario)}
        ${scenario === null ? html`<p class="problem absent wide" id="no-scenario">${t('none')}</p>` : body(view, scenario, all)}`;
    }

    private head(all: ScenarioSummary[], scenario: ScenarioSummary | null): TemplateResult {
        const back = asOf();
        return html`<div class="roadmap-head controls-row wide">
            <label class="choice"
                >${t('scenario')}
                <select id="scenario" @change=${(event: Event) => choose({ scenario: chosenIn(event), asOf: null, terms: null })}>
                    ${all.map(each => html`<option value=${each.id} lang=${languageOf(named(each.name))} .selected=${each.id === scenario?.id}>${named(each.name)}</option>`)}
                </select></label
            >
            ${scenario === null
                ? nothing
                : html`<span class="muted" id="scenario-span">${t('span', { baseYear: scenario.baseYear, targetYear: scenario.targetYear, version: scenario.version })}</span>
                      ${scenario.shipped ? html`<span class="badge">${t('shipped')}</span>` : nothing}
                      ${scenario.frozen ? html`<span class="badge" id="frozen">${t('frozen')}</span>` : nothing}
                      <nz-scenario-actions .scenario=${scenario} .scenarios=${all} @stored=${() => void this.scenarios.refresh()}></nz-scenario-actions>`}
            ${views(t('views'), VIEWS.map(each => ({ value: each, name: t(each) })), chosen => viewOf(chosen, back))}
            ${back === null
                ? nothing
                : html`<p class="problem absent" id="as-of" role="status">
                      ${t('asOf', { time: format.dateAndTime(back) ?? back })}
                      <button type="button" class="quiet small" @click=${() => choose({ asOf: null })}>${t('now')}</button>
                  </p>`}
        </div>`;
    }
}

function chosen(all: ScenarioSummary[]): ScenarioSummary | null {
    const asked = parameter('scenario');
    return all.find(each => each.id === asked) ?? all.find(each => each.id === FIRST) ?? all[0] ?? null;
}

function shownView(): ViewName {
    const asked = parameter('view');
    return VIEWS.find(each => each === asked) ?? 'projection';
}

/** The address of a view, about the same scenario as of the same time. */
function viewOf(view: string | null, back: string | null): string {
    return href('roadmap', { scenario: parameter('scenario'), asOf: back, company: parameter('company'), view });
}

function body(view: ViewName, scenario: ScenarioSummary, all: ScenarioSummary[]): TemplateResult {
    switch (view) {
        case 'projection':
            return html`<nz-roadmap-projection class="page wide" .scenario=${scenario} .scenarios=${all}></nz-roadmap-projection>`;
        case 'levers':
            return html`<nz-roadmap-levers class="page wide" .scenario=${scenario} .scenarios=${all}></nz-roadmap-levers>`;
        case 'costs':
            return html`<nz-roadmap-costs class="page wide" .scenario=${scenario} .scenarios=${all}></nz-roadmap-costs>`;
        case 'uncertainty':
            return html`<nz-roadmap-uncertainty class="page wide" .scenario=${scenario} .scenarios=${all}></nz-roadmap-uncertainty>`;
        case 'checks':
            return html`<nz-roadmap-checks class="page wide" .scenario=${scenario} .scenarios=${all}></nz-roadmap-checks>`;
        case 'comparison':
            return html`<nz-roadmap-comparison class="page wide" .scenario=${scenario} .scenarios=${all}></nz-roadmap-comparison>`;
        case 'history':
            return html`<nz-roadmap-history class="page wide" .scenario=${scenario} .scenarios=${all}></nz-roadmap-history>`;
        case 'backtest':
            return html`<nz-roadmap-backtest class="page wide" .scenario=${scenario} .scenarios=${all}></nz-roadmap-backtest>`;
    }
}

customElements.define('nz-roadmap', Roadmap);
