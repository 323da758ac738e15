import { html, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, table } from '../../parts/table';
import type { TelemetryStatus, Waiting } from './shapes';

const t = dictionary(
    {
        title: 'Telemetry',
        lag: 'What waits',
        stage: 'Stage',
        readings: 'Readings to be read',
        points: 'Points to be computed',
        history: 'Readings of earlier days',
        historyPoints: 'Points to be computed for earlier days',
        hours: 'Hours to be stored',
        records: 'Waiting',
        seconds: 'Since',
        unknown: 'not known',
        last: 'Last reading',
        never: 'none since the service started',
        taken: 'Taken',
        refused: 'Refused',
        duplicates: 'Sent again',
        tooLate: 'Too late',
        sinceStart: 'since the service started',
        perSecond: '{rate} a second',
    },
    {
        title: '遥测',
        lag: '待处理',
        stage: '阶段',
        readings: '待读取的读数',
        points: '待计算的测点',
        history: '较早日期的读数',
        historyPoints: '待按较早日期计算的测点',
        hours: '待存储的小时',
        records: '等待数量',
        seconds: '等待时间',
        unknown: '未知',
        last: '最近读数',
        never: '服务启动以来没有',
        taken: '已接收',
        refused: '已拒绝',
        duplicates: '重复',
        tooLate: '过迟',
        sinceStart: '服务启动以来',
        perSecond: '每秒 {rate}',
    },
);

const STAGES = ['readings', 'points', 'history', 'historyPoints', 'hours'] as const;
const COUNTS = ['taken', 'refused', 'duplicates', 'tooLate'] as const;
const REFRESH_SECONDS = 10;

/** How far what is shown is behind what was sent. */
class Telemetry extends Part {
    private readonly status = new Query<TelemetryStatus>(this, () => '/api/datacenters/telemetry/status', { everySeconds: REFRESH_SECONDS });

    protected override render(): TemplateResult {
        return panel({ id: 'telemetry', title: t('title') }, this.status, status => {
            const columns: Column<(typeof STAGES)[number]>[] = [
                { head: t('stage'), cell: stage => t(stage) },
                { head: t('records'), numeric: true, cell: stage => figure(records(status.lag[stage]), t('unknown')) },
                { head: t('seconds'), unit: 's', numeric: true, cell: stage => figure(format.amount(status.lag[stage]?.seconds), t('unknown')) },
            ];
            return html`${table({ caption: t('lag') }, columns, STAGES)}
                <dl class="facts after">
                    <dt>${t('last')}</dt>
                    <dd>${figure(format.dateAndTime(status.lastReading), t('never'))}</dd>
                    ${COUNTS.map(count => html`<dt>${t(count)} <span class="why">${t('sinceStart')}</span></dt>
                        <dd>${format.count(status.sinceStart[count])} <span class="why">${t('perSecond', { rate: format.amount(status.perSecond[count]) ?? '–' })}</span></dd>`)}
                </dl>`;
        });
    }
}

function records(waiting: Waiting | null): string | null {
    return waiting ? format.count(waiting.records) : null;
}

customElements.define('nz-telemetry', Telemetry);
