import { html, type TemplateResult } from 'lit';
import { whole } from '../../api/pages';
import { period } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { comma, words } from '../../language/words';
import { chooser, chosenOf } from '../../parts/choice';
import { figure, tiles } from '../../parts/figure';
import { findings } from '../../parts/findings';
import { panel, section } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { siteName, sitesOf } from '../../parts/sites';
import { type Column, table } from '../../parts/table';
import './heatmap';
import './hourlyEmissions';
import type { Matching, Meter, Zone } from './shapes';
import { inTurn } from './turn';

const t = dictionary(
    {
        score: 'Matched within the same {granularity}',
        hour: 'hour',
        month: 'month',
        year: 'year',
        carbonFree: 'carbon-free {score}',
        without: 'without storage {score}',
        byVolume: 'By volume',
        volumeNote: 'of the months; of the whole period {period}',
        matched: 'Matched',
        unmatched: 'Unmatched',
        ofLoad: 'of {load} used',
        shareOfLoad: '{share} of the load',
        surplus: 'Surplus',
        surplusNote: 'eligible supply that met no load in its time',
        granularity: 'Matched within the same',
        title: 'Matching of {period}',
        zone: 'Zone',
        site: 'Site',
        load: 'Load',
        supply: 'Eligible supply',
        scoreHead: 'Score',
        carbonFreeHead: 'Carbon-free',
        withoutHead: 'Without storage',
        hours: 'Hours not fully matched',
        from: 'Load from',
        zones: 'By zone of the grid',
        sites: 'By site',
        unknown: 'how the power is made is not stated',
        noLoad: 'no load',
        notAsked: 'not told',
        findings: 'What was found',
        needMeters: 'No meter is in service in {period}, so nothing is known by the hour. Import meters and their intervals under Data, or compare months or years.',
    },
    {
        score: '同{granularity}匹配率',
        hour: '小时',
        month: '月',
        year: '年',
        carbonFree: '无碳 {score}',
        without: '不计储能 {score}',
        byVolume: '按总量',
        volumeNote: '按月；全期 {period}',
        matched: '已匹配',
        unmatched: '未匹配',
        ofLoad: '用电量 {load}',
        shareOfLoad: '占负荷 {share}',
        surplus: '富余',
        surplusNote: '同一时段没有对应负荷的合格供应',
        granularity: '匹配的时间粒度',
        title: '{period} 年匹配',
        zone: '电网区域',
        site: '场所',
        load: '负荷',
        supply: '合格供应',
        scoreHead: '匹配率',
        carbonFreeHead: '无碳匹配率',
        withoutHead: '不计储能',
        hours: '未完全匹配的小时',
        from: '负荷来源',
        zones: '按电网区域',
        sites: '按场所',
        unknown: '发电方式未说明',
        noLoad: '没有负荷',
        notAsked: '未给出',
        findings: '发现的问题',
        needMeters: '{period} 年没有在用计量表，因此没有小时数据。请在“数据”页导入计量表和计量区间，或按月、按年比较。',
    },
);

const GRANULARITIES = ['hour', 'month', 'year'] as const;

/** How far load and renewable supply met in the same hour. */
class Hours extends Part {
    private readonly sites = sitesOf(this);
    private readonly meters = new Query<Meter[]>(this, () => '/api/energy/meters', { on: ['energy'] }, whole);
    private readonly matching = new Query<Matching>(this, () => (this.mayBeKnown ? this.address() : null), { on: ['energy'] }, inTurn);

    protected override render(): TemplateResult {
        const options = GRANULARITIES.map(each => ({ value: each, name: t(each) }));
        const { answer } = this.matching;
        const controls = chooser('granularity', t('granularity'), options);
        if (!this.mayBeKnown) {
            const body = (): TemplateResult => html`<p class="muted">– ${t('needMeters', { period: period() })}</p>`;
            return panel({ id: 'matching', title: t('title', { period: period() }), wide: true, controls }, this.meters, body);
        }
        return html`${answer === null ? '' : this.tiles(answer)}
            ${panel(
                {
                    id: 'matching',
                    title: t('title', { period: period() }),
                    wide: true,
                    controls,
                    saved: { path: this.address(), name: `matching-${period()}` },
                },
                this.matching,
                matching => this.body(matching),
            )}
            ${answer?.granularity === 'hour'
                ? html`<nz-heatmap class="parts" .zones=${this.zones}></nz-heatmap> <nz-hourly-emissions class="parts"></nz-hourly-emissions>`
                : ''}
            ${answer === null ? '' : section({ id: 'matching-findings', title: t('findings'), wide: true }, findings(answer.findings))}`;
    }

