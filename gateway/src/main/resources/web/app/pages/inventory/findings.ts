import { html, nothing, type TemplateResult } from 'lit';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import type { Finding } from './shapes';

const t = dictionary(
    { open: 'Open', note: 'Note', none: 'Nothing is open.', notes: 'Notes ({count})' },
    { open: '未决', note: '提示', none: '没有未决事项。', notes: '提示（{count}）' },
);

/** What an assurer would ask about: what is open first, notes folded away. */
export function findingList(findings: readonly Finding[]): TemplateResult {
    const open = findings.filter(each => each.severity === 'OPEN');
    const notes = findings.filter(each => each.severity !== 'OPEN');
    return html`${open.length === 0 ? html`<p class="muted">${t('none')}</p>` : list(open)}
    ${notes.length === 0
        ? nothing
        : html`<details class="folded">
              <summary>${t('notes', { count: notes.length })}</summary>
              ${list(notes)}
          </details>`}`;
}

function list(findings: readonly Finding[]): TemplateResult {
    return html`<ul class="findings">
        ${findings.map(
            each => html`<li class=${each.severity === 'OPEN' ? 'open' : 'note'}>
                <p class="finding-head">
                    <span class="badge">${each.severity === 'OPEN' ? t('open') : t('note')}</span>
                    <strong>${words(each.code)}</strong>
                    ${each.subject ? html`<span class="muted">${named(each.subject)}</span>` : nothing}
                </p>
                <p>${each.message}</p>
            </li>`,
        )}
    </ul>`;
}

const CODE = /^[A-Z][A-Z0-9_]+$/;

/** A subject is a code, or the id of a record, a factor or a site, which stays as it is. */
export function named(subject: string): string {
    return CODE.test(subject) ? words(subject) : subject;
}
