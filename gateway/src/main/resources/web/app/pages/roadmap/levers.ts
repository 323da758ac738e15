import { html, nothing, type TemplateResult } from 'lit';
import { Problem, type Violation, write } from '../../api/api';
import { may } from '../../api/session';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { chart } from '../../parts/chart';
import { tiles } from '../../parts/figure';
import { announce } from '../../parts/notice';
import { panel } from '../../parts/panel';
import { Query } from '../../parts/query';
import { folded } from '../../parts/table';
import { addLever } from './addLever';
import { asOf, scenarioPath, View } from './address';
import { assumptions } from './assumptions';
import { type Edit, leverCard } from './leverCard';
import { changeTable, outcome } from './leverChange';
import { namesOf } from './names';
import type { Lever, Projection, Scenario } from './shapes';
import { wedgeDrawing } from './wedges';

const t = dictionary(
    {
        outcome: 'What the levers do',
        label: 'Baseline, wedges of the levers, gross emissions now and before your changes, and the target path. The figures are in the table below.',
        levers: 'Levers ({n})',
        undo: 'Undo',
        undoCount: 'Undo ({n})',
        saving: 'Saving and projecting…',
        saved: 'Every change is stored and projected at once.',
        copyFirst: 'The shipped scenarios stay as they are. Make a copy to change its levers.',
        frozenFirst: 'This scenario was frozen by {by} on {at}. A copy of it may be changed.',
        frozen: 'This scenario is frozen. A copy of it may be changed.',
        pastFirst: 'You look back, and what was cannot be changed. Go back to now to change levers.',
        noRole: 'Your key has no role that may change scenarios; steward and analyst may.',
        makeCopy: 'Make a copy…',
        none: 'This scenario has no levers: what is projected is its baseline.',
        undone: 'The last change is taken back.',
        overtaken: 'Somebody else changed the scenario since, so your changes can no longer be taken back one by one.',
        removed: '“{name}” is removed. Undo brings it back.',
        reload: 'Load it anew',
        notStored: 'Not stored',
        discard: 'Discard',
    },
    {
        outcome: '措施的效果',
        label: '基线、各措施楔形、修改前后的总排放与目标路径。数据见下表。',
        levers: '减排措施（{n} 项）',
        undo: '撤销',
        undoCount: '撤销（{n}）',
        saving: '正在保存并重新预测…',
        saved: '每次修改都会立即保存并重新预测。',
        copyFirst: '内置情景保持不变。请先创建副本再修改措施。',
        frozenFirst: '该情景已由 {by} 于 {at} 冻结，可修改其副本。',
        frozen: '该情景已冻结，可修改其副本。',
        pastFirst: '您正在回看历史，过去的内容不能修改。请回到现在再修改。',
        noRole: '您的密钥没有修改情景的角色；steward 和 analyst 可以修改。',
        makeCopy: '创建副本…',
        none: '该情景没有减排措施，预测即为基线。',
        undone: '已撤销上一次修改。',
        overtaken: '其他人已修改该情景，无法再逐项撤销您的修改。',
        removed: '已移除“{name}”，可撤销。',
        reload: '重新加载',
        notStored: '未保存',
        discard: '放弃',
    },
);

const UNDONE_AT_MOST = 100;
/** As the planner takes it where no cost states another. */
const USUAL_CURRENCY = 'CNY';

/** The levers of a scenario; whoever may changes them in place, and each change is stored and projected at once. */
class Levers extends View {
    private readonly document = new Query<Scenario>(this, () => this.path('', { asOf: null }), { on: ['projection'] });
    private readonly projection = new Query<Projection>(this, () => this.path('projection'), { on: ['projection'] });
    /** What is typed but was refused. */
    private draft: Scenario | null = null;
    private violations: Violation[] = [];
    private problem: Problem | null = null;
    private undoable: Scenario[] = [];
    /** The version that this page stored last. */
    private stored: number | null = null;
    private saving = 0;
    private turn: Promise<void> = Promise.resolve();
    /** As it was projected when the reader came. */
    private atFirst: Projection | null = null;
    private about = '';
    private frozen: boolean | undefined;

    protected override willUpdate(): void {
        if (this.about !== this.scenario.id) {
            this.about = this.scenario.id;
            this.atFirst = null;
            this.undoable = [];
            this.stored = null;
            this.discard();
        } else if (this.frozen !== this.scenario.frozen) {
            // who froze it stands in the document
            void this.document.refresh();
        }
        this.frozen = this.scenario.frozen;
    }

    protected override render(): TemplateResult {
        const projection = this.projection.answer;
        if (this.atFirst === null && projection?.scenarioId === this.scenario.id) {
            this.atFirst = projection;
        }
        const shown = this.draft ?? this.document.answer;
        return html`${projection === null ? nothing : tiles(outcome(projection, this.changed ? this.atFirst : null))}
        ${panel({ id: 'outcome', title: t('outcome'), wide: true, saved: { path: this.path('projection'), name: this.fileName('projection') } }, this.projection, answer => this.drawn(answer, shown))}
        ${panel({ id: 'levers', title: t('levers', { n: shown?.levers?.length ?? 0 }), wide: true, controls: this.controls() }, this.document, document => this.list(this.draft ?? document))}`;
    }

