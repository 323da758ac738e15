import { html, nothing, type TemplateResult } from 'lit';
import { period, periods } from '../../frame/period';
import { parameter } from '../../frame/route';
import { get } from '../../api/api';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { unit, words } from '../../language/words';
import { translated } from '../../parts/apiText';
import { chooser, chosenOf, type Option } from '../../parts/choice';
import { figure, tiles } from '../../parts/figure';
import { findings } from '../../parts/findings';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Site, siteName, sitesOf } from '../../parts/sites';
import { type Column, table } from '../../parts/table';
import { bySite, overTime, stepOf } from './consumptionCharts';
import type { Balance, CarrierEnergy } from './shapes';

const t = dictionary(
    {
        site: 'Site',
        all: 'All sites',
        total: 'Energy, as published',
        totalNote: 'direct {direct} + indirect {indirect} {unit}',
        gri: 'Energy, GRI 302',
        griNote: 'with own renewable generation',
        share: 'Renewable share of electricity',
        shareNote: '{numerator} of {denominator} {unit}',
        coal: 'Coal equivalent',
        coalNote: 'by calorific value, GB/T 2589',
        balance: 'Balance',
        carrier: 'Carrier',
        recorded: 'Recorded',
        energy: 'Energy',
        ofTotal: 'Share',
        basis: 'Basis',
        totals: 'Totals of {period}',
        carriers: 'Energy of {period} by carrier',
        direct: 'Direct',
        directNote: 'fuels burnt on site and in own vehicles',
        indirect: 'Indirect',
        indirectNote: 'purchased electricity, heat, steam, cooling',
        published: 'Total',
        publishedNote: 'direct + indirect, as published',
        gri302: 'Total, GRI 302',
        units: 'in several units',
        noValue: 'no heating value',
        noTotal: 'no total',
        notStated: 'not stated',
        notOnFile: 'not on file',
        nothing: 'No energy of {period} is on file. Choose another period, or import energy records or meter intervals under Data.',
        findings: 'Findings of the balance',
        noShare: 'no electricity on file',
        noCoal: 'no carrier has a coefficient',
    },
    {
        site: '场所',
        all: '全部场所',
        total: '能源消费（披露口径）',
        totalNote: '直接 {direct} + 间接 {indirect} {unit}',
        gri: '能源消费（GRI 302）',
        griNote: '含自有可再生发电',
        share: '电力中的可再生占比',
        shareNote: '{numerator} / {denominator} {unit}',
        coal: '折标准煤',
        coalNote: '按当量值，GB/T 2589',
        balance: '能源平衡',
        carrier: '能源品种',
        recorded: '记录量',
        energy: '能量',
        ofTotal: '占比',
        basis: '依据',
        totals: '{period} 年合计',
        carriers: '{period} 年分品种能源消费',
        direct: '直接能源',
        directNote: '现场和自有车辆燃烧的燃料',
        indirect: '间接能源',
        indirectNote: '外购电力、热力、蒸汽、冷量',
        published: '合计',
        publishedNote: '直接 + 间接，与披露一致',
        gri302: '合计（GRI 302）',
        units: '单位不一',
        noValue: '没有热值',
        noTotal: '没有合计',
        notStated: '未说明',
        notOnFile: '没有数据',
        nothing: '{period} 年没有能源数据。请选择其他期间，或在“数据”页导入能源记录或计量表数据。',
        findings: '能源平衡中发现的问题',
        noShare: '没有电力数据',
        noCoal: '没有可用的折标系数',
    },
);

/** How the energy-service says that it counts coal equivalents. */
const COAL_IN_CHINESE =
    '按当量值折算：以质量或体积计量、且能量平衡采用同一套热值的燃料按 GB/T 2589-2008 的系数；电力按 0.1229 kgce/kWh；热力、蒸汽和冷量按 0.03412 kgce/MJ；其余按低位热值，29,307.6 kJ/kgce。等价值（发电耗用的煤）不计。';

/** What was used, by carrier, by site and over time. */
class Consumption extends Part {
    private readonly sites = sitesOf(this);
    private readonly balance = new Query<Balance>(this, () => this.address(period()), { on: ['energy'] });
    /** The balances of all years, where years are compared. */
    private readonly years = new Query<Balance[]>(
        this,
        () => (stepOf(this.balance.answer) === 'year' ? `/years/${periods().join(',')}/${this.site}` : null),
        { on: ['energy'] },
        (_, signal) => Promise.all([...periods()].reverse().map(year => get<Balance>(this.address(year), signal))),
    );

    protected override render(): TemplateResult {
        const { answer } = this.balance;
        const saved = { path: this.address(period()), name: `energy-balance-${period()}` };
        return html`${answer === null ? '' : this.tiles(answer)}
            ${panel(
                {
                    id: 'balance',
                    title: t('balance'),
                    wide: true,
                    controls: chooser('site', t('site'), this.siteOptions()),
                    saved,
                },
                this.balance,
                balance => this.carriers(balance),
            )}
            ${overTime(this.balance, this.years, saved)} ${bySite(this.balance, id => siteName(this.sites.answer, id), saved)}
            ${panel({ id: 'balance-findings', title: t('findings'), wide: true }, this.balance, balance => findings(balance.findings))}`;
    }