    /** Whether a meter is in service in the period; without one nothing is known by the hour, and the API refuses the question. */
    private get mayBeKnown(): boolean {
        const [first, last] = [`${period()}-01-01`, `${period()}-12-31`];
        const inService = (this.meters.answer ?? []).some(meter => (meter.inServiceFrom ?? first) <= last && (meter.inServiceTo ?? last) > first);
        return inService || chosenOf('granularity', GRANULARITIES.map(each => ({ value: each, name: each }))) !== 'hour';
    }

    /** The zones, those with matched supply first. */
    private get zones(): string[] {
        return [...(this.matching.answer?.zones ?? [])]
            .sort((a, b) => (format.number(b.matchedMwh) ?? 0) - (format.number(a.matchedMwh) ?? 0))
            .map(zone => zone.zone);
    }

    private address(): string {
        const granularity = chosenOf('granularity', GRANULARITIES.map(each => ({ value: each, name: each })));
        return `/api/energy/matching?period=${period()}&granularity=${granularity}`;
    }

    private tiles(matching: Matching): TemplateResult {
        const share = format.share(matching.score);
        const volume = format.share(matching.byVolume?.month);
        const also = [
            matching.carbonFreeScore == null ? null : t('carbonFree', { score: format.share(matching.carbonFreeScore) ?? '' }),
            matching.scoreWithoutStorage == null ? null : t('without', { score: format.share(matching.scoreWithoutStorage) ?? '' }),
        ];
        return tiles([
            {
                id: 'matching-score',
                title: t('score', { granularity: t(matching.granularity as 'hour') }),
                value: share === null ? null : { text: share, unit: '' },
                note: share === null ? t('noLoad') : also.filter(each => each !== null).join(comma()),
            },
            {
                id: 'matching-matched',
                title: t('matched'),
                value: format.energy(matching.matchedMwh),
                note: t('ofLoad', { load: format.joined(format.energy(matching.loadMwh)) ?? '–' }),
            },
            { id: 'matching-unmatched', title: t('unmatched'), value: format.energy(matching.unmatchedMwh), note: ofLoad(matching.unmatchedMwh, matching) },
            { id: 'matching-surplus', title: t('surplus'), value: format.energy(matching.surplusMwh), note: t('surplusNote') },
            {
                id: 'matching-volume',
                title: t('byVolume'),
                value: volume === null ? null : { text: volume, unit: '' },
                note: volume === null ? t('notAsked') : t('volumeNote', { period: format.share(matching.byVolume?.period) ?? '–' }),
            },
        ]);
    }

    private body(matching: Matching): TemplateResult {
        const sites = matching.zones.flatMap(zone => zone.sites.map(site => ({ zone: zone.zone, ...site })));
        return html`${table({ caption: t('zones') }, ZONE_COLUMNS(), matching.zones)}
        ${sites.length === 0 ? '' : table({ caption: t('sites') }, this.siteColumns(), sites)}`;
    }

    private siteColumns(): Column<Zone['sites'][number] & { zone: string }>[] {
        return [
            { head: t('site'), cell: row => siteName(this.sites.answer, row.siteId) },
            { head: t('zone'), cell: row => row.zone },
            energyColumn(t('load'), row => row.loadMwh),
            energyColumn(t('matched'), row => row.matchedMwh),
            { head: t('scoreHead'), numeric: true, cell: row => figure(format.share(row.score), t('noLoad')) },
            { head: t('from'), cell: row => figure(row.loadFrom === undefined ? null : words(row.loadFrom), t('notAsked')) },
        ];
    }
}

customElements.define('nz-hours', Hours);

function ofLoad(part: format.Amount, matching: Matching): string {
    const [size, load] = [format.number(part), format.number(matching.loadMwh)];
    return size === null || !load ? '' : t('shareOfLoad', { share: format.share(size / load) ?? '–' });
}

function energyColumn<R>(head: string, value: (row: R) => format.Amount): Column<R> {
    return { head, unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(value(row)), t('notAsked')) };
}

const ZONE_COLUMNS = (): Column<Zone>[] => [
    { head: t('zone'), cell: row => row.zone },
    energyColumn(t('load'), row => row.loadMwh),
    energyColumn(t('supply'), row => row.supplyMwh),
    energyColumn(t('matched'), row => row.matchedMwh),
    energyColumn(t('unmatched'), row => row.unmatchedMwh),
    energyColumn(t('surplus'), row => row.surplusMwh),
    { head: t('scoreHead'), numeric: true, cell: row => figure(format.share(row.score), t('noLoad')) },
    { head: t('carbonFreeHead'), numeric: true, cell: row => figure(format.share(row.carbonFreeScore), t('unknown')) },
    { head: t('withoutHead'), numeric: true, cell: row => figure(format.share(row.scoreWithoutStorage), t('notAsked')) },
    { head: t('hours'), numeric: true, cell: row => figure(row.unmatchedHours == null ? null : format.count(row.unmatchedHours), t('notAsked')) },
];
