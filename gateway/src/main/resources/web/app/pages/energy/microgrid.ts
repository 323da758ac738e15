import { html, type TemplateResult } from 'lit';
import { whole } from '../../api/pages';
import { period } from '../../frame/period';
import { choose, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { verbatim } from '../../parts/apiText';
import { chart } from '../../parts/chart';
import { chooser } from '../../parts/choice';
import { figure } from '../../parts/figure';
import { findings } from '../../parts/findings';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { siteName, sitesOf } from '../../parts/sites';
import { type Column, folded, table } from '../../parts/table';
import { drawing, STREAMS, streamName, type Stream } from './microgridDrawing';
import type { Meter, MicrogridAnswer, MicrogridPart } from './shapes';
import { inTurn } from './turn';

const t = dictionary(
    {
        title: 'Microgrid of a day',
        site: 'Site',
        day: 'Day',
        before: 'Day before',
        after: 'Day after',
        label: 'What flows in and out of {site} on {day}, hour by hour, in kWh: load, grid, generation and storage. The figures are in the table below.',
        hour: 'Hour',
        total: 'Sum of the day',
        load: 'Load',
        state: 'State of charge',
        none: 'no meter',
        nothing: 'No site has meters. Import meters and intervals under Data.',
        empty: 'No hour of {day} is on file for this site. Choose another day.',
        findings: 'What was found',
        clock: 'On the clock of the site, {zone}.',
    },
    {
        title: '微电网日视图',
        site: '场所',
        day: '日期',
        before: '前一天',
        after: '后一天',
        label: '{site} 在 {day} 逐小时的电量流入和流出，单位千瓦时：负荷、电网、发电和储能。数据见下表。',
        hour: '小时',
        total: '全天合计',
        load: '负荷',
        state: '荷电量',
        none: '没有计量表',
        nothing: '没有场所装有计量表。请在“数据”页导入计量表和计量区间。',
        empty: '该场所在 {day} 没有小时数据。请选择其他日期。',
        findings: '发现的问题',
        clock: '按场所时钟，{zone}。',
    },
);

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MILLIS_A_DAY = 86_400_000;

/** Everything that flows in and out of a site on one day. */
class Microgrid extends Part {
    private readonly sites = sitesOf(this);
    private readonly meters = new Query<Meter[]>(this, () => '/api/energy/meters', { on: ['energy'] }, whole);
    private readonly day = new Query<MicrogridAnswer>(this, () => this.address(), { on: ['energy'] }, inTurn);

    protected override render(): TemplateResult {
        const { site } = this;
        if (site === null) {
            return panel({ id: 'microgrid', title: t('title'), wide: true }, this.meters, () => html`<p class="muted">– ${t('nothing')}</p>`);
        }
        const path = this.address() ?? '';
        return panel(
            { id: 'microgrid', title: t('title'), wide: true, controls: this.controls(), saved: { path, name: `microgrid-${site}-${this.chosenDay}` } },
            this.day,
            answer => this.body(answer, siteName(this.sites.answer, site)),
        );
    }

    private controls(): TemplateResult {
        const move = (days: number) => () => choose({ day: moved(this.chosenDay, days) });
        return html`<span class="controls-row">
            ${chooser('microgrid', t('site'), this.metered.map(site => ({ value: site, name: siteName(this.sites.answer, site) })))}
            <button type="button" class="quiet small" aria-label=${t('before')} @click=${move(-1)}>‹</button>
            <label class="choice"
                >${t('day')}
                <input
                    id="choose-day"
                    type="date"
                    .value=${this.chosenDay}
                    @change=${(event: Event) => choose({ day: (event.target as HTMLInputElement).value })}
            /></label>
            <button type="button" class="quiet small" aria-label=${t('after')} @click=${move(1)}>›</button>
        </span>`;
    }

    private get metered(): string[] {
        return [...new Set((this.meters.answer ?? []).map(meter => meter.siteId))];
    }

    private get site(): string | null {
        const asked = parameter('microgrid');
        return asked !== null && this.metered.includes(asked) ? asked : (this.metered[0] ?? null);
    }

    /** The day of the address, or the last one of which the meters are expected to tell. */
    private get chosenDay(): string {
        const asked = parameter('day') ?? '';
        if (DAY.test(asked)) {
            return asked;
        }
        const ends = (this.meters.answer ?? []).filter(meter => meter.siteId === this.site).flatMap(meter => meter.inServiceTo ?? []);
        const yesterday = moved(new Date().toISOString().slice(0, 10), -1);
        const last = [yesterday, `${period()}-12-31`, ...ends.map(end => moved(end, -1))].sort()[0];
        return last;
    }

    private address(): string | null {
        const { site } = this;
        return site === null ? null : `/api/energy/microgrid?siteId=${encodeURIComponent(site)}&period=${this.chosenDay}&granularity=hour`;
    }

    private body(answer: MicrogridAnswer, site: string): TemplateResult {
        const streams = STREAMS.filter(stream => answer.parts.some(part => format.number(part[stream.field]) !== null));
        const known = streams.length > 0 || answer.parts.some(part => format.number(part.loadKwh) !== null);
        const rows = [...answer.parts, answer.total];
        return html`${known
                ? chart(t('label', { site, day: answer.period }), ({ palette, narrow }) => drawing(answer.parts, streams, palette, narrow), 'tall')
                : html`<p class="muted">– ${t('empty', { day: answer.period })}</p>`}
            <p class="notes">${t('clock', { zone: answer.timeZone })} ${verbatim(answer.convention)}</p>
            ${folded(
                table({ caption: t('title'), quietCaption: true }, columns(streams, answer.total), rows, row => (row === answer.total ? 'total' : '')),
            )}
            ${answer.findings.length === 0 ? '' : html`<h3>${t('findings')}</h3>${findings(answer.findings)}`}`;
    }
}

customElements.define('nz-microgrid', Microgrid);

/** A day some days later, or earlier where these are negative. */
function moved(day: string, days: number): string {
    return new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLIS_A_DAY).toISOString().slice(0, 10);
}

function columns(streams: Stream[], total: MicrogridPart): Column<MicrogridPart>[] {
    const energy = (head: string, value: (row: MicrogridPart) => format.Amount): Column<MicrogridPart> => ({
        head, unit: format.kilowattHours(), numeric: true, cell: row => figure(format.amount(value(row)), t('none')),
    });
    return [
        { head: t('hour'), cell: row => (row === total ? t('total') : row.start.slice(11, 16)) },
        energy(t('load'), row => row.loadKwh),
        ...streams.map(stream => energy(streamName(stream), row => row[stream.field])),
        energy(t('state'), row => row.stateOfChargeKwh),
    ];
}
