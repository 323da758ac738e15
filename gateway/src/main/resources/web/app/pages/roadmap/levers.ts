import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { may } from '../../api/session';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { refused, verbatim, violated } from '../../parts/apiText';
import { chart } from '../../parts/chart';
import { tiles } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Query } from '../../parts/query';
import { folded } from '../../parts/table';
import './addLever';
import { asOf, View } from './address';
import { assumptions } from './assumptions';
import { Changes } from './changes';
import { editCredits } from './editCredits';
import { editElectricity, editRegions } from './editElectricity';
import { editFrame } from './editFrame';
import { editGrowth } from './editGrowth';
import { editTargets } from './editTargets';
import type { Edit } from './field';
import { leverCard } from './leverCard';
import { changeLine, changeTable, outcome } from './leverChange';
import { namesOf } from './names';
import type { Lever, Projection, Scenario } from './shapes';
import { wedgeDrawing } from './wedges';

const t = dictionary(
    {
        outcome: 'What the levers do',
        label: 'Baseline, wedges of the levers, gross emissions now and before your changes, and the target path. The figures are in the table below.',
        levers: 'Levers ({n})',
        assumptions: 'What else it assumes',
        frame: 'Name and years',
        growth: 'Growth',
        electricity: 'Data centres and grid',
        regions: 'Regions ({n})',
        targets: 'Targets ({n})',
        credits: 'Credits',
        bar: 'Your changes',
        undo: 'Undo',
        undoCount: 'Undo ({n})',
        saving: 'Saving and projecting…',
        saved: 'Every change is stored and projected at once.',
        copyFirst: 'The shipped scenarios stay as they are. Copy this one and edit the copy.',
        frozenFirst: 'This scenario was frozen by {by} on {at}. A copy of it may be edited.',
        frozen: 'This scenario is frozen. A copy of it may be edited.',
        pastFirst: 'You look back, and what was cannot be changed. Go back to now to change it.',
        noRole: 'Your key has no role that may change scenarios; steward and analyst may.',
        makeCopy: 'Copy and edit…',
        none: 'This scenario has no levers: what is projected is its baseline.',
        reload: 'Load it anew',
        notStored: 'Not stored',
        atFields: 'What is wrong stands at the fields.',
        discard: 'Discard',
    },
    {
        outcome: '措施的效果',
        label: '基线、各措施楔形、修改前后的总排放与目标路径。数据见下表。',
        levers: '减排措施（{n} 项）',
        assumptions: '其他假设',
        frame: '名称与年份',
        growth: '增长',
        electricity: '数据中心与电网',
        regions: '区域（{n}）',
        targets: '目标（{n} 项）',
        credits: '碳信用',
        bar: '您的修改',
        undo: '撤销',
        undoCount: '撤销（{n}）',
        saving: '正在保存并重新预测…',
        saved: '每次修改都会立即保存并重新预测。',
        copyFirst: '内置情景保持不变。请复制后编辑副本。',
        frozenFirst: '该情景已由 {by} 于 {at} 冻结，可编辑其副本。',
        frozen: '该情景已冻结，可编辑其副本。',
        pastFirst: '您正在回看历史，过去的内容不能修改。请回到现在再修改。',
        noRole: '您的密钥没有修改情景的角色；数据管理员和分析师可以修改。',
        makeCopy: '复制并编辑…',
        none: '该情景没有减排措施，预测即为基线。',
        reload: '重新加载',
        notStored: '未保存',
        atFields: '具体问题见各字段。',
        discard: '放弃',
    },
);

/** As the planner takes it where no cost states another. */
const USUAL_CURRENCY = 'CNY';
const CONFLICT = 409;

