import { html, nothing, svg, type TemplateResult } from 'lit';
import { whole } from '../../api/pages';
import { choose, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, table } from '../../parts/table';
import './certificate';
import type { Instrument } from './instrumentShapes';

const t = dictionary(
    {
        title: 'Certificates and contracts',
        instrument: 'Instrument',
        kind: 'Kind',
        market: 'Market',
        vintage: 'Generated',
        quantity: 'Claimable',
        lifecycle: 'Where it stands',
        status: 'Status',
        retired: 'Retired',
        provisional: 'Allocated, not retired',
        left: 'Left',
        gone: 'Expired or handed on',
        open: 'Show {id}',
        nothing: 'No certificate or contract is on file. Import instruments under Data, or register them through the API.',
        bar: 'retired {retired}, allocated and not retired {provisional}, left {left}, expired or handed on {gone} MWh',
        key: 'Key',
    },
    {
        title: '证书与合同',
        instrument: '证书或合同',
        kind: '类型',
        market: '市场',
        vintage: '发电时间',
        quantity: '可声明量',
        lifecycle: '所处阶段',
        status: '状态',
        retired: '已注销',
        provisional: '已分配、未注销',
        left: '剩余',
        gone: '已过期或已转让',
        open: '查看 {id}',
        nothing: '没有证书或合同。请在“数据”页导入，或通过 API 登记。',
        bar: '已注销 {retired}，已分配未注销 {provisional}，剩余 {left}，已过期或已转让 {gone} 兆瓦时',
        key: '图例',
    },
);

const MILLIS_A_DAY = 86_400_000;
const BAR_WIDTH = 160;
const BAR_HEIGHT = 12;

/** The parts of an instrument by what became of them, in MWh. */
interface Stages {
    retired: number;
    provisional: number;
    left: number;
    gone: number;
}

const STAGES = ['retired', 'provisional', 'left', 'gone'] as const;

/** The instruments, each with what became of it, and one of them in full. */
class Certificates extends Part {
    private readonly instruments = new Query<Instrument[]>(this, () => '/api/energy/instruments', { on: ['energy'] }, whole);

    protected override render(): TemplateResult {
        const chosen = parameter('instrument');
        return html`${panel(
            { id: 'certificates', title: t('title'), wide: true, saved: { path: '/api/energy/instruments', name: 'instruments' } },
            this.instruments,
            instruments => (instruments.length === 0 ? html`<p class="muted">– ${t('nothing')}</p>` : this.list(instruments)),
        )}
        ${chosen === null ? nothing : html`<nz-certificate class="parts" .instrumentId=${chosen}></nz-certificate>`}`;
    }

    private list(instruments: Instrument[]): TemplateResult {
        const columns: Column<Instrument>[] = [
            { head: t('instrument'), cell: opener },
            { head: t('kind'), cell: row => html`${words(row.kind)} · ${words(row.technology)}` },
            { head: t('market'), cell: row => row.market },
            { head: t('vintage'), cell: row => html`<span class="one-line">${row.vintageStart}</span> – <span class="one-line">${dayBefore(row.vintageEnd)}</span>` },
            { head: t('quantity'), unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(format.megawattHoursOf(row.claimableKwh)), '') },
            { head: t('lifecycle'), cell: row => bar(stagesOf(row)) },
            { head: t('retired'), unit: format.megawattHours(), numeric: true, cell: row => format.amount(stagesOf(row).retired) },
            { head: t('left'), unit: format.megawattHours(), numeric: true, cell: row => format.amount(stagesOf(row).left) },
            { head: t('status'), cell: row => html`<span class="badge one-line">${words(row.status)}</span>` },
        ];
        return html`<ul class="key" aria-label=${t('key')}>
                ${STAGES.map(stage => html`<li><svg class="stages" width="14" height="12" aria-hidden="true">${svg`<rect class=${stage} x="0.5" y="0.5" width="13" height="11"></rect>`}</svg> ${t(stage)}</li>`)}
            </ul>
            ${table({ caption: t('title'), quietCaption: true }, columns, instruments)}`;
    }
}

customElements.define('nz-certificates', Certificates);

function opener(row: Instrument): TemplateResult {
    const open = parameter('instrument') === row.instrumentId;
    return html`<button
        type="button"
        class="textual"
        id="instrument-${row.instrumentId}"
        aria-expanded=${open}
        aria-label=${t('open', { id: row.instrumentId })}
        @click=${() => choose({ instrument: open ? null : row.instrumentId })}
    >
        ${row.instrumentId}
    </button>`;
}

/** The last day that belongs, of the first that no longer does. */
function dayBefore(day: string): string {
    return new Date(Date.parse(`${day}T00:00:00Z`) - MILLIS_A_DAY).toISOString().slice(0, 10);
}

function stagesOf(row: Instrument): Stages {
    const amount = (value: format.Amount): number => format.megawattHoursOf(value) ?? 0;
    return {
        retired: amount(row.retiredKwh),
        provisional: amount(row.allocatedKwh),
        left: amount(row.leftKwh),
        gone: amount(row.expiredKwh) + amount(row.transferredKwh),
    };
}

/** What became of an instrument, as parts of a bar. */
function bar(stages: Stages): TemplateResult {
    const total = STAGES.reduce((sum, stage) => sum + stages[stage], 0);
    if (total === 0) {
        return html`<span class="missing">–</span>`;
    }
    const text = Object.fromEntries(STAGES.map(stage => [stage, format.amount(stages[stage]) ?? '']));
    let at = 0;
    return html`<svg class="stages" width=${BAR_WIDTH} height=${BAR_HEIGHT} role="img" aria-label=${t('bar', text)}>
        ${STAGES.map(stage => {
            const width = (stages[stage] / total) * BAR_WIDTH;
            const from = at;
            at += width;
            return width === 0 ? nothing : svg`<rect class=${stage} x=${from} y="0.5" width=${Math.max(width - 1, 1)} height=${BAR_HEIGHT - 1}></rect>`;
        })}
    </svg>`;
}
