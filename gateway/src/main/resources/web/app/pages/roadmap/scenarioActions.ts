import { html, nothing } from 'lit';
import { Problem, write } from '../../api/api';
import { may } from '../../api/session';
import { choose } from '../../frame/route';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { ask } from '../../parts/dialog';
import { announce } from '../../parts/notice';
import { Part } from '../../parts/part';
import { scenarioPath } from './address';
import type { Scenario, ScenarioSummary } from './shapes';

const t = dictionary(
    {
        copy: 'Copy…',
        freeze: 'Freeze…',
        copyTitle: 'Copy this scenario',
        copyLead: 'The copy holds everything that “{name}” assumes and may be changed. Nothing changes in “{name}”.',
        plannedCopy: 'Its levers stay deployed as the plan of this moment deploys them; the copy is not planned again.',
        id: 'Id of the copy',
        idHint: 'Letters, digits and . _ : @ + -, at most 100 characters.',
        name: 'Name of the copy',
        make: 'Make the copy',
        freezeTitle: 'Freeze this scenario?',
        freezeLead: '“{name}” can then not be changed by anybody any more, for good: nothing unfreezes it. Copies of it may be changed. Who froze it and when is kept.',
        freezeNow: 'Freeze for good',
        remove: 'Delete…',
        removeTitle: 'Delete this scenario?',
        removeLead: '“{name}” goes for everybody, with its levers, targets and assumptions. Nothing brings it back, and its id is not given again; copies of it stay.',
        removeNow: 'Delete for good',
        removed: '“{name}” is deleted.',
        copied: '“{name}” is a copy of its own now.',
        frozen: '“{name}” is frozen.',
        copyOf: 'Copy of {name}',
    },
    {
        copy: '复制…',
        freeze: '冻结…',
        copyTitle: '复制该情景',
        copyLead: '副本包含“{name}”的全部假设，可以修改；“{name}”本身不变。',
        plannedCopy: '副本的减排措施按此刻的规划部署，不再重新规划。',
        id: '副本标识',
        idHint: '字母、数字和 . _ : @ + -，最多 100 个字符。',
        name: '副本名称',
        make: '创建副本',
        freezeTitle: '冻结该情景？',
        freezeLead: '冻结后任何人都不能再修改“{name}”，且无法解冻；其副本仍可修改。系统会记录冻结人和时间。',
        freezeNow: '永久冻结',
        remove: '删除…',
        removeTitle: '删除该情景？',
        removeLead: '“{name}”及其措施、目标和假设将对所有人删除，无法恢复，其标识不再使用；已有副本不受影响。',
        removeNow: '永久删除',
        removed: '已删除“{name}”。',
        copied: '“{name}”已成为独立副本。',
        frozen: '“{name}”已冻结。',
        copyOf: '{name} 的副本',
    },
);

/** Where a reader goes whose scenario is gone. */
const NEXT = 'committed';
const CONFLICT = 409;

/** What a planner can do with a scenario as a whole: copy it, and freeze or delete it after a question. Fires `stored`. */
class ScenarioActions extends Part {
    static override properties = { scenario: { attribute: false }, scenarios: { attribute: false } };

    declare scenario: ScenarioSummary;
    declare scenarios: ScenarioSummary[];
    private readonly refused = new Set<string>();

    protected override render(): unknown {
        if (!may('steward', 'analyst')) {
            return nothing;
        }
        return html`<span class="actions">
            <button type="button" class="quiet small" id="copy-scenario" @click=${() => this.copy()}>${t('copy')}</button>
            ${this.scenario.frozen || this.scenario.shipped
                ? nothing
                : html`<button type="button" class="quiet small" id="freeze-scenario" @click=${() => this.freeze()}>${t('freeze')}</button>
                      <button type="button" class="quiet small" id="delete-scenario" @click=${() => this.erase()}>${t('remove')}</button>`}
        </span>`;
    }

    private copy(): void {
        const { id } = this.scenario;
        const name = named(this.scenario.name);
        const freeId = this.freeId();
        ask({
            id: 'copy-form',
            title: t('copyTitle'),
            body: () => html`<p>${t('copyLead', { name })} ${id === 'least-cost' ? t('plannedCopy') : nothing}</p>
                <div class="field">
                    <label for="copy-id">${t('id')}</label>
                    <input id="copy-id" name="id" required maxlength="100" .value=${freeId} aria-describedby="copy-id-hint" />
                    <span class="why" id="copy-id-hint">${t('idHint')}</span>
                </div>
                <div class="field">
                    <label for="copy-name">${t('name')}</label>
                    <input id="copy-name" name="name" required .value=${t('copyOf', { name })} />
                </div>`,
            confirm: t('make'),
            done: async said => {
                const wanted = { id: String(said.get('id')).trim(), name: String(said.get('name')).trim() };
                const made = await write<Scenario>('POST', scenarioPath(id, 'copies', {}), wanted).catch((failure: unknown) => this.proposeAnother(wanted.id, failure));
                this.stored(t('copied', { name: named(made.name) }));
                choose({ scenario: made.id, asOf: null, terms: null });
            },
        });
    }

    private freeze(): void {
        const { id } = this.scenario;
        const name = named(this.scenario.name);
        ask({
            id: 'freeze-form',
            title: t('freezeTitle'),
            body: () => html`<p>${t('freezeLead', { name })}</p>`,
            confirm: t('freezeNow'),
            dangerous: true,
            done: async () => {
                await write<Scenario>('POST', scenarioPath(id, 'freeze', {}));
                this.stored(t('frozen', { name }));
            },
        });
    }

    private erase(): void {
        const { id, name } = this.scenario;
        ask({
            id: 'delete-form',
            title: t('removeTitle'),
            body: () => html`<p>${t('removeLead', { name })}</p>`,
            confirm: t('removeNow'),
            dangerous: true,
            done: async () => {
                await write('DELETE', scenarioPath(id, '', {}));
                // before the list comes anew, so that nothing asks for what is gone
                choose({ scenario: NEXT, asOf: null, terms: null });
                this.stored(t('removed', { name }));
            },
        });
    }

    private stored(said: string): void {
        announce(said);
        this.dispatchEvent(new CustomEvent('stored', { bubbles: true }));
    }

    /** An id may be one of a scenario that is deleted, which no list tells. */
    private proposeAnother(id: string, failure: unknown): never {
        const field = document.querySelector<HTMLInputElement>('#copy-id');
        if (failure instanceof Problem && failure.status === CONFLICT && field !== null) {
            this.refused.add(id);
            field.value = this.freeId();
        }
        throw failure;
    }

    /** The first id that nobody has yet. */
    private freeId(): string {
        const taken = new Set([...this.scenarios.map(each => each.id), ...this.refused]);
        const ids = Array.from({ length: taken.size + 1 }, (_, i) => `${this.scenario.id.slice(0, 90)}-${i + 2}`);
        return ids.find(id => !taken.has(id)) ?? '';
    }
}

customElements.define('nz-scenario-actions', ScenarioActions);