/** The levers of a scenario and what else it assumes; whoever may changes them in place, and each change is stored and projected at once. */
class Levers extends View {
    private readonly document = new Query<Scenario>(this, () => this.path('', { asOf: null }), { on: ['projection'] });
    private readonly projection = new Query<Projection>(this, () => this.path('projection'), { on: ['projection'] });
    private readonly changes = new Changes(this, this.document, () => this.projection.refresh());
    /** As it was projected last before the reader changed anything, so that nothing else that moves it counts as a change of the reader's. */
    private atFirst: Projection | null = null;
    private about = '';
    private frozen: boolean | undefined;

    protected override willUpdate(): void {
        if (this.about !== this.scenario.id) {
            this.about = this.scenario.id;
            this.atFirst = null;
            this.changes.begin(this.scenario.id);
        } else if (this.frozen !== this.scenario.frozen) {
            // who froze it stands in the document
            void this.document.refresh();
        }
        this.frozen = this.scenario.frozen;
    }

    protected override render(): TemplateResult {
        const projection = this.projection.answer;
        if (projection?.scenarioId === this.scenario.id && (this.atFirst === null || !(this.changed || this.changes.saving))) {
            this.atFirst = projection;
        }
        const shown = this.changes.draft ?? this.document.answer;
        const edit = shown === null ? null : this.edit(shown);
        // the fields come first, so that it is known what of a refusal stands at one of them
        const levers = panel({ id: 'levers', title: t('levers', { n: shown?.levers?.length ?? 0 }), wide: true }, this.document, document => this.list(shown ?? document, edit));
        const others = edit === null || shown === null ? this.assumed() : this.sections(shown, edit);
        return html`${projection === null ? nothing : tiles(outcome(projection, this.changed ? this.atFirst : null))}
        ${panel({ id: 'outcome', title: t('outcome'), wide: true, saved: { path: this.path('projection'), name: this.fileName('projection') } }, this.projection, answer => this.drawn(answer, shown))}
        ${levers} ${others} ${edit === null ? nothing : this.bar(edit)}`;
    }

    private get changeable(): boolean {
        return may('steward', 'analyst') && !this.scenario.shipped && !this.scenario.frozen && asOf() === null;
    }

    private get changed(): boolean {
        return this.changes.count > 0;
    }

    private edit(scenario: Scenario): Edit | null {
        const levers = scenario.levers ?? [];
        return this.changeable
            ? {
                  change: (change, said) => this.changes.store(change, said),
                  violations: this.changes.violations,
                  unreadable: this.changes.unreadable,
                  read: (field, readable) => this.changes.read(field, readable),
                  told: new Set(),
                  categories: (this.projection.answer?.years[0]?.scope3Categories ?? []).map(each => each.category),
                  currency: levers.find(each => each.cost?.currency !== undefined)?.cost?.currency ?? USUAL_CURRENCY,
              }
            : null;
    }

    private drawn(projection: Projection, scenario: Scenario | null): TemplateResult {
        const before = this.changed ? this.atFirst : null;
        return html`${chart(
            t('label'),
            ground => wedgeDrawing(ground, projection, namesOf(scenario), before === null ? null : before.years.map(year => year.grossTonnes)),
            'tall',
        )}
        ${folded(changeTable(projection, before))}`;
    }

    private list(scenario: Scenario, edit: Edit | null): TemplateResult {
        const levers = scenario.levers ?? [];
        const ends = this.projection.answer?.years.at(-1);
        const nameOf = namesOf(scenario);
        // made here and not when they are drawn, so that what is told at their fields is known
        const cards = levers.map((lever, i) => leverCard(lever, i, ends, nameOf, scenario, edit));
        return html`${edit === null ? this.whyNot(scenario) : nothing} ${levers.length === 0 ? html`<p class="muted">${t('none')}</p>` : nothing}
        <div class="levers">${repeat(levers, lever => lever.id, (_, i) => cards[i])}</div>
        ${edit === null
            ? nothing
            : html`<nz-add-lever
                  .scenario=${scenario}
                  .categories=${edit.categories}
                  .currency=${edit.currency}
                  .add=${(lever: Lever) => edit.change(to => { to.levers = [...(to.levers ?? []), lever]; })}
              ></nz-add-lever>`}`;
    }

