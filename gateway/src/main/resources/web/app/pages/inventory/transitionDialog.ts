import { html, nothing, type TemplateResult } from 'lit';
import { write } from '../../api/api';
import { dictionary } from '../../language/language';
import { ask } from '../../parts/dialog';
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
        doVALIDATED: 'Validate',
        doDRAFT: 'Back to draft',
        doLOCKED: 'Lock for good',
        doRESTATED: 'Restate',
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
        doVALIDATED: '核对通过',
        doDRAFT: '退回草稿',
        doLOCKED: '永久锁定',
        doRESTATED: '重述',
    },
);

/** A step that somebody wants to take. */
export interface Step {
    to: Status;
    year: number;
    carriedForward: boolean;
}

/** Asks before a year's status changes; `taken` is told what it became. */
export function askForTransition(step: Step, taken: (status: Status) => void): void {
    const { to, year } = step;
    ask({
        id: 'transition',
        title: t(to, { year }),
        body: () => fields(step),
        confirm: t(`do${to}`),
        dangerous: to === 'LOCKED' || to === 'RESTATED',
        done: async said => {
            const reason = String(said.get('reason') ?? '').trim();
            const answer = await write<Transition>('POST', `/api/emissions/inventories/${year}/transitions`, {
                to,
                ...(reason === '' ? {} : { reason }),
                ...(said.get('carried') === null ? {} : { acknowledge: ['CARRIED_FORWARD'] }),
            });
            taken(answer.to);
        },
    });
}

function fields({ to, year, carriedForward }: Step): TemplateResult {
    const stored = to === 'LOCKED' || to === 'RESTATED';
    const needed = to === 'RESTATED' || to === 'DRAFT';
    return html`<p>${t(`says${to}`, { year })}</p>
        <label class="field"
            ><span>${needed ? t('reason') : t('optional')}</span>
            <textarea name="reason" rows="3" maxlength="500" ?required=${needed}></textarea
        ></label>
        ${stored && carriedForward ? html`<label class="tick"><input type="checkbox" name="carried" required /> <span>${t('carried')}</span></label>` : nothing}`;
}
