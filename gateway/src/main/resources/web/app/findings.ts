import { byId, el } from './dom';
import type { Finding } from './shapes';
import { words } from './words';

const bySource = new Map<string, Finding[] | null>();

/** Shows what a calculation found; null where that is not known. */
export function showFindings(source: string, findings: Finding[] | null): void {
    bySource.set(source, findings);
    const known = [...bySource].flatMap(([from, its]) => (its ?? []).map(finding => ({ from, finding })));
    byId('findings-title').textContent = known.length === 0 ? 'Findings' : `Findings (${known.length})`;
    content().replaceChildren(...unknownSources(), known.length === 0 ? none() : list(known));
}

function content(): Element {
    return byId('findings').querySelector('.content') as Element;
}

function unknownSources(): Node[] {
    return [...bySource]
        .filter(([, findings]) => findings === null)
        .map(([from]) => el('p', { class: 'muted' }, `– No answer about ${from.toLowerCase()}, so its findings are not known.`));
}

function none(): Node {
    const anybodyAnswered = [...bySource.values()].some(findings => findings !== null);
    return el('p', { class: 'muted' }, anybodyAnswered ? 'No open findings.' : '');
}

function list(known: { from: string; finding: Finding }[]): Node {
    const items = [...known].sort((a, b) => weight(a.finding) - weight(b.finding)).map(({ from, finding }) =>
        el(
            'li',
            { class: finding.severity === 'NOTE' ? 'note' : 'open' },
            el(
                'p',
                { class: 'finding-head' },
                el('span', { class: 'badge' }, finding.severity === 'NOTE' ? 'Note' : 'Open'),
                el('strong', {}, words(finding.code)),
                el('span', { class: 'muted' }, [from, finding.subject].filter(Boolean).join(' · ')),
            ),
            el('p', {}, finding.message),
        ),
    );
    return el('ul', { class: 'findings' }, ...items);
}

function weight(finding: Finding): number {
    return finding.severity === 'NOTE' ? 1 : 0;
}