    private assumed(): TemplateResult {
        return panel({ id: 'assumptions', title: t('assumptions'), wide: true }, this.document, assumptions);
    }

    /** All a scenario assumes beside its levers, in fields. */
    private sections(scenario: Scenario, edit: Edit): TemplateResult {
        const part = (id: string, title: string, content: TemplateResult) => panel({ id, title, wide: true }, this.document, () => content);
        return html`${part('growth', t('growth'), editGrowth(scenario, edit))} ${part('electricity', t('electricity'), editElectricity(scenario, edit))}
        ${part('targets', t('targets', { n: scenario.targets?.length ?? 0 }), editTargets(scenario, edit))} ${part('credits', t('credits'), editCredits(scenario, edit))}
        ${part('regions', t('regions', { n: scenario.regions?.length ?? 0 }), editRegions(scenario, edit))} ${part('frame', t('frame'), editFrame(scenario, edit))}`;
    }

    private whyNot(scenario: Scenario): TemplateResult {
        const able = may('steward', 'analyst') && asOf() === null;
        const { frozen } = scenario;
        const why = !may('steward', 'analyst')
            ? t('noRole')
            : asOf() !== null
              ? t('pastFirst')
              : frozen != null
                ? t('frozenFirst', { by: frozen.by, at: format.dateAndTime(frozen.at) ?? frozen.at })
                : this.scenario.frozen
                  ? t('frozen')
                  : t('copyFirst');
        return html`<p class="problem absent" id="not-changeable">
            ${why} ${able ? html`<button type="button" class="small" id="copy-to-change" @click=${() => this.openCopy()}>${t('makeCopy')}</button>` : nothing}
        </p>`;
    }

    /** What the changes come to, and the way back, in sight wherever somebody changes something. */
    private bar(edit: Edit): TemplateResult {
        const { changes } = this;
        const projection = this.projection.answer;
        return html`<section class="change-bar wide" id="changes" aria-label=${t('bar')}>
            ${this.trouble(edit)}
            ${projection === null ? nothing : changeLine(projection, this.changed ? this.atFirst : null)}
            <span class="actions">
                <span class="why ${changes.saving ? '' : 'idle'}" role="status" id="saving">${changes.saving ? t('saving') : changes.problem === null ? t('saved') : nothing}</span>
                <button type="button" id="undo" class="quiet small" ?disabled=${!this.changed && changes.draft === null} @click=${() => changes.undo()}>
                    ${this.changed ? t('undoCount', { n: changes.count }) : t('undo')}
                </button>
            </span>
        </section>`;
    }

    private trouble(edit: Edit): unknown {
        const { problem } = this.changes;
        if (problem === null) {
            return nothing;
        }
        const elsewhere = problem.violations.filter(each => !edit.told.has(each.field));
        const atFields = problem.violations.length > elsewhere.length;
        return html`<div class="problem" role="alert" id="not-stored">
            <strong>${t('notStored')}:</strong> ${refused(problem)} ${atFields ? t('atFields') : elsewhere.length === 0 ? verbatim(problem.detail) : nothing}
            ${elsewhere.length === 0
                ? nothing
                : html`<ul>
                      ${elsewhere.map(each => html`<li>${each.field === '' ? nothing : html`<code>${each.field}</code>: `}${violated(each)}</li>`)}
                  </ul>`}
            <button type="button" class="quiet small" id="discard" @click=${() => this.changes.giveUp()}>${problem.status === CONFLICT ? t('reload') : t('discard')}</button>
        </div>`;
    }

    private openCopy(): void {
        this.closest('nz-roadmap')?.querySelector<HTMLButtonElement>('#copy-scenario')?.click();
    }
}

customElements.define('nz-roadmap-levers', Levers);