    private get site(): string {
        return parameter('site') ?? '';
    }

    private address(year: number): string {
        const site = this.site === '' ? '' : `&siteId=${encodeURIComponent(this.site)}`;
        return `/api/energy/balance?period=${year}${site}`;
    }

    private siteOptions(): Option[] {
        const all = [{ value: '', name: t('all') }, ...(this.sites.answer ?? []).map(asOption)];
        // a site of the address stays chosen while the sites are on their way
        return chosenOf('site', all) === this.site ? all : [...all, { value: this.site, name: this.site }];
    }

    private tiles(balance: Balance): TemplateResult {
        const amount = (value: format.Amount): string => format.amount(value) ?? '–';
        const unitName = format.megawattHours();
        const share = format.preciseShare(balance.renewableShare?.value);
        const tce = format.amount(balance.coalEquivalent?.asPublishedTce);
        return tiles([
            {
                id: 'energy',
                title: t('total'),
                value: format.energy(balance.totalMwh?.asPublished),
                note: t('totalNote', { direct: amount(balance.directMwh), indirect: amount(balance.indirectMwh), unit: unitName }),
            },
            { id: 'energy-gri302', title: t('gri'), value: format.energy(balance.totalMwh?.gri302), note: t('griNote') },
            {
                id: 'renewable',
                title: t('share'),
                value: share === null ? null : { text: share, unit: '' },
                note:
                    share === null
                        ? t('noShare')
                        : t('shareNote', {
                              numerator: amount(balance.renewableShare?.numeratorMwh),
                              denominator: amount(balance.renewableShare?.denominatorMwh),
                              unit: unitName,
                          }),
            },
            {
                id: 'coal-equivalent',
                title: t('coal'),
                value: tce === null ? null : { text: tce, unit: 'tce' },
                note: tce === null ? t('noCoal') : t('coalNote'),
            },
        ]);
    }

    private carriers(balance: Balance): TemplateResult {
        if (balance.byCarrier.length === 0) {
            return html`<p class="muted">– ${t('nothing', { period: balance.period })}</p>`;
        }
        const carriers = [...balance.byCarrier].sort((a, b) => (format.number(b.energyMwh) ?? 0) - (format.number(a.energyMwh) ?? 0));
        return html`<div class="beside">
            <div>${table({ caption: t('carriers', { period: balance.period }) }, carrierColumns(balance), carriers)}</div>
            <div>
                ${table({ caption: t('totals', { period: balance.period }) }, TOTAL_COLUMNS(), totals(balance), row => (row.total ? 'total' : ''))}
            </div>
        </div>
        ${balance.coalEquivalent?.convention === undefined ? nothing : html`<p class="notes">${translated(COAL_IN_CHINESE, balance.coalEquivalent.convention)}</p>`}`;
    }
}

customElements.define('nz-consumption', Consumption);

function asOption(site: Site): Option {
    return { value: site.siteId, name: named(site.name) };
}

function carrierColumns(balance: Balance): Column<CarrierEnergy>[] {
    const total = format.number(balance.totalMwh?.asPublished);
    const shareOf = (row: CarrierEnergy): number | null => {
        const energy = format.number(row.energyMwh);
        return energy === null || total === null || total === 0 ? null : energy / total;
    };
    return [
        { head: t('carrier'), cell: row => words(row.carrier) },
        { head: t('recorded'), numeric: true, cell: row => figure(format.recorded(row.quantity?.value), t('units'), unit(row.quantity?.unit ?? '')) },
        { head: t('energy'), unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(row.energyMwh), t('noValue')) },
        { head: t('ofTotal'), numeric: true, cell: row => figure(format.share(shareOf(row)), t('noTotal')) },
        { head: t('coal'), unit: 'tce', numeric: true, cell: row => figure(format.amount(row.tce), t('noValue')) },
        { head: t('basis'), cell: row => figure(row.provenance === undefined ? null : words(row.provenance), t('notStated')) },
    ];
}

interface Total {
    name: string;
    note: string;
    value: format.Amount;
    total: boolean;
}

const TOTAL_COLUMNS = (): Column<Total>[] => [
    { head: t('balance'), cell: row => html`${row.name} <span class="why">${row.note}</span>` },
    { head: t('energy'), unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(row.value), t('notOnFile')) },
];

function totals(balance: Balance): Total[] {
    return [
        { name: t('direct'), note: t('directNote'), value: balance.directMwh, total: false },
        { name: t('indirect'), note: t('indirectNote'), value: balance.indirectMwh, total: false },
        { name: t('published'), note: t('publishedNote'), value: balance.totalMwh?.asPublished, total: true },
        { name: t('gri302'), note: t('griNote'), value: balance.totalMwh?.gri302, total: true },
    ];
}
