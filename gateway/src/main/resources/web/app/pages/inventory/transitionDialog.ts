import { html, nothing, type TemplateResult } from 'lit';
import { Problem, write } from '../../api/api';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { Part } from '../../parts/part';
import type { Status, Transition } from './shapes';

const t = dictionary(
    {
        VALIDATED: 'Validate {year}?',
        DRAFT: 'Take {year} back to draft?',
        LOCKED: 'Lock {year}?',
        RESTATED: 'Restate {year}?',
        saysVALIDATED: 'You say that the figures of {year} have been checked. Only these figures can then be locked.',
        saysDRAFT: 'The validation is taken back.',
        saysLOCKED: 'The inventory of {year} is stored with all its results, traces and factor versions as version 1. This cannot be undone; later corrections need a restatement.',
        saysRESTATED: 'Today’s figures of {year} become the next version. The earlier ones are kept. This cannot be undone.',
        reason: 'Reason',
        optional: 'Reason (optional)',
        carried: 'I know that results stand on factors carried forward from earlier years.',
        cancel: 'Cancel',
        doVALIDATED: 'Validate',
        doDRAFT: 'Back to draft',
        doLOCKED: 'Lock for good',
        doRESTATED: 'Restate',
        busy: 'One moment…',
    },
    {
        VALIDATED: '核对通过 {year} 年？',
        DRAFT: '将 {year} 年退回草稿？',
        LOCKED: '锁定 {year} 年？',
        RESTATED: '重述 {year} 年？',
        saysVALIDATED: '您确认 {year} 年的数据已核对。之后只能锁定这些数据。',
        saysDRAFT: '撤回核对。',
        saysLOCKED: '{year} 年清单将连同全部结果、计算过程和因子版本存为版本 1。此操作不可撤销；之后的更正须重述。',
        saysRESTATED: '{year} 年的当前数据将成为下一版本，原版本保留。此操作不可撤销。',
        reason: '理由',
        optional: '理由（可不填）',
        carried: '我知道部分结果使用了沿用自较早年份的因子。',
        cancel: '取消',
        doVALIDATED: '核对通过',
        doDRAFT: '退回草稿',
        doLOCKED: '永久锁定',
        doRESTATED: '重述',
        busy: '请稍候…',
    },
);

/** A step that somebody wants to take. */
export interface Step {
    to: Status;
    year: number;
    carriedForward: boolean;
}

/** Asks before a year's status changes, and says what was wrong where it did not. */
export class TransitionDialog extends Part {
    private step: Step | null = null;
    private problem: Problem | null = null;
    private busy = false;

    open(step: Step): void {
        this.step = step;
        this.problem = null;
        this.requestUpdate();
        void this.updateComplete.then(() => {
            this.querySelector('form')?.reset();
            this.querySelector('dialog')?.showModal();
        });
    }

    protected override render(): TemplateResult {
        return html`<dialog class="asking" aria-labelledby="asking-title" @close=${() => this.closed()}>${this.step === null ? nothing : this.form(this.step)}</dialog>`;
    }

    private form({ to, year, carriedForward }: Step): TemplateResult {
        const stored = to === 'LOCKED' || to === 'RESTATED';
        const needed = to === 'RESTATED' || to === 'DRAFT';
        return html`<form @submit=${(event: Event) => this.submit(event)}>
            <h2 id="asking-title">${t(to, { year })}</h2>
            <p>${t(`says${to}`, { year })}</p>
            <label class="field"
                ><span>${needed ? t('reason') : t('optional')}</span>
                <textarea name="reason" rows="3" maxlength="500" ?required=${needed}></textarea
            ></label>
            ${stored && carriedForward
                ? html`<label class="tick"><input type="checkbox" name="carried" required /> <span>${t('carried')}</span></label>`
                : nothing}
            ${this.problem === null ? nothing : explained(this.problem)}
            <p class="actions">
                <button type="submit" id="transition-confirm" ?disabled=${this.busy}>${this.busy ? t('busy') : t(`do${to}`)}</button>
                <button type="button" class="quiet" id="transition-cancel" @click=${() => this.querySelector('dialog')?.close()}>${t('cancel')}</button>
            </p>
        </form>`;
    }

    private async submit(event: Event): Promise<void> {
        event.preventDefault();
        if (this.step === null || this.busy) {
            return;
        }
        const { to, year } = this.step;
        const said = new FormData(event.target as HTMLFormElement);
        const reason = String(said.get('reason') ?? '').trim();
        this.busy = true;
        this.problem = null;
        this.requestUpdate();
        try {
            const taken = await write<Transition>('POST', `/api/emissions/inventories/${year}/transitions`, {
                to,
                ...(reason === '' ? {} : { reason }),
                ...(said.get('carried') === null ? {} : { acknowledge: ['CARRIED_FORWARD'] }),
            });
            this.querySelector('dialog')?.close();
            this.dispatchEvent(new CustomEvent<Status>('taken', { detail: taken.to }));
        } catch (failure) {
            this.problem = failure instanceof Problem ? failure : new Problem(0, String(failure), '');
        } finally {
            this.busy = false;
            this.requestUpdate();
        }
    }

    private closed(): void {
        this.step = null;
        this.requestUpdate();
    }
}

function explained(problem: Problem): TemplateResult {
    return html`<div class="problem" role="alert">
        <strong>${problem.title}.</strong> ${problem.detail}
        ${problem.violations.length < 2 ? nothing : html`<ul>${problem.violations.map(each => html`<li>${words(each.code)}: ${each.message}</li>`)}</ul>`}
    </div>`;
}

customElements.define('nz-transition-dialog', TransitionDialog);
