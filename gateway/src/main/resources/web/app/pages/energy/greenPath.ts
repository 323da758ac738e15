import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { chart, type Palette } from '../../parts/chart';
import type { Option } from '../../parts/drawing';
import { figure } from '../../parts/figure';
import { categoryAxis, hoveredIndex, legend, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import { type Column, folded, table } from '../../parts/table';
import type { Progress, ProgressYear } from './shapes';

const t = dictionary(
    {
        value: 'Share',
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
        noDistance: 'needs a share and a path',
        assumed: 'no share is told of a year to come',
        notOnFile: 'nothing on file',
        assumption: 'Demand of years to come: that of {year}, growing {growth} a year.',
    },
    {
        value: '占比',
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
        noDistance: '需要占比和路径',
        assumed: '未来年份不给出占比',
        notOnFile: '没有数据',
        assumption: '未来年份的用电量：取 {year} 年，每年增长 {growth}。',
    },
);

/** The renewable share of each year beside the path. */
export function pathOf(progress: Progress): TemplateResult {
    const { assumption } = progress;
    return html`${chart(t('pathLabel'), ({ palette }) => drawing(progress, palette))}
    ${assumption === null || assumption === undefined
        ? nothing
        : html`<p class="notes">
              ${t('assumption', {
                  year: assumption.demandFrom,
                  growth: format.share(assumption.growthAYear) ?? '–',
              })}
              ${verbatim(assumption.source ?? '')}
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
                const year = years[hoveredIndex(hovered)];
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
        head, unit, numeric: true, cell: row => figure(format.amount(value(row)), t('notOnFile')),
    });
    return [
        { head: t('year'), cell: row => row.year },
        { head: t('value'), numeric: true, cell: row => figure(format.preciseShare(row.share), row.standing === 'ASSUMED' ? t('assumed') : t('notOnFile')) },
        { head: t('toReach'), numeric: true, cell: row => figure(format.preciseShare(row.path), t('noPath')) },
        { head: t('distance'), unit: t('points'), numeric: true, cell: row => figure(format.ratio(row.distancePoints), t('noDistance')) },
        energy(t('used'), row => row.company.usedMwh),
        energy(t('green'), row => row.company.greenMwh),
        energy(t('retired'), row => row.company.retiredMwh),
        energy(t('provisional'), row => row.company.provisionalMwh),
        energy(t('missing'), row => row.company.missingForPathMwh),
        energy(t('missing100'), row => row.company.missingFor100PercentMwh),
        { head: t('standing'), cell: row => words(row.standing) },
    ];
};
