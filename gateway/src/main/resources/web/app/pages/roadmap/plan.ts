import { html, nothing, type TemplateResult } from 'lit';
import { get, Problem, write } from '../../api/api';
import { may } from '../../api/session';
import { choose, parameter } from '../../frame/route';
import { dictionary } from '../../language/language';
import { panel, section } from '../../parts/panel';
import { Query } from '../../parts/query';
import { View } from './address';
import { planResult } from './planResult';
import { type Terms, termsForm } from './planTerms';
import type { Plan, Projection, Scenario } from './shapes';

const t = dictionary(
    {
        title: 'The least-cost plan',
        lead: 'Which lever to build when, so that every target is kept with the fewest credits, and then at the least cost. Nothing is stored.',
        ask: 'Make the plan',
        busy: 'Other plans are being made, one at a time. It is asked for again every ten seconds until yours is made.',
        notPlanned: 'A plan needs what the scenario does not state, such as one currency for all costs or a price of credits. State it in the terms, or in the scenario.',
        planning: 'Planning… this takes a second or a few.',
        terms: 'Terms of your own',
        standard: 'The plan above is made on the scenario’s terms; what it does not state is assumed, and listed as assumed.',
        own: 'The plan above is made on terms of your own.',
        reset: 'Back to the scenario’s terms',
        noRole: 'Terms of your own take the role analyst or steward.',
        broken: 'The terms in the address cannot be read.',
    },
    {
        title: '最低成本规划',
        lead: '何时建设哪些措施，才能用最少的碳信用、再以最低成本达到全部目标。规划不会被存储。',
        ask: '生成规划',
        busy: '系统一次只做一个规划，目前有其他规划在进行。每十秒会自动重新请求，直到完成。',
        notPlanned: '规划所需的内容在情景中没有说明，例如统一的成本货币或碳信用价格。请在条件或情景中说明。',
        planning: '正在规划…需要一秒或数秒。',
        terms: '自定条件',
        standard: '上面的规划按情景条件生成；未说明的为假设并列出。',
        own: '上面的规划按自定条件生成。',
        reset: '恢复情景条件',
        noRole: '自定条件需要分析师或数据管理员角色。',
        broken: '无法读取地址中的条件。',
    },
);

const BUSY = 503;
const CONFLICT = 409;
const NOT_PLANNED = 'SCENARIO_NOT_PLANNED';
/** Between the address and the terms that are sent to it. */
const BREAK = '\n';

/** The plan of a scenario: on its own terms, or on those in the address. */
class PlanView extends View {
    private readonly plan = new Query<Plan>(this, () => this.question(), { on: ['projection'], collectedSeconds: 15 }, ask);
    private readonly projection = new Query<Projection>(this, () => this.path('projection'), { on: ['projection'] });
    private readonly document = new Query<Scenario>(this, () => this.path('', { asOf: null }), { on: ['projection'] });

    protected override render(): TemplateResult {
        const own = parameter('terms') !== null;
        const standard = { path: this.path('plan'), name: this.fileName('plan') };
        const saved = own && may('steward', 'analyst') ? { ...standard, method: 'POST' as const, body: terms() } : standard;
        const violations = this.plan.problem?.violations ?? [];
        return html`${panel({ id: 'plan', title: t('title'), wide: true, saved }, this.plan, plan => planResult(plan, this.projection.answer))}
            ${section(
                { id: 'plan-terms', title: t('terms'), wide: true },
                html`<p class="muted">${t('lead')}</p>
                    <p class="muted" id="plan-basis">
                        ${t(own ? 'own' : 'standard')}
                        ${own ? html`<button type="button" class="quiet small" @click=${() => choose({ terms: null })}>${t('reset')}</button>` : nothing}
                    </p>
                    ${this.hint()}
                    ${may('steward', 'analyst')
                        ? termsForm({
                              terms: terms(),
                              levers: this.document.answer?.levers ?? [],
                              currency: this.plan.answer?.currency ?? '',
                              years: (this.projection.answer?.years ?? []).slice(1).map(year => year.year),
                              violations,
                              made: given => this.state(given),
                          })
                        : html`<p class="problem absent">${t('noRole')}</p>`}`,
            )}`;
    }

    private hint(): unknown {
        const { problem, loading } = this.plan;
        if (loading) {
            return html`<p class="loading" role="status">${t('planning')}</p>`;
        }
        if (problem?.status === BUSY) {
            return html`<p class="problem absent" role="status" id="planner-busy">${t('busy')}</p>`;
        }
        return problem?.status === CONFLICT && problem.code === NOT_PLANNED ? html`<p class="problem absent" id="not-planned">${t('notPlanned')}</p>` : nothing;
    }

    private question(): string {
        const given = parameter('terms');
        return given === null || !may('steward', 'analyst') ? this.path('plan') : `${this.path('plan')}${BREAK}${given}`;
    }

    private state(given: Terms): void {
        const text = JSON.stringify(given);
        if (text === parameter('terms')) {
            void this.plan.refresh();
        } else {
            choose({ terms: text === '{}' ? null : text });
        }
    }
}

async function ask(question: string, signal: AbortSignal): Promise<Plan> {
    const [path = '', given] = question.split(BREAK);
    if (given === undefined) {
        return get<Plan>(path, signal);
    }
    return write<Plan>('POST', path, read(given), signal);
}

function terms(): Terms {
    try {
        return read(parameter('terms') ?? '{}');
    } catch {
        return {};
    }
}

function read(given: string): Terms {
    try {
        return JSON.parse(given) as Terms;
    } catch {
        throw new Problem(CONFLICT, t('broken'), given);
    }
}

customElements.define('nz-roadmap-plan', PlanView);
