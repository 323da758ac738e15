import { html, type TemplateResult } from 'lit';
import { href } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { chart } from '../../parts/chart';
import { figure } from '../../parts/figure';
import { categoryAxis, hoveredIndex, legend, tooltip, tooltipBody, valueAxis } from '../../parts/look';
import { panel } from '../../parts/panel';
import { type Column, folded, table } from '../../parts/table';
import type { Shown } from './overview';
import type { Progress, Projection } from './shapes';

const t = dictionary(
    {
        title: 'Renewable electricity on its way to 100 %',
        label: 'Renewable share of electricity on file, projected and on its target path. The figures are in the table below.',
        onFile: 'On file',
        soFar: 'This year so far',
        projected: 'Projected',
        path: 'Target path',
        axis: 'of electricity',
        caption: 'Renewable share of electricity',
        year: 'Year',
        none: 'not on file',
        noPath: 'no path stated',
        notModelled: 'not modelled',
        stated: 'The path is the one stated with the energy data.',
        ofScenario: 'No path is stated with the energy data; this one is of the scenario.',
        pace: 'So far {so} points a year; {needed} are needed until {until}.',
        noPace: 'A pace shows from the second year on file; {needed} points a year are needed until {until}.',
        toEnergy: 'To certificates and contracts',
    },
    {
        title: '可再生电力迈向 100 %',
        label: '实际、预测和目标路径的可再生电力占比。数据见下表。',
        onFile: '有记录',
        soFar: '本年至今',
        projected: '预测',
        path: '目标路径',
        axis: '占用电量',
        caption: '可再生电力占比',
        year: '年份',
        none: '没有记录',
        noPath: '没有路径',
        notModelled: '未建模',
        stated: '路径取自能源数据。',
        ofScenario: '能源数据中没有路径，此为情景中的路径。',
        pace: '目前每年提高 {so} 个百分点；至 {until} 年每年需 {needed} 个。',
        noPace: '有第二年数据后才能看出进度；至 {until} 年每年需 {needed} 个百分点。',
        toEnergy: '前往证书与合同',
    },
);

interface Row {
    year: number;
    onFile: number | null;
    soFar: number | null;
    projected: number | null;
    path: number | null;
}

/** The share on file, where it is projected to go, and where it has to. */
export function renewablePath({ progress, projection }: Shown): TemplateResult {
    return panel({ id: 'renewable-path', title: t('title') }, progress, answer => body(answer, projection.answer));
}

function body(progress: Progress, projection: Projection | null): TemplateResult {
    const stated = progress.years.some(each => format.number(each.path) !== null);
    const rows = progress.years.map((each): Row => {
        const modelled = projection?.years.find(year => year.year === each.year);
        return {
            year: each.year,
            onFile: each.standing === 'ON_FILE' ? format.number(each.share) : null,
            soFar: each.standing === 'YEAR_TO_DATE' ? format.number(each.share) : null,
            projected: format.number(modelled?.renewableShare),
            path: format.number(stated ? each.path : modelled?.targetRenewableShare),
        };
    });
    const { pointsAYearSoFar, pointsAYearNeeded, until } = progress.pace;
    const needed = format.amount(pointsAYearNeeded);
    const so = format.amount(pointsAYearSoFar);
    return html`${drawing(rows)} ${folded(table({ caption: t('caption') }, columns(), rows))}
        <p class="notes">
            ${stated ? t('stated') : t('ofScenario')}
            ${needed === null || !until ? '' : so === null ? t('noPace', { needed, until }) : t('pace', { so, needed, until })}
            <a href=${href('energy', { view: 'green' })}>${t('toEnergy')}</a>
        </p>`;
}

function drawing(rows: readonly Row[]): TemplateResult {
    const lines = [
        // the projection lies below the path it may coincide with, wide and pale
        { name: t('projected'), colour: 'renewable', dash: 'solid', width: 7, opacity: 0.35, of: (row: Row) => row.projected, dots: false },
        { name: t('path'), colour: 'target', dash: 'dashed', width: 1.75, opacity: 1, of: (row: Row) => row.path, dots: false },
        { name: t('onFile'), colour: 'renewable', dash: 'solid', width: 2.5, opacity: 1, of: (row: Row) => row.onFile, dots: true },
        { name: t('soFar'), colour: 'scope-1', dash: 'solid', width: 2.5, opacity: 1, of: (row: Row) => row.soFar, dots: true },
    ] as const;
    const shown = lines.filter(line => rows.some(row => line.of(row) !== null));
    return chart(t('label'), ({ palette, narrow }) => ({
        // a narrow legend takes two lines
        grid: { left: 8, right: 16, top: narrow ? 76 : 52, bottom: 4, containLabel: true },
        legend: { ...legend(palette), itemWidth: 24 },
        tooltip: {
            ...tooltip(palette),
            trigger: 'axis',
            formatter: (at: unknown) => {
                const row = rows[hoveredIndex(at)];
                return row === undefined ? '' : tooltipBody(String(row.year), shown.map(line => ({ colour: palette(line.colour), name: line.name, text: format.share(line.of(row)) ?? '–' })));
            },
        },
        xAxis: categoryAxis(palette, rows.map(row => String(row.year))),
        yAxis: { ...valueAxis(palette, t('axis'), format.axisShare), max: 1, min: 0 },
        series: shown.map(line => ({
            type: 'line' as const,
            name: line.name,
            data: rows.map(row => line.of(row)),
            color: palette(line.colour),
            lineStyle: { type: line.dash, width: line.width, opacity: line.opacity },
            symbol: line.dots ? 'circle' : 'none',
            symbolSize: 9,
        })),
    }));
}

function columns(): Column<Row>[] {
    const share = (head: string, of: (row: Row) => number | null, reason: string): Column<Row> => ({ head, numeric: true, cell: row => figure(format.share(of(row)), reason) });
    return [
        { head: t('year'), cell: row => String(row.year) },
        share(t('onFile'), row => row.onFile ?? row.soFar, t('none')),
        share(t('projected'), row => row.projected, t('notModelled')),
        share(t('path'), row => row.path, t('noPath')),
    ];
}
