import { html, nothing, type TemplateResult } from 'lit';
import { baseYearOfOrganization, period, thisYear } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { chart } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { figure, tiles } from '../../parts/figure';
import { findings } from '../../parts/findings';
import { categoryAxis, legend, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import type { Palette } from '../../parts/chart';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, folded, table } from '../../parts/table';
import './certificates';
import './cost';
import './target';
import type { Balance, Progress, ProgressYear } from './shapes';

const t = dictionary(
    {
        share: 'Renewable share of electricity',
        shareOf: 'Renewable share of {period}',
        numerator: 'Renewable electricity',
        denominator: 'Electricity used',
        purchased: 'bought as renewable',
        covered: 'of which covered by instruments',
        own: 'own generation used, attributes kept',
        sold: 'attributes sold',
        bought: 'bought',
        ownUsed: 'own renewable generation used',
        chp: 'own combined heat and power',
        storageLoss: 'lost in storage',
        value: 'Share',
        item: 'Item',
        energy: 'Energy',
        notStated: 'not on file',
        convention: 'How the share is counted',
        path: 'Path to green power',
        pathLabel: 'Renewable share of electricity by year beside the path to green power. The figures are in the table below.',
        year: 'Year',
        toReach: 'Path',
        distance: 'Distance',
        points: 'points',
        missing: 'Missing for the path',
        missing100: 'Missing for 100 %',
        used: 'Electricity used',
        green: 'Green',
        retired: 'Instruments retired',
        provisional: 'provisional',
        standing: 'Standing',
        noPath: 'no path stated for the year',
        assumed: 'no share is told of a year to come',
        notOnFile: 'nothing on file',
        soFar: 'Pace so far',
        needed: 'Pace needed',
        aYear: 'points a year',
        until: 'to {year}',
        onFile: 'from years on file: {years}',
        onePoint: 'needs two years on file',
        noTrend: 'fewer than three years, so no trend',
        distanceTile: 'Distance to the path',
        ahead: 'ahead of the path of {year}',
        behind: 'behind the path of {year}, {energy}',
        noneStated: 'no path is stated, or nothing of {year} is on file',
        assumption: 'Demand of years to come: that of {year}, growing {growth} a year ({source}).',
        noElectricity: 'no electricity on file',
        findings: 'Findings of the path',
        noneFound: 'No findings about the path.',
    },
    {
        share: '电力中的可再生占比',
        shareOf: '{period} 年可再生占比',
        numerator: '可再生电力',
        denominator: '用电量',
        purchased: '外购可再生电力',
        covered: '其中有证书或合同覆盖',
        own: '自发自用、保留环境属性',
        sold: '环境属性已出售',
        bought: '外购电力',
        ownUsed: '自用可再生发电',
        chp: '自有热电联产',
        storageLoss: '储能损耗',
        value: '占比',
        item: '项目',
        energy: '电量',
        notStated: '没有数据',
        convention: '占比的计算口径',
        path: '绿电路径',
        pathLabel: '各年可再生电力占比与绿电路径。数据见下表。',
        year: '年份',
        toReach: '路径',
        distance: '差距',
        points: '百分点',
        missing: '距路径尚缺',
        missing100: '距 100 % 尚缺',
        used: '用电量',
        green: '绿电',
        retired: '已注销的证书',
        provisional: '暂定',
        standing: '数据状态',
        noPath: '该年没有路径',
        assumed: '未来年份不给出占比',
        notOnFile: '没有数据',
        soFar: '目前进度',
        needed: '所需进度',
        aYear: '百分点/年',
        until: '至 {year} 年',
        onFile: '依据有数据的年份：{years}',
        onePoint: '需要两个有数据的年份',
        noTrend: '少于三年，不构成趋势',
        distanceTile: '与路径的差距',
        ahead: '领先于 {year} 年路径',
        behind: '落后于 {year} 年路径，{energy}',
        noneStated: '没有设定路径，或 {year} 年没有数据',
        assumption: '未来年份的用电量：取 {year} 年，每年增长 {growth}（{source}）。',
        noElectricity: '没有电力数据',
        findings: '路径中发现的问题',
        noneFound: '路径没有发现问题。',
    },
);

const LAST_YEAR = 2030;

