import { html, type TemplateResult } from 'lit';
import { Problem, write } from '../../api/api';
import { whole } from '../../api/pages';
import { may } from '../../api/session';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { figure } from '../../parts/figure';
import { announce } from '../../parts/notice';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, table } from '../../parts/table';
import type { QuarantinedHour } from './shapes';

const t = dictionary(
    {
        title: 'Quarantine: late readings of locked years',
        none: 'Nothing is kept apart: no late reading would change a locked year.',
        hour: 'Hour',
        role: 'Role',
        allRoles: 'All roles',
        reported: 'What stands',
        amount: 'What it would be',
        effect: 'Effect',
        state: 'State',
        decided: '{by}, {at}: {note}',
        release: 'Release',
        dismiss: 'Dismiss',
        note: 'Reason',
        period: 'Year',
        released: 'Released, in place of what stood: {hours} h.',
        dismissed: 'Dismissed: {hours} h; what stood stands.',
        noRight: 'Only stewards and administrators may release or dismiss.',
        unknown: 'not known',
        hint: 'Release before the year is restated; what is dismissed stays on file.',
        OPEN: 'Open',
        RELEASED: 'Released',
        DISMISSED: 'Dismissed',
    },
    {
        title: '隔离区：已锁定年份的迟到读数',
        none: '没有隔离的小时：没有迟到读数会改变已锁定的年份。',
        hour: '小时',
        role: '角色',
        allRoles: '全部角色',
        reported: '现值',
        amount: '新值',
        effect: '影响',
        state: '状态',
        decided: '{by}，{at}：{note}',
        release: '采纳',
        dismiss: '不采纳',
        note: '原因',
        period: '年份',
        released: '{hours} 个小时已取代现值。',
        dismissed: '{hours} 个小时未采纳，现值保持不变。',
        noRight: '只有数据管理员和管理员可以采纳或不采纳。',
        unknown: '未知',
        hint: '请在重述该年份之前采纳；未采纳的数据仍保留。',
        OPEN: '待决定',
        RELEASED: '已采纳',
        DISMISSED: '未采纳',
    },
);

/** Hours of locked years that late readings would change, to be released or dismissed by whoever may. */
class Quarantine extends Part {
    static override properties = { facilityId: {}, zone: {} };

    declare facilityId: string;
    declare zone: string | undefined;
    private readonly hours = new Query<QuarantinedHour[]>(this, () => this.address(), { on: ['indicator'] }, whole);

    protected override render(): TemplateResult {
        return panel(
            { id: 'quarantine', title: t('title'), wide: true, saved: { path: this.address(), name: `${this.facilityId}-quarantine` } },
            this.hours,
            hours => this.body(hours),
        );
    }

    private address(): string {
        return `/api/datacenters/${encodeURIComponent(this.facilityId)}/quarantine`;
    }

    private body(hours: QuarantinedHour[]): TemplateResult {
        if (hours.length === 0) {
            return html`<p class="muted">${t('none')}</p>`;
        }
        const open = hours.some(hour => hour.state === 'OPEN');
        return html`${table({ caption: t('title'), quietCaption: true }, this.columns(), hours)}
            ${!open ? '' : may('steward') ? this.form(hours) : html`<p class="notes">${t('noRight')}</p>`}`;
    }

    private columns(): Column<QuarantinedHour>[] {
        const written = (instant: string | null | undefined): string =>
            format.moment(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone: this.zone }) ?? '';
        const energy = (head: string, value: (row: QuarantinedHour) => format.Amount): Column<QuarantinedHour> => ({
            head, numeric: true, cell: row => figure(format.recorded(value(row)), t('unknown'), row.role === 'WATER' ? 'L' : format.kilowattHours()),
        });
        return [
            { head: t('hour'), cell: row => written(row.start) },
            { head: t('role'), cell: row => words(row.role) },
            energy(t('reported'), row => row.reported),
            energy(t('amount'), row => row.amount),
            energy(t('effect'), row => row.effect),
            {
                head: t('state'),
                cell: row => html`<span class="badge">${stateName(row.state)}</span>
                    ${row.decidedBy ? html`<span class="comment">${t('decided', { by: row.decidedBy, at: written(row.decidedAt), note: row.note ?? '–' })}</span>` : ''}`,
            },
        ];
    }

    private form(hours: QuarantinedHour[]): TemplateResult {
        const years = [...new Set(hours.filter(hour => hour.state === 'OPEN').map(hour => this.yearOf(hour.start)))];
        const roles = [...new Set(hours.filter(hour => hour.state === 'OPEN').map(hour => hour.role))];
        return html`<form class="form-row" @submit=${this.submit}>
                <span class="labelled">
                    <label for="quarantine-period">${t('period')}</label>
                    <select id="quarantine-period" name="period">
                        ${years.map(year => html`<option value=${year}>${year}</option>`)}
                    </select>
                </span>
                <span class="labelled">
                    <label for="quarantine-role">${t('role')}</label>
                    <select id="quarantine-role" name="role">
                        <option value="">${t('allRoles')}</option>
                        ${roles.map(role => html`<option value=${role}>${words(role)}</option>`)}
                    </select>
                </span>
                <span class="labelled">
                    <label for="quarantine-note">${t('note')}</label>
                    <input id="quarantine-note" name="note" required maxlength="500" />
                </span>
                <button type="submit" name="decision" value="release">${t('release')}</button>
                <button type="submit" name="decision" value="dismissal" class="quiet">${t('dismiss')}</button>
            </form>
            <p class="notes">${t('hint')}</p>`;
    }

    private yearOf(start: string): string {
        return new Intl.DateTimeFormat('en-CA', { year: 'numeric', timeZone: this.zone ?? 'UTC' }).format(new Date(start));
    }

    private readonly submit = async (event: SubmitEvent): Promise<void> => {
        event.preventDefault();
        const fields = new FormData(event.target as HTMLFormElement);
        const decision = (event.submitter as HTMLButtonElement).value;
        const role = String(fields.get('role'));
        const request = { period: fields.get('period'), note: fields.get('note'), ...(role === '' ? {} : { role }) };
        try {
            const decided = await write<{ hours: number }>('POST', `${this.address()}/${decision}`, request);
            announce(t(decision === 'release' ? 'released' : 'dismissed', { hours: format.count(decided.hours) }));
            this.hours.refreshSoon();
        } catch (failure) {
            announce(Problem.of(failure), 'bad');
        }
    };
}

customElements.define('nz-quarantine', Quarantine);

/** What is released here is taken into the figures; an allocation that is released is taken back. */
function stateName(state: string): string {
    const known = (['OPEN', 'RELEASED', 'DISMISSED'] as const).find(each => each === state);
    return known === undefined ? words(state) : t(known);
}
