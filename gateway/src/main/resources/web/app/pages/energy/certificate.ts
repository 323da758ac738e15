import { html, nothing, type TemplateResult } from 'lit';
import { Problem, write } from '../../api/api';
import { whole } from '../../api/pages';
import { may } from '../../api/session';
import { choose } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { colon, unit, words } from '../../language/words';
import { languageOf, refusal, verbatim } from '../../parts/apiText';
import { ask } from '../../parts/dialog';
import { facts, figure } from '../../parts/figure';
import { announce } from '../../parts/notice';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { siteName, sitesOf } from '../../parts/sites';
import { type Column, table } from '../../parts/table';
import './certificateStep';
import type { Allocation, Instrument, Step } from './instrumentShapes';

const t = dictionary(
    {
        close: 'Close',
        plant: 'Plant',
        commissioned: ', commissioned {date}',
        quantity: 'Quantity',
        tracking: 'Tracking system',
        price: 'Price',
        expires: 'Can be retired until',
        evidence: 'Evidence',
        notStated: 'not stated',
        allocations: 'Allocations',
        site: 'Site',
        period: 'Period',
        energy: 'Energy',
        status: 'Status',
        verdicts: 'Verdicts',
        actions: 'Next step',
        retire: 'Retire',
        release: 'Take back',
        none: 'Nothing of it is allocated.',
        steps: 'Steps',
        step: 'Step',
        on: 'On',
        by: 'Told by',
        note: 'Note',
        allocate: 'Allocate',
        allocateTitle: 'Allocate a part',
        amount: 'Energy, MWh',
        periodHint: 'such as 2026 or 2026-03',
        noRight: 'Only stewards and administrators may allocate, retire and release.',
        retired: 'The allocation is retired; it is final.',
        released: 'The allocation is taken back.',
        allocated: 'The energy is allocated; it is provisional until it is retired.',
        sureRetire: 'Retire this allocation?',
        sureHint: '{energy} MWh at {site}, {period}. It is final.',
        final: 'final',
    },
    {
        close: '关闭',
        plant: '电站',
        commissioned: '，{date} 投产',
        quantity: '数量',
        tracking: '登记系统',
        price: '价格',
        expires: '可注销至',
        evidence: '依据',
        notStated: '未说明',
        allocations: '分配',
        site: '场所',
        period: '期间',
        energy: '电量',
        status: '状态',
        verdicts: '规则判定',
        actions: '下一步',
        retire: '注销',
        release: '收回',
        none: '尚未分配。',
        steps: '过程',
        step: '步骤',
        on: '日期',
        by: '登记人',
        note: '备注',
        allocate: '分配',
        allocateTitle: '分配一部分',
        amount: '电量（兆瓦时）',
        periodHint: '例如 2026 或 2026-03',
        noRight: '只有数据管理员和管理员可以分配、注销和收回。',
        retired: '该分配已注销，不可更改。',
        released: '该分配已收回。',
        allocated: '已分配；注销之前为暂定。',
        sureRetire: '注销该分配？',
        sureHint: '{site}，{period}，{energy} 兆瓦时。注销后不可更改。',
        final: '不可更改',
    },
);


/** One instrument: what it is, what it is allocated to, and all that happened to it. */
class Certificate extends Part {
    static override properties = { instrumentId: {} };

    declare instrumentId: string;
    private problem: Problem | null = null;
    private readonly sites = sitesOf(this);
    private readonly instrument = new Query<Instrument>(this, () => this.address(), { on: ['energy'] });
    private readonly allocations = new Query<Allocation[]>(this, () => `${this.address()}/allocations`, { on: ['energy'] }, whole);
    private readonly steps = new Query<Step[]>(this, () => `${this.address()}/steps`, { on: ['energy'] }, whole);

    protected override render(): TemplateResult {
        const controls = html`<button type="button" class="quiet small" @click=${this.close}>${t('close')}</button>`;
        return html`${panel({ id: 'certificate', title: this.instrumentId, controls }, this.instrument, instrument => this.described(instrument))}
        ${panel(
            { id: 'certificate-steps', title: t('steps'), saved: { path: `${this.address()}/steps`, name: `${this.instrumentId}-steps` } },
            this.steps,
            steps => html`${table({ caption: t('steps'), quietCaption: true }, STEP_COLUMNS(), steps)}
                ${may('steward') ? html`<nz-certificate-step .address=${`${this.address()}/steps`} @told=${this.refresh}></nz-certificate-step>` : nothing}`,
        )}
        ${panel(
            {
                id: 'certificate-allocations',
                title: t('allocations'),
                wide: true,
                saved: { path: `${this.address()}/allocations`, name: `${this.instrumentId}-allocations` },
            },
            this.allocations,
            allocations => this.allocated(allocations),
        )}`;
    }

    private address(): string {
        return `/api/energy/instruments/${encodeURIComponent(this.instrumentId)}`;
    }

    private described(instrument: Instrument): TemplateResult {
        const commissioned = instrument.commissioned ? t('commissioned', { date: instrument.commissioned }) : '';
        const all: [string, unknown][] = [
            [t('plant'), instrument.plant ? html`${verbatim(instrument.plant)}${commissioned}` : figure(null, t('notStated'))],
            [t('quantity'), figure(format.amount(instrument.quantity.value), '', unit(instrument.quantity.unit))],
            [t('tracking'), instrument.trackingSystem ? verbatim(instrument.trackingSystem) : figure(null, t('notStated'))],
            [t('price'), figure(format.amount(instrument.price), t('notStated'), instrument.currency ?? '')],
            [t('expires'), figure(instrument.expiresOn ?? null, t('notStated'))],
            [t('evidence'), instrument.evidence ? verbatim(instrument.evidence) : figure(null, t('notStated'))],
        ];
        return facts(all);
    }

