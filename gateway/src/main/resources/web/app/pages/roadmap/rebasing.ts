import { html, nothing, type TemplateResult } from 'lit';
import { href } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { verbatim } from '../../parts/apiText';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import type { Query } from '../../parts/query';
import { folded, table } from '../../parts/table';
import type { MeasuredFacility, Projection } from './shapes';

const t = dictionary(
    {
        title: 'Moved by measured data centres',
        none: 'Nothing measured moves this projection so far. It does as soon as readings of a data centre’s input or IT power arrive.',
        open: 'To the data centres',
        said: 'Data centres that are {share} of the modelled fleet were measured in {year}. From {year} on the data centres’ energy is {ratio} of what the model gives without measurement.',
        facility: 'Data centre',
        hours: 'Measured',
        hour: 'h',
        measured: 'Energy so far',
        expected: 'Expected, whole year',
        rebased: 'Re-based, whole year',
        weight: 'Weight of what was measured',
        counts: 'Counts',
        yes: 'yes',
        no: 'no: ',
        unsaid: 'no reason given',
        facilities: 'Measured data centres',
        unknown: 'not known',
        remarks: 'Remarks',
        noRemarks: 'Nothing is to be known beside the figures.',
        rules: 'The rules behind the figures ({n})',
        stand: 'Figures as of {asOf}; scenario version {version}, method {method}.',
    },
    {
        title: '由实测数据中心修正',
        none: '目前没有实测数据影响该预测。一旦收到数据中心输入或 IT 功率的读数，预测将随之修正。',
        open: '前往数据中心',
        said: '{year} 年实测的数据中心占模型中全部数据中心的 {share}。自 {year} 年起，数据中心能耗为无实测时模型值的 {ratio}。',
        facility: '数据中心',
        hours: '实测时长',
        hour: '小时',
        measured: '至今能耗',
        expected: '全年预期',
        rebased: '修正后全年',
        weight: '实测权重',
        counts: '是否计入',
        yes: '是',
        no: '否：',
        unsaid: '未说明原因',
        facilities: '实测的数据中心',
        unknown: '未知',
        remarks: '说明',
        noRemarks: '除数据外没有需要说明的内容。',
        rules: '计算规则（{n} 条）',
        stand: '数据截至 {asOf}；情景第 {version} 版，方法第 {method} 版。',
    },
);

/** What measurement changed in a projection. */
export function rebasing(query: Query<Projection>): TemplateResult {
    return panel({ id: 'rebasing', title: t('title') }, query, ({ rebasing: moved }) => {
        if (moved == null) {
            return html`<p class="muted">${t('none')} <a href=${href('datacenters')}>${t('open')}</a></p>`;
        }
        const facilities = moved.facilities ?? [];
        return html`<p id="rebasing-said">
                ${t('said', { share: format.share(moved.fleetShareMeasured) ?? '–', year: moved.year, ratio: format.preciseShare(moved.ratio) ?? '–' })}
            </p>
            <div class="unprinted">
            ${folded(
                html`${table(
                    { caption: t('facilities') },
                    [
                        { head: t('facility'), cell: (row: MeasuredFacility) => row.datacenterId },
                        { head: t('hours'), unit: t('hour'), numeric: true, cell: row => figure(format.amount(row.measuredHours), t('unknown')) },
                        { head: t('measured'), unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(row.measuredMwh), t('unknown')) },
                        { head: t('expected'), unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(row.expectedMwh), t('unknown')) },
                        { head: t('rebased'), unit: format.megawattHours(), numeric: true, cell: row => figure(format.amount(row.rebasedMwh), t('unknown')) },
                        { head: t('weight'), numeric: true, cell: row => figure(format.preciseShare(row.weight), t('unknown')) },
                        { head: t('counts'), cell: row => (row.counted ? t('yes') : html`<span class="comment">${t('no')}${row.reason ? verbatim(row.reason) : t('unsaid')}</span>`) },
                    ],
                    facilities,
                )}
                ${moved.rule === undefined ? nothing : html`<p class="notes">${verbatim(moved.rule)}</p>`}`,
                `${t('facilities')} (${facilities.length})`,
            )}
            </div>`;
    });
}

/** What a reader has to know beside the figures, and by which rules they were made. */
export function remarks(query: Query<Projection>): TemplateResult {
    return panel({ id: 'remarks', title: t('remarks') }, query, projection => {
        const said = projection.remarks ?? [];
        const rules = projection.rules ?? [];
        return html`${said.length === 0
                ? html`<p class="muted">${t('noRemarks')}</p>`
                : html`<ul class="plain">
                      ${said.map(remark => html`<li>${verbatim(remark)}</li>`)}
                  </ul>`}
            <p class="notes">
                ${t('stand', {
                    asOf: format.dateAndTime(projection.asOf) ?? '–',
                    version: projection.scenarioVersion ?? '–',
                    method: projection.methodVersion ?? '–',
                })}
            </p>
            ${folded(
                html`<ul class="plain notes">
                    ${rules.map(rule => html`<li>${verbatim(rule)}</li>`)}
                </ul>`,
                t('rules', { n: rules.length }),
            )}`;
    });
}
