import { html, nothing, type TemplateResult } from 'lit';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { findings } from '../../parts/findings';
import type { Finding } from './shapes';

const t = dictionary({ none: 'Nothing is open.', notes: 'Notes ({count})' }, { none: '没有未解决的问题。', notes: '提示（{count}）' });

/** What an assurer would ask about: what is open first, notes folded away. */
export function findingList(all: readonly Finding[]): TemplateResult {
    const open = all.filter(each => each.severity === 'OPEN').map(({ code, subject, message }) => ({ code, subject: subject ? named(subject) : null, message }));
    const notes = all.filter(each => each.severity !== 'OPEN').map(({ code, subject, message }) => ({ code, subject: subject ? named(subject) : null, message, severity: 'NOTE' as const }));
    return html`${findings(open, t('none'))}
    ${notes.length === 0
        ? nothing
        : html`<details class="folded">
              <summary>${t('notes', { count: notes.length })}</summary>
              ${findings(notes)}
          </details>`}`;
}

const CODE = /^[A-Z][A-Z0-9_]+$/;

/** A subject is a code, or the id of a record, a factor or a site, which stays as it is. */
export function named(subject: string): string {
    return CODE.test(subject) ? words(subject) : subject;
}
