import { html, type TemplateResult } from 'lit';
import { whole } from '../../api/pages';
import { period } from '../../frame/period';
import { parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { verbatim } from '../../parts/apiText';
import { chart, type Palette } from '../../parts/chart';
import { chooser } from '../../parts/choice';
import type { Option } from '../../parts/drawing';
import { facts, figure } from '../../parts/figure';
import { findings } from '../../parts/findings';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, folded, table } from '../../parts/table';
import type { Operation, Storage, StoragePart } from './shapes';
import { columns } from './stacks';
import { inTurn } from './turn';

const t = dictionary(
    {
        title: 'Storage',
        storage: 'Storage',
        operation: '{storage}: operation in {period}',
        label: 'Charge and discharge of {storage} by month, in MWh. The figures are in the table below.',
        charged: 'Charged',
        discharged: 'Discharged',
        lost: 'Lost',
        state: 'State of charge at the end',
        efficiency: 'Round-trip efficiency',
        between: 'between {lowest} and {highest}',
        capacity: 'Usable capacity',
        power: 'Power, charge / discharge',
        month: 'Month',
        missing: 'Hours missing',
        notTold: 'not on file',
        nothing: 'No storage is on file. Import storages under Data, or register them through the API.',
        noOperation: 'No charge and discharge of {period} are on file. Choose another period, or import intervals of its meters under Data.',
        findings: 'What was found',
    },
    {
        title: '储能',
        storage: '储能',
        operation: '{storage}：{period} 年运行',
        label: '{storage} 各月充放电，单位兆瓦时。数据见下表。',
        charged: '充电',
        discharged: '放电',
        lost: '损耗',
        state: '期末荷电量',
        efficiency: '往返效率',
        between: '介于 {lowest} 和 {highest}',
        capacity: '可用容量',
        power: '充电/放电功率',
        month: '月份',
        missing: '缺失小时',
        notTold: '没有数据',
        nothing: '没有储能。请在“数据”页导入，或通过 API 登记。',
        noOperation: '{period} 年没有充放电数据。请选择其他期间，或在“数据”页导入其计量表的计量区间。',
        findings: '发现的问题',
    },
);


/** What the storage took in, gave back and lost. */
class Storages extends Part {
    private readonly storages = new Query<Storage[]>(this, () => '/api/energy/storages', { on: ['energy'] }, whole);
    private readonly operation = new Query<Operation>(
        this,
        () => (this.storage === null ? null : this.address(this.storage)),
        { on: ['energy'] },
        inTurn,
    );

    protected override render(): TemplateResult {
        const { storage } = this;
        if (storage === null) {
            return panel({ id: 'storage', title: t('title'), wide: true }, this.storages, () => html`<p class="muted">– ${t('nothing')}</p>`);
        }
        return panel(
            {
                id: 'storage',
                title: t('operation', { storage: storage.name, period: period() }),
                wide: true,
                controls: chooser('storage', t('storage'), (this.storages.answer ?? []).map(each => ({ value: each.storageId, name: each.name }))),
                saved: { path: this.address(storage), name: `${storage.storageId}-${period()}` },
            },
            this.operation,
            operation => this.body(storage, operation),
        );
    }

    private get storage(): Storage | null {
        const storages = this.storages.answer ?? [];
        return storages.find(each => each.storageId === parameter('storage')) ?? storages[0] ?? null;
    }

    private address(storage: Storage): string {
        return `/api/energy/storages/${encodeURIComponent(storage.storageId)}/operation?period=${period()}&granularity=month`;
    }

    private body(storage: Storage, operation: Operation): TemplateResult {
        return html`<div class="beside">
                ${operation.parts.some(part => format.number(part.chargedKwh) !== null)
                    ? chart(t('label', { storage: storage.name }), ({ palette }) => drawing(operation.parts, palette))
                    : html`<p class="muted">– ${t('noOperation', { period: operation.period })}</p>`}
                ${factsOf(storage, operation)}
            </div>
            ${operation.convention === undefined ? '' : html`<p class="notes">${verbatim(operation.convention)}</p>`}
            ${folded(table({ caption: t('title'), quietCaption: true }, PART_COLUMNS(), operation.parts))}
            ${operation.findings.length === 0 ? '' : html`<h3>${t('findings')}</h3>${findings(operation.findings)}`}`;
    }
}

customElements.define('nz-storages', Storages);

function factsOf(storage: Storage, operation: Operation): TemplateResult {
    const { total, roundTripEfficiency: efficiency } = operation;
    const energy = (value: format.Amount): unknown => figure(format.amount(format.megawattHoursOf(value)), t('notTold'), format.megawattHours());
    const bounds = efficiency?.lowest == null ? '' : t('between', { lowest: format.share(efficiency.lowest) ?? '', highest: format.share(efficiency.highest) ?? '' });
    const all: [string, unknown][] = [
        [t('charged'), energy(total.chargedKwh)],
        [t('discharged'), energy(total.dischargedKwh)],
        [t('lost'), energy(total.lostKwh)],
        [t('efficiency'), html`${figure(format.share(efficiency?.used), t('notTold'))} <span class="why">${bounds}</span>`],
        [t('capacity'), figure(format.recorded(storage.usableCapacityKwh), t('notTold'), format.kilowattHours())],
        [t('power'), `${format.recorded(storage.chargePowerKw) ?? '–'} / ${format.recorded(storage.dischargePowerKw) ?? '–'} kW`],
    ];
    return facts(all);
}

function drawing(parts: StoragePart[], palette: Palette): Option {
    return columns(
        palette,
        format.megawattHours(),
        parts.map(part => part.start.slice(0, 7)),
        [
            { name: t('charged'), colour: palette('series-1'), values: parts.map(part => format.megawattHoursOf(part.chargedKwh)) },
            { name: t('discharged'), colour: palette('series-3'), values: parts.map(part => negative(format.megawattHoursOf(part.dischargedKwh))) },
        ],
    );
}

/** What is given back is drawn below the line. */
function negative(value: number | null): number | null {
    return value === null ? null : -value;
}

const PART_COLUMNS = (): Column<StoragePart>[] => {
    const energy = (head: string, value: (row: StoragePart) => format.Amount): Column<StoragePart> => ({
        head, unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(format.megawattHoursOf(value(row))), t('notTold')),
    });
    return [
        { head: t('month'), cell: row => row.start.slice(0, 7) },
        energy(t('charged'), row => row.chargedKwh),
        energy(t('discharged'), row => row.dischargedKwh),
        energy(t('lost'), row => row.lostKwh),
        { head: t('state'), unit: format.kilowattHours(), numeric: true, cell: row => figure(format.amount(row.stateOfChargeKwh), t('notTold')) },
        { head: t('missing'), numeric: true, cell: row => figure(row.missingHours === undefined ? null : format.count(row.missingHours), t('notTold')) },
    ];
};