/** How green the electricity is, what it is to become, and the instruments that make it so. */
class Green extends Part {
    private readonly balance = new Query<Balance>(this, () => `/api/energy/balance?period=${period()}`, { on: ['energy'] });
    private readonly progress = new Query<Progress>(
        this,
        () => `/api/energy/green-power/progress?from=${first()}&to=${Math.max(LAST_YEAR, thisYear(), period())}`,
        { on: ['energy'] },
    );

    protected override render(): TemplateResult {
        const { answer } = this.progress;
        return html`${this.tiles()}
            ${panel({ id: 'renewable-share', title: t('shareOf', { period: period() }) }, this.balance, shareOf)}
            ${panel(
                {
                    id: 'green-path',
                    title: t('path'),
                    saved: { path: `/api/energy/green-power/progress?from=${first()}&to=${LAST_YEAR}`, name: 'green-power-progress' },
                },
                this.progress,
                pathOf,
            )}
            <nz-green-target
                class="parts"
                .version=${answer === null ? undefined : (answer.targetVersion ?? null)}
                @stated=${() => this.progress.refresh()}
            ></nz-green-target>
            <nz-certificates class="parts"></nz-certificates>
            <nz-instrument-cost class="parts"></nz-instrument-cost>
            ${answer === null
                ? nothing
                : panel({ id: 'green-findings', title: t('findings'), wide: true }, this.progress, progress => findings(progress.findings, t('noneFound')))}`;
    }

    private tiles(): TemplateResult {
        const balance = this.balance.answer;
        const share = format.preciseShare(balance?.renewableShare?.value);
        const pace = this.progress.answer?.pace;
        const year = this.progress.answer?.years.find(each => each.year === period());
        const points = format.number(year?.distancePoints);
        const soFar = format.ratio(pace?.pointsAYearSoFar);
        const needed = format.ratio(pace?.pointsAYearNeeded);
        return tiles([
            {
                id: 'green-share',
                title: t('share'),
                value: share === null ? null : { text: share, unit: '' },
                note: share === null ? t('noElectricity') : (fraction(balance) ?? ''),
            },
            {
                id: 'green-distance',
                title: t('distanceTile'),
                value: points === null ? null : { text: format.ratio(Math.abs(points)) ?? '', unit: t('points') },
                state: points === null ? undefined : points > 0 ? 'bad' : 'good',
                note:
                    points === null
                        ? t('noneStated', { year: period() })
                        : points > 0
                          ? t('behind', { year: period(), energy: format.joined(format.energy(year?.distanceMwh)) ?? '' })
                          : t('ahead', { year: period() }),
            },
            {
                id: 'green-pace',
                title: t('soFar'),
                value: soFar === null ? null : { text: soFar, unit: t('aYear') },
                note:
                    soFar === null
                        ? t('onePoint')
                        : `${t('onFile', { years: pace?.yearsOnFile.join(', ') ?? '' })}${pace?.trend ? '' : `; ${t('noTrend')}`}`,
            },
            {
                id: 'green-pace-needed',
                title: t('needed'),
                value: needed === null ? null : { text: needed, unit: t('aYear') },
                note: pace === undefined || needed === null ? t('noneStated', { year: period() }) : t('until', { year: pace.until }),
            },
        ]);
    }
}

customElements.define('nz-green', Green);

function first(): number {
    return Math.min(baseYearOfOrganization() ?? period(), period());
}

function fraction(balance: Balance | null): string | null {
    const numerator = format.amount(balance?.renewableShare?.numeratorMwh);
    const denominator = format.amount(balance?.renewableShare?.denominatorMwh);
    return numerator === null || denominator === null ? null : `${numerator} / ${denominator} ${format.megawattHours()}`;
}

interface Item {
    name: string;
    text: string | null;
    kind: 'total' | 'category';
}

