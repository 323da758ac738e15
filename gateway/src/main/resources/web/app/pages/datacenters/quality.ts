import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Problem, write } from '../../api/api';
import { whole } from '../../api/pages';
import { may } from '../../api/session';
import { period } from '../../frame/period';
import { parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { chooser } from '../../parts/choice';
import { severity } from '../../parts/findings';
import { announce } from '../../parts/notice';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import './quarantine';
import type { FacilityFinding } from './shapes';

const t = dictionary(
    {
        title: 'Findings of {year}',
        show: 'Show',
        open: 'open',
        all: 'open and closed',
        none: 'No findings of {year}.',
        noneOpen: 'No open findings of {year}.',
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
        title: '{year} 年的问题',
        show: '显示',
        open: '未解决',
        all: '全部',
        none: '{year} 年没有发现问题。',
        noneOpen: '{year} 年没有未解决的问题。',
        acknowledged: '{by} 于 {at} 确认{note}',
        closed: '{at} 关闭',
        note: '已知情况',
        acknowledge: '确认',
        done: '问题已确认；在小时数据不再显示之前保持未解决。',
        noRight: '只有数据管理员和系统管理员可以确认问题。',
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
        const controls = chooser('findings', t('show'), [
            { value: 'open', name: t('open') },
            { value: 'all', name: t('all') },
        ]);
        return html`${panel(
            {
                id: 'findings',
                title: t('title', { year: period() }),
                wide: true,
                controls,
                saved: { path: `${this.address()}/findings?${this.asked()}`, name: `${this.facilityId}-findings-${period()}` },
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
        return `period=${period()}${this.showsAll ? '' : '&open=true'}`;
    }

    private address(): string {
        return `/api/datacenters/${encodeURIComponent(this.facilityId)}`;
    }

    private list(found: FacilityFinding[]): TemplateResult {
        if (found.length === 0) {
            return html`<p class="muted">${t(this.showsAll ? 'none' : 'noneOpen', { year: period() })}</p>`;
        }
        return html`${may('steward') ? nothing : html`<p class="notes">${t('noRight')}</p>`}
            <ul class="findings">
                ${repeat(found, finding => finding.id, finding => this.one(finding))}
            </ul>`;
    }

    private one(finding: FacilityFinding): TemplateResult {
        const { acknowledgement } = finding;
        return html`<li class=${finding.severity === 'NOTE' ? 'note' : 'open'} data-finding=${finding.id}>
            <p class="finding-head">
                ${severity(finding)} <strong>${words(finding.code)}</strong>
                <span class="muted">${finding.point ?? (finding.role ? words(finding.role) : '')}</span>
                ${finding.closedAt ? html`<span class="muted">${t('closed', { at: this.written(finding.closedAt) })}</span>` : nothing}
            </p>
            <p class="muted">
                ${t('when', { from: this.written(finding.from), to: this.written(finding.to), hours: format.count(finding.hours) })}
            </p>
            <p>${finding.message}</p>
            <p class="why">${t('first')} ${finding.remedy}</p>
            ${acknowledgement
                ? html`<p class="muted">
                      ${t('acknowledged', {
                          by: acknowledgement.by,
                          at: this.written(acknowledgement.at),
                          note: acknowledgement.note ? `: ${acknowledgement.note}` : '',
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
            announce(Problem.of(failure).text, 'bad');
        }
    }

    private written(instant: string): string {
        return format.moment(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone: this.zone }) ?? instant;
    }
}

customElements.define('nz-quality', Quality);
