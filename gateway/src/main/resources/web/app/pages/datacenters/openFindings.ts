import { html, nothing, type TemplateResult } from 'lit';
import { href } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { comma, words } from '../../language/words';
import type { Operations } from './shapes';

const t = dictionary(
    {
        note: '+ 1 note',
        notes: '+ {count} notes',
        pressing: 'Open findings of {name}: {count}',
        kind: '{kind} ({count})',
    },
    {
        note: '+ 1 项提示',
        notes: '+ {count} 项提示',
        pressing: '{name} 未解决的问题：{count}',
        kind: '{kind}（{count}）',
    },
);

/** Which of the findings of a facility are listed; besides these, those of one code. */
export const PRESSING = 'pressing';
export const NOTES = 'notes';

/** How many open findings nobody acknowledged yet: those that wait for somebody, and notes, which do not. */
export interface OpenCount {
    findings: number;
    notes: number;
}

export function openCount(now: Operations): OpenCount {
    const all = Object.values(now.openFindings).reduce((sum, count) => sum + count, 0);
    return { findings: all - now.openNotes, notes: now.openNotes };
}

/** How many wait for somebody, as a link to them where there are any. */
export function pressingCount(now: Operations): TemplateResult {
    const { findings } = openCount(now);
    const count = format.count(findings);
    return findings === 0
        ? html`<span>${count}</span>`
        : html`<a
              class="alert"
              href=${listOf(now, PRESSING)}
              aria-label=${t('pressing', { count, name: named(now.name ?? now.datacenterId) })}
              >${count}</a
          >`;
}

/** The kinds of open findings in plain words, and how many are notes, each leading to those of its kind. */
export function openKinds(now: Operations): TemplateResult | typeof nothing {
    const kinds = Object.entries(now.openFindings).sort(([, one], [, other]) => other - one);
    if (kinds.length === 0) {
        return nothing;
    }
    const { notes } = openCount(now);
    return html`<span class="kinds"
        >${kinds.map(
            ([code, count], i) => html`${i === 0 ? nothing : comma()}<a href=${listOf(now, code)}
                    >${count === 1 ? words(code) : t('kind', { kind: words(code), count: format.count(count) })}</a
                >`,
        )}${notes === 0
            ? nothing
            : html` <a href=${listOf(now, NOTES)}>${t(notes === 1 ? 'note' : 'notes', { count: format.count(notes) })}</a>`}</span
    >`;
}

function listOf(now: Operations, kind: string): string {
    return href('datacenters', { id: now.datacenterId, view: 'findings', kind });
}
