import { html, nothing, type TemplateResult } from 'lit';
import { period } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { chart, type Palette } from '../../parts/chart';
import { chooser, chosenOf, type Option as Choice } from '../../parts/choice';
import type { Option } from '../../parts/drawing';
import { figure } from '../../parts/figure';
import { categoryAxis, font, mutedFont, tooltip, tooltipBody } from '../../parts/look';
import { panel, section } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, table } from '../../parts/table';
import type { Heatmap as HeatmapAnswer } from './shapes';
import { inTurn } from './turn';

const t = dictionary(
    {
        title: 'Hours of the year',
        zone: 'Zone',
        show: 'Show',
        score: 'Score',
        loadKwh: 'Load',
        matchedKwh: 'Matched',
        unmatchedKwh: 'Unmatched',
        surplusKwh: 'Surplus',
        label: '{show} of zone {zone} in {period}: a column a day, a row an hour of the day. The same figures are in the table and in the files.',
        day: 'Day',
        clock: 'On the clock of {zone}. An hour without colour, or with “–” in the table, is not known.',
        table: 'As a table, a row a day',
        noZone: 'No zone has hours in {period}. Import meters and their intervals under Data.',
    },
    {
        title: '全年各小时',
        zone: '电网区域',
        show: '显示',
        score: '匹配率',
        loadKwh: '负荷',
        matchedKwh: '已匹配',
        unmatchedKwh: '未匹配',
        surplusKwh: '富余',
        label: '{zone} 区域 {period} 年{show}：每列一天，每行一个小时。数据见表格和文件。',
        day: '日期',
        clock: '按 {zone} 时钟。图中没有颜色、表中为“–”的小时表示未知。',
        table: '表格，每天一行',
        noZone: '{period} 年没有任何区域有小时数据。请在“数据”页导入计量表和计量区间。',
    },
);

const SHOWN = ['score', 'loadKwh', 'matchedKwh', 'unmatchedKwh', 'surplusKwh'] as const;
/** Of the hours, whose sizes the colours tell apart. */
const USUAL_PART = 0.98;
const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);

/** The hours of a zone, day by day. */
class Heatmap extends Part {
    static override properties = { zones: { attribute: false } };

    declare zones: string[];
    /** Hundreds of rows are only made when somebody looks at them. */
    private unfolded = false;
    private readonly hours = new Query<HeatmapAnswer>(this, () => this.address(), { on: ['energy'] }, inTurn);

    protected override render(): TemplateResult {
        const path = this.address();
        if (path === null) {
            return section({ id: 'heatmap', title: t('title'), wide: true }, html`<p class="muted">– ${t('noZone', { period: period() })}</p>`);
        }
        const controls = html`<span class="controls-row"
            >${chooser('zone', t('zone'), this.options())} ${chooser('show', t('show'), SHOWN.map(each => ({ value: each, name: t(each) })))}</span
        >`;
        const name = `heatmap-${this.zone}-${period()}`;
        return panel({ id: 'heatmap', title: t('title'), wide: true, controls, saved: { path, name } }, this.hours, answer => this.body(answer));
    }

    private options(): Choice[] {
        return (this.zones ?? []).map(zone => ({ value: zone, name: zone }));
    }

    private get zone(): string {
        return chosenOf('zone', this.options());
    }

    private address(): string | null {
        const show = chosenOf('show', SHOWN.map(each => ({ value: each, name: each })));
        return this.zone === '' ? null : `/api/energy/matching/heatmap?period=${period()}&zone=${encodeURIComponent(this.zone)}&show=${show}`;
    }

    private body(answer: HeatmapAnswer): TemplateResult {
        const label = t('label', { show: t(answer.show as 'score'), zone: answer.zone, period: answer.period });
        return html`${chart(label, ({ palette, narrow }) => drawing(answer, palette, narrow), 'tall')}
            <p class="notes">${t('clock', { zone: answer.timeZone })}</p>
            <details class="folded" @toggle=${this.unfold}>
                <summary>${t('table')}</summary>
                ${this.unfolded ? table({ caption: label, quietCaption: true }, columns(answer), answer.days) : nothing}
            </details>`;
    }

    private readonly unfold = (event: Event): void => {
        this.unfolded = (event.target as HTMLDetailsElement).open;
        this.requestUpdate();
    };
}

customElements.define('nz-heatmap', Heatmap);

function written(answer: HeatmapAnswer, value: format.Amount): string | null {
    return answer.show === 'score' ? format.share(value) : format.amount(value);
}

function columns(answer: HeatmapAnswer): Column<HeatmapAnswer['days'][number]>[] {
    return [
        { head: t('day'), cell: row => row.day },
        ...HOURS.map((hour, i) => ({
            head: hour,
            numeric: true,
            cell: (row: HeatmapAnswer['days'][number]) => figure(written(answer, row.hours[i]), ''),
        })),
    ];
}

/** Where the colours end: at the largest hour, or below a few that would take the colour from all others. */
function upTo(sizes: number[]): { most: number; beyond: boolean } {
    const rising = [...sizes].sort((a, b) => a - b);
    const largest = rising.at(-1) ?? 0;
    const usual = rising[Math.floor(rising.length * USUAL_PART)] ?? largest;
    const beyond = usual > 0 && largest > 2 * usual;
    return { most: (beyond ? usual : largest) || 1, beyond };
}

function drawing(answer: HeatmapAnswer, palette: Palette, narrow: boolean): Option {
    const isScore = answer.show === 'score';
    const cells = answer.days.flatMap((day, x) =>
        day.hours.slice(0, HOURS.length).flatMap((value, y) => {
            const size = format.number(value);
            return size === null ? [] : [[x, y, size]];
        }),
    );
    const { most, beyond } = isScore ? { most: 1, beyond: false } : upTo(cells.map(cell => cell[2]));
    const bad = answer.show === 'unmatchedKwh';
    return {
        grid: { left: 4, right: 40, top: 8, bottom: 48, containLabel: true },
        tooltip: {
            ...tooltip(palette),
            formatter: hovered => {
                const [x, y, value] = (Array.isArray(hovered) ? hovered[0] : hovered).value as number[];
                const unit = isScore ? '' : ` ${format.kilowattHours()}`;
                const line = { colour: palette(bad ? 'bad' : 'renewable'), name: t(answer.show as 'score'), text: `${written(answer, value) ?? '–'}${unit}` };
                return tooltipBody(`${answer.days[x].day} ${HOURS[y]}`, [line]);
            },
        },
        xAxis: categoryAxis(palette, answer.days.map(day => day.day)),
        yAxis: {
            type: 'category',
            inverse: true,
            data: HOURS,
            axisLabel: { ...mutedFont(palette), interval: narrow ? 5 : 2 },
            axisTick: { show: false },
            axisLine: { show: false },
        },
        visualMap: {
            type: 'continuous',
            min: 0,
            max: most,
            orient: 'horizontal',
            left: 'center',
            bottom: 0,
            itemWidth: 12,
            itemHeight: narrow ? 120 : 220,
            text: isScore ? ['100%', '0%'] : [`${beyond ? '≥ ' : ''}${format.axis(most)} ${format.kilowattHours()}`, '0'],
            textStyle: font(palette),
            inRange: { color: [palette('line'), palette(bad ? 'series-3' : 'renewable')] },
        },
        series: [{ type: 'heatmap', data: cells, progressive: 0, emphasis: { disabled: true } }],
    };
}
