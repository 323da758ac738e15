import { html, nothing, type TemplateResult } from 'lit';
import { dictionary } from '../language/language';
import { words } from '../language/words';

const t = dictionary(
    {
        BLOCKED: 'Net zero may not be claimed for {year}',
        ALLOWED: 'Net zero may be claimed for {year}',
        allowedIf: 'Net zero may be claimed for {year}, if all of this is delivered',
        NOT_YET_DUE: 'No net claim is due for {year} yet',
        NO_NET_TARGET: 'This scenario has no net target',
        blockedHint: 'Credits are not counted until nothing blocks the claim.',
        notJudged: 'The claim was not judged.',
    },
    {
        BLOCKED: '{year} 年不得声明净零',
        ALLOWED: '{year} 年可以声明净零',
        allowedIf: '若全部落实，{year} 年可以声明净零',
        NOT_YET_DUE: '{year} 年尚不涉及净零声明',
        NO_NET_TARGET: '该情景没有净零目标',
        blockedHint: '在声明受阻期间，不计入碳信用。',
        notJudged: '未判定声明。',
    },
);

const CLAIMS = ['BLOCKED', 'ALLOWED', 'NOT_YET_DUE', 'NO_NET_TARGET'] as const;

/** A year of which a claim is judged. */
interface Claimed {
    year: number;
    actual: boolean;
    claim?: { status: string; reasons: string[] };
}

/** Whether net zero may be claimed of a year, and why or why not. */
export function claim({ year, actual, claim: judged }: Claimed): TemplateResult {
    if (judged === undefined) {
        return html`<p class="muted">– ${t('notJudged')}</p>`;
    }
    const { status, reasons } = judged;
    const known = status === 'ALLOWED' && !actual ? 'allowedIf' : CLAIMS.find(each => each === status);
    return html`<div class="claim ${status.toLowerCase().replaceAll('_', '-')}" id="claim" data-status=${status}>
        <h3>${known === undefined ? words(status) : t(known, { year })}</h3>
        <ul>
            ${reasons.map(reason => html`<li>${reason}</li>`)}
        </ul>
        ${status === 'BLOCKED' ? html`<p class="muted">${t('blockedHint')}</p>` : nothing}
    </div>`;
}