    private get changeable(): boolean {
        return may('steward', 'analyst') && !this.scenario.shipped && !this.scenario.frozen && asOf() === null;
    }

    private get changed(): boolean {
        return this.undoable.length > 0;
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

    private controls(): unknown {
        if (!this.changeable) {
            return nothing;
        }
        return html`<span class="actions">
            <button type="button" id="undo" class="quiet small" ?disabled=${!this.changed && this.draft === null} @click=${() => this.undo()}>
                ${this.changed ? t('undoCount', { n: this.undoable.length }) : t('undo')}
            </button>
            <span class="why" role="status" id="saving">${this.saving > 0 ? t('saving') : t('saved')}</span>
        </span>`;
    }

    private list(scenario: Scenario): TemplateResult {
        const levers = scenario.levers ?? [];
        const edit: Edit | null = this.changeable
            ? { change: (index, change) => this.change(index, change), remove: index => this.drop(index), violations: this.violations, currency: levers.find(each => each.cost?.currency !== undefined)?.cost?.currency ?? USUAL_CURRENCY }
            : null;
        const ends = this.projection.answer?.years.at(-1);
        const nameOf = namesOf(scenario);
        return html`${this.changeable ? nothing : this.whyNot(scenario)} ${this.trouble()}
        ${levers.length === 0 ? html`<p class="muted">${t('none')}</p>` : nothing}
        <div class="levers">${levers.map((lever, i) => leverCard(lever, i, ends, nameOf, edit))}</div>
        ${edit === null ? nothing : addLever(levers, scenario.baseYear + 1, lever => this.store(to => { to.levers = [...(to.levers ?? []), lever]; }))}
        ${assumptions(scenario)}`;
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

    private trouble(): unknown {
        if (this.problem === null) {
            return nothing;
        }
        return html`<p class="problem" role="alert" id="not-stored">
            <strong>${t('notStored')}: ${this.problem.title}.</strong> ${this.problem.detail}
            <button type="button" class="quiet small" @click=${() => this.giveUp()}>${this.problem.status === 409 ? t('reload') : t('discard')}</button>
        </p>`;
    }

    private openCopy(): void {
        this.closest('nz-roadmap')?.querySelector<HTMLButtonElement>('#copy-scenario')?.click();
    }

    private change(index: number, change: (lever: Lever) => void): void {
        this.store(scenario => {
            const lever = scenario.levers?.[index];
            if (lever !== undefined) {
                change(lever);
            }
        });
    }

    private drop(index: number): void {
        const name = this.document.answer?.levers?.[index]?.name ?? '';
        this.store(scenario => scenario.levers?.splice(index, 1), () => announce(t('removed', { name })));
    }

    /** One after the other, each upon the answer of the one before. */
    private store(change: (scenario: Scenario) => void, then: () => void = () => undefined): void {
        this.inTurn(async () => {
            const saved = this.document.answer;
            if (saved === null) {
                return;
            }
            const next = structuredClone(this.draft ?? saved);
            change(next);
            if (JSON.stringify(next) === JSON.stringify(this.draft ?? saved)) {
                return;
            }
            this.draft = next;
            const earlier = this.isOurs(saved) ? this.undoable : [];
            await this.put({ ...next, version: saved.version });
            this.undoable = [...earlier, saved].slice(-UNDONE_AT_MOST);
            then();
        });
    }

    private undo(): void {
        if (this.draft !== null) {
            this.giveUp();
            return;
        }
        this.inTurn(async () => {
            const earlier = this.undoable.at(-1);
            const saved = this.document.answer;
            if (earlier === undefined || saved === null) {
                return;
            }
            if (!this.isOurs(saved)) {
                this.undoable = [];
                announce(t('overtaken'), 'bad');
                return;
            }
            await this.put({ ...earlier, version: saved.version });
            this.undoable = this.undoable.slice(0, -1);
            announce(t('undone'));
        });
    }

    /** Whether nobody else changed the scenario since this page did, so that to undo takes back only what the reader did. */
    private isOurs(saved: Scenario): boolean {
        return saved.version === this.stored;
    }

    private async put(scenario: Scenario): Promise<void> {
        const id = this.scenario.id;
        const answer = await write<Scenario>('PUT', scenarioPath(id, '', {}), scenario);
        if (id === this.scenario.id) {
            this.document.answer = answer;
            this.stored = answer.version;
            this.discard();
            await this.projection.refresh();
        }
    }

    private inTurn(what: () => Promise<void>): void {
        this.saving += 1;
        this.requestUpdate();
        this.turn = this.turn.then(what).catch((failure: unknown) => this.refused(failure)).then(() => {
            this.saving -= 1;
            this.requestUpdate();
        });
    }

    private refused(failure: unknown): void {
        this.problem = Problem.of(failure);
        this.violations = this.problem.violations;
    }

    private giveUp(): void {
        this.discard();
        void this.document.refresh();
        this.requestUpdate();
    }

    private discard(): void {
        this.draft = null;
        this.violations = [];
        this.problem = null;
    }
}

customElements.define('nz-roadmap-levers', Levers);