function shareOf(balance: Balance): TemplateResult {
    const total = (name: string, value: format.Amount): Item => ({ name, text: format.amount(value), kind: 'total' });
    const part = (name: string, value: format.Amount): Item => ({ name, text: format.amount(value), kind: 'category' });
    const { renewable, electricity, renewableShare } = balance;
    const items: Item[] = [
        total(t('numerator'), renewableShare?.numeratorMwh),
        part(t('purchased'), renewable?.purchasedMwh),
        part(t('covered'), renewable?.coveredByInstrumentsMwh),
        part(t('own'), renewable?.ownMwh),
        part(t('sold'), renewable?.attributesSoldMwh),
        total(t('denominator'), renewableShare?.denominatorMwh),
        part(t('bought'), electricity?.purchasedMwh),
        part(t('ownUsed'), electricity?.ownRenewableMwh),
        part(t('chp'), electricity?.ownCogenerationMwh),
        part(t('storageLoss'), electricity?.storageLossMwh),
        { name: t('value'), text: format.preciseShare(renewableShare?.value), kind: 'total' },
    ];
    const columns: Column<Item>[] = [
        { head: t('item'), cell: row => row.name },
        { head: t('energy'), unit: format.megawattHours(), numeric: true, cell: row => figure(row.text, t('notStated')) },
    ];
    return html`${table({ caption: t('shareOf', { period: balance.period }), quietCaption: true }, columns, items, row => row.kind)}
    ${renewableShare?.convention === undefined
        ? nothing
        : folded(html`<p class="notes">${renewableShare.convention}</p>`, t('convention'))}`;
}

function pathOf(progress: Progress): TemplateResult {
    const { assumption } = progress;
    return html`${chart(t('pathLabel'), ({ palette }) => drawing(progress, palette))}
    ${assumption === null || assumption === undefined
        ? nothing
        : html`<p class="notes">
              ${t('assumption', {
                  year: assumption.demandFrom,
                  growth: format.share(assumption.growthAYear) ?? '–',
                  source: assumption.source ?? '–',
              })}
          </p>`}
    ${folded(table({ caption: t('path'), quietCaption: true }, YEAR_COLUMNS(), progress.years))}`;
}

function drawing(progress: Progress, palette: Palette): Option {
    const { years } = progress;
    const shares = years.map(year => format.number(year.share));
    const path = years.map(year => format.number(year.path));
    return {
        grid: { left: 8, right: 16, top: 52, bottom: 4, containLabel: true },
        legend: legend(palette),
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            formatter: hovered => {
                const year = years[(Array.isArray(hovered) ? hovered[0] : hovered).dataIndex];
                return tooltipBody(`${year.year} · ${words(year.standing)}`, [
                    { colour: palette('renewable'), name: t('value'), text: format.preciseShare(year.share) ?? '–' },
                    { colour: palette('target'), name: t('toReach'), text: format.preciseShare(year.path) ?? '–' },
                ]);
            },
        },
        xAxis: categoryAxis(palette, years.map(year => String(year.year))),
        yAxis: { ...valueAxis(palette, '', format.axisShare), min: 0, max: 1 },
        series: [
            { type: 'bar', name: t('value'), data: shares, itemStyle: { color: palette('renewable') }, barMaxWidth: 36 },
            {
                type: 'line',
                name: t('toReach'),
                data: path,
                color: palette('target'),
                lineStyle: { type: 'dashed', width: 2 },
                symbol: 'circle',
                symbolSize: 5,
            },
        ],
    };
}

const YEAR_COLUMNS = (): Column<ProgressYear>[] => {
    const unit = format.megawattHours();
    const energy = (head: string, value: (row: ProgressYear) => format.Amount): Column<ProgressYear> => ({
        head, unit, numeric: true, cell: row => figure(format.amount(value(row)), ''),
    });
    return [
        { head: t('year'), cell: row => row.year },
        { head: t('value'), numeric: true, cell: row => figure(format.preciseShare(row.share), row.standing === 'ASSUMED' ? t('assumed') : t('notOnFile')) },
        { head: t('toReach'), numeric: true, cell: row => figure(format.preciseShare(row.path), t('noPath')) },
        { head: t('distance'), unit: t('points'), numeric: true, cell: row => figure(format.ratio(row.distancePoints), '') },
        energy(t('used'), row => row.company.usedMwh),
        energy(t('green'), row => row.company.greenMwh),
        energy(t('retired'), row => row.company.retiredMwh),
        energy(t('provisional'), row => row.company.provisionalMwh),
        energy(t('missing'), row => row.company.missingForPathMwh),
        energy(t('missing100'), row => row.company.missingFor100PercentMwh),
        { head: t('standing'), cell: row => words(row.standing) },
    ];
};