    private allocated(allocations: Allocation[]): TemplateResult {
        const list = allocations.length === 0 ? html`<p class="muted">${t('none')}</p>` : table({ caption: t('allocations'), quietCaption: true }, this.columns(), allocations);
        return html`${list} ${may('steward') ? this.form() : html`<p class="notes">${t('noRight')}</p>`}`;
    }

    private columns(): Column<Allocation>[] {
        return [
            { head: t('site'), cell: row => siteName(this.sites.answer, row.siteId) },
            { head: t('period'), cell: row => html`<span class="one-line">${row.period}</span>` },
            { head: t('energy'), unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(format.megawattHoursOf(row.energyKwh)), t('notStated')) },
            { head: t('status'), cell: row => html`<span class="badge">${words(row.status)}</span> <span class="one-line">${row.retiredOn ?? ''}</span>` },
            {
                head: t('verdicts'),
                cell: row => html`<ul class="verdicts">
                    ${row.verdicts.map(each => html`<li><strong>${words(each.ruleSet)}</strong>${colon()}${words(each.verdict)} <span class="why">${verbatim(each.reasons.join(' '))}</span></li>`)}
                </ul>`,
            },
            ...(may('steward') ? [{ head: t('actions'), cell: (row: Allocation) => this.actions(row) }] : []),
        ];
    }

    private actions(row: Allocation): TemplateResult {
        if (row.status !== 'PROVISIONAL') {
            return row.status === 'RETIRED' ? html`<span class="muted">${t('final')}</span>` : html`<span class="muted">–</span>`;
        }
        const address = `${this.address()}/allocations/${row.allocationId}`;
        return html`<span class="controls-row">
            <button type="button" class="quiet small" @click=${() => this.retire(row, `${address}/retirement`)}>
                ${t('retire')}
            </button>
            <button type="button" class="quiet small" @click=${() => this.tell(`${address}/release`, {}, t('released'))}>${t('release')}</button>
        </span>`;
    }

    private retire({ siteId, period, energyKwh }: Allocation, address: string): void {
        const energy = format.amount(format.megawattHoursOf(energyKwh)) ?? '–';
        ask({
            id: 'retire-allocation',
            title: t('sureRetire'),
            body: () => html`<p>${t('sureHint', { site: siteName(this.sites.answer, siteId), period, energy })}</p>`,
            confirm: t('retire'),
            dangerous: true,
            done: async () => {
                await write('POST', address, {});
                announce(t('retired'));
                this.refresh();
            },
        });
    }

    private form(): TemplateResult {
        return html`<h3>${t('allocateTitle')}</h3>
            <form class="form-row" @submit=${this.submit}>
                <span class="labelled">
                    <label for="allocation-site">${t('site')}</label>
                    <select id="allocation-site" name="siteId">
                        ${(this.sites.answer ?? []).map(site => html`<option value=${site.siteId} lang=${languageOf(named(site.name))}>${named(site.name)}</option>`)}
                    </select>
                </span>
                <span class="labelled">
                    <label for="allocation-period">${t('period')}</label>
                    <input id="allocation-period" name="period" required placeholder=${t('periodHint')} />
                </span>
                <span class="labelled">
                    <label for="allocation-energy">${t('amount')}</label>
                    <input id="allocation-energy" name="energy" required inputmode="decimal" />
                </span>
                <button type="submit">${t('allocate')}</button>
                ${this.problem === null ? nothing : html`<p id="allocation-problem" class="problem" role="alert">${refusal(this.problem)}</p>`}
            </form>`;
    }

    /** Back to where it was opened. */
    private readonly close = (): void => {
        document.getElementById(`instrument-${this.instrumentId}`)?.focus();
        choose({ instrument: null });
    };

    private readonly refresh = (): void => {
        this.instrument.refreshSoon();
        this.allocations.refreshSoon();
        this.steps.refreshSoon();
    };

    private async submit(event: SubmitEvent): Promise<void> {
        event.preventDefault();
        const form = event.target as HTMLFormElement;
        const fields = new FormData(form);
        const request = {
            siteId: fields.get('siteId'),
            period: fields.get('period'),
            quantity: { value: fields.get('energy'), unit: 'MWh' },
        };
        if (await this.tell(`${this.address()}/allocations`, request, t('allocated'))) {
            form.reset();
        }
    }

    private async tell(address: string, request: unknown, done: string): Promise<boolean> {
        try {
            await write('POST', address, request);
            this.problem = null;
            announce(done);
            this.refresh();
        } catch (failure) {
            this.problem = Problem.of(failure);
            announce(this.problem, 'bad');
        }
        this.requestUpdate();
        return this.problem === null;
    }
}

customElements.define('nz-certificate', Certificate);

const STEP_COLUMNS = (): Column<Step>[] => [
    { head: t('step'), cell: row => words(row.step) },
    { head: t('on'), cell: row => html`<span class="one-line">${row.on}</span>` },
    { head: t('energy'), unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(format.megawattHoursOf(row.energyKwh)), t('notStated')) },
    { head: t('note'), cell: row => verbatim(row.note ?? '') },
    { head: t('by'), cell: row => row.storedBy },
];
