import { html, type TemplateResult } from 'lit';

const WHOLE = 100;
const HALF = 50;

/** A share as a bar; the number stands beside it. */
export function shareBar(share: number | null, kind = ''): TemplateResult {
    const percent = Math.min(WHOLE, Math.max(0, (share ?? 0) * WHOLE));
    return html`<span class="share-bar ${kind}" aria-hidden="true"><span .style=${`width: ${percent}%`}></span></span>`;
}

/** Left of the middle is below, right of it above. */
export function deviationBar(value: number, largest: number): TemplateResult {
    const percent = largest === 0 ? 0 : (Math.abs(value) / largest) * HALF;
    return html`<span class="deviation" aria-hidden="true"
        ><span class=${value < 0 ? 'below' : 'above'} .style=${`width: ${percent}%`}></span
    ></span>`;
}
