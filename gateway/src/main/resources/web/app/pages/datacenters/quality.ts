import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Problem, write } from '../../api/api';
import { whole } from '../../api/pages';
import { may } from '../../api/session';
import { period } from '../../frame/period';
import { parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { colon, words } from '../../language/words';
import { chooser, chosenOf, type Option } from '../../parts/choice';
import { meaningOf, originalText, verbatim } from '../../parts/apiText';
import { severity } from '../../parts/findings';
import { announce } from '../../parts/notice';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { NOTES, PRESSING } from './openFindings';
import './quarantine';
import type { FacilityFinding } from './shapes';

const t = dictionary(
    {
        title: 'Open findings',
        titleAll: 'Findings of {year}',
        show: 'Show',
        open: 'open',
        all: 'open and closed of {year}',
        kind: 'Kind',
        anyKind: 'every kind',
        pressing: 'findings without notes ({count})',
        notes: 'notes only ({count})',
        ofKind: '{kind} ({count})',
        summary: 'Open and not acknowledged: findings {findings}, notes {notes}. Acknowledged: {acknowledged}.',
        none: 'No findings of {year}.',
        noneOpen: 'No open findings.',
        acknowledged: 'acknowledged by {by} on {at}{note}',
        closed: 'closed {at}',
        note: 'What is known about it',
        acknowledge: 'Acknowledge',
        done: 'The finding is acknowledged; it stays open until the hours no longer show it.',
        noRight: 'Only stewards and administrators may acknowledge findings.',
        when: '{from} to {to}, {hours} h',
        first: 'Remedy:',
    },
    {
        title: '未解决的问题',
        titleAll: '{year} 年的问题',
        show: '显示',
        open: '未解决',
        all: '{year} 年的全部问题',
        kind: '种类',
        anyKind: '全部种类',
        pressing: '不含提示（{count}）',
        notes: '仅提示（{count}）',
        ofKind: '{kind}（{count}）',
        summary: '未解决且未确认：问题 {findings} 个，提示 {notes} 项。已确认：{acknowledged} 项。',
        none: '{year} 年没有发现问题。',
        noneOpen: '没有未解决的问题。',
        acknowledged: '{by} 于 {at} 确认{note}',
        closed: '{at} 关闭',
        note: '已知情况',
        acknowledge: '确认',
        done: '问题已确认；在小时数据不再显示之前保持未解决。',
        noRight: '只有数据管理员和管理员可以确认问题。',
        when: '{from} 至 {to}，{hours} 小时',
        first: '处理办法：',
    },
);

/** What stands against the readings of a facility, to be acknowledged by whoever knows it, and hours kept apart. */
class Quality extends Part {
    static override properties = { facilityId: {}, zone: {} };

    declare facilityId: string;
    declare zone: string | undefined;
    private readonly found = new Query<FacilityFinding[]>(this, () => `${this.address()}/findings?${this.asked()}`, { on: ['indicator'] }, whole);

    protected override render(): TemplateResult {
        const states = [
            { value: 'open', name: t('open') },
            { value: 'all', name: t('all', { year: period() }) },
        ];
        const controls = html`<span class="controls-row"
            >${chooser('findings', t('show'), states)} ${chooser('kind', t('kind'), this.kinds())}</span
        >`;
        return html`${panel(
            {
                id: 'findings',
                title: t(this.showsAll ? 'titleAll' : 'title', { year: period() }),
                wide: true,
                controls,
                saved: { path: `${this.address()}/findings?${this.asked()}`, name: `${this.facilityId}-findings${this.showsAll ? `-${period()}` : '-open'}` },
            },
            this.found,
            found => this.list(found),
        )}
        <nz-quarantine class="parts" .facilityId=${this.facilityId} .zone=${this.zone}></nz-quarantine>`;
    }

    private get showsAll(): boolean {
        return parameter('findings') === 'all';
    }

    private asked(): string {
        return this.showsAll ? `period=${period()}` : 'open=true';
    }

    /** What the list may be narrowed to: findings that wait, notes, or one kind that is among them. */
    private kinds(): Option[] {
        const found = this.found.answer ?? [];
        const count = (kind: string): string => format.count(found.filter(finding => isOf(finding, kind)).length);
        const codes = [...new Set(found.map(finding => finding.code))];
        return [
            { value: '', name: t('anyKind') },
            { value: PRESSING, name: t('pressing', { count: count(PRESSING) }) },
            { value: NOTES, name: t('notes', { count: count(NOTES) }) },
            ...codes.map(code => ({ value: code, name: t('ofKind', { kind: words(code), count: count(code) }) })),
        ];
    }

    private address(): string {
        return `/api/datacenters/${encodeURIComponent(this.facilityId)}`;
    }

    private list(found: FacilityFinding[]): TemplateResult {
        if (found.length === 0) {
            return html`<p class="muted">${t(this.showsAll ? 'none' : 'noneOpen', { year: period() })}</p>`;
        }
        const kind = chosenOf('kind', this.kinds());
        const listed = found.filter(finding => isOf(finding, kind)).sort((one, other) => urgency(one) - urgency(other));
        return html`<p class="notes" id="findings-summary">${summary(found)}</p>
            ${may('steward') ? nothing : html`<p class="notes">${t('noRight')}</p>`}
            <ul class="findings">
                ${repeat(listed, finding => finding.id, finding => this.one(finding))}
            </ul>`;
    }

    private one(finding: FacilityFinding): TemplateResult {
        const { acknowledgement } = finding;
        const meaning = meaningOf(finding.code);
        return html`<li class=${finding.severity === 'NOTE' ? 'note' : 'open'} data-finding=${finding.id}>
            <p class="finding-head">
                ${severity(finding)} <strong>${words(finding.code)}</strong>
                <span class="muted">${finding.point ?? (finding.role ? words(finding.role) : '')}</span>
                ${finding.closedAt ? html`<span class="muted">${t('closed', { at: this.written(finding.closedAt) })}</span>` : nothing}
            </p>
            <p class="muted">
                ${t('when', { from: this.written(finding.from), to: this.written(finding.to), hours: format.count(finding.hours) })}
            </p>
            ${meaning === undefined
                ? html`<p>${verbatim(finding.message)}</p>
                      <p class="why">${t('first')} ${verbatim(finding.remedy)}</p>`
                : html`<p>${meaning}</p>
                      ${originalText(html`<p>${verbatim(finding.message)}</p>
                          <p class="why">${verbatim(finding.remedy)}</p>`)}`}
            ${acknowledgement
                ? html`<p class="muted">
                      ${t('acknowledged', {
                          by: acknowledgement.by,
                          at: this.written(acknowledgement.at),
                          note: acknowledgement.note ? `${colon()}${acknowledgement.note}` : '',
                      })}
                  </p>`
                : nothing}
            ${finding.open && !acknowledgement && may('steward') ? this.form(finding) : nothing}
        </li>`;
    }

    private form(finding: FacilityFinding): TemplateResult {
        const id = `acknowledge-${finding.id}`;
        return html`<form class="form-row" @submit=${(event: SubmitEvent) => this.acknowledge(event, finding)}>
            <span class="labelled">
                <label for=${id}>${t('note')}</label>
                <input id=${id} name="note" maxlength="500" required />
            </span>
            <button type="submit" class="small">${t('acknowledge')}</button>
        </form>`;
    }

    private async acknowledge(event: SubmitEvent, finding: FacilityFinding): Promise<void> {
        event.preventDefault();
        const note = String(new FormData(event.target as HTMLFormElement).get('note'));
        try {
            await write('PUT', `${this.address()}/findings/${encodeURIComponent(finding.id)}/acknowledgement`, { note });
            announce(t('done'));
            this.found.refreshSoon();
        } catch (failure) {
            announce(Problem.of(failure), 'bad');
        }
    }

    private written(instant: string): string {
        return format.moment(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone: this.zone }) ?? instant;
    }
}

customElements.define('nz-quality', Quality);

function isOf(finding: FacilityFinding, kind: string): boolean {
    switch (kind) {
        case '':
            return true;
        case PRESSING:
            return finding.severity !== 'NOTE';
        case NOTES:
            return finding.severity === 'NOTE';
        default:
            return finding.code === kind;
    }
}

const GRAVITY = { ERROR: 0, WARNING: 1, NOTE: 2 };

/** What waits for somebody comes first, the gravest before others. */
function urgency(finding: FacilityFinding): number {
    return GRAVITY[finding.severity] + (finding.open && !finding.acknowledgement ? 0 : 3);
}

function summary(found: FacilityFinding[]): string {
    const open = found.filter(finding => finding.open);
    const waiting = open.filter(finding => !finding.acknowledgement);
    const notes = waiting.filter(finding => isOf(finding, NOTES)).length;
    return t('summary', {
        findings: format.count(waiting.length - notes),
        notes: format.count(notes),
        acknowledged: format.count(open.length - waiting.length),
    });
}
