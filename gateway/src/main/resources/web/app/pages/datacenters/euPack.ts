import { html, nothing, type TemplateResult } from 'lit';
import { period } from '../../frame/period';
import { href } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { colon, semicolon, words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, table } from '../../parts/table';
import { FIRST_YEAR, itemOf, packPath, reportingYear, reports, short, written, yearChooser } from './euItems';
import type { EuDataCentre, EuPack as EuPackAnswer } from './shapes';

const t = dictionary(
    {
        title: 'Report by Regulation (EU) 2024/1364',
        groups: 'Data centres of one size together, {year}',
        before: 'The regulation has nothing reported before {first}, so this is {year} and not {period}.',
        facility: 'Facility',
        asked: 'Asked for',
        size: 'Size',
        available: 'Items there',
        of: '{there} of {all}',
        flags: 'Flags',
        noFlags: 'none',
        members: 'Data centres',
        nothing: 'No data centre is on file.',
        noGroups: 'No data centre states its installed IT power, so none belongs to a group.',
        noPower: 'installed IT power not stated',
        formulas: 'Formulas {formulas}. An annual figure stands on 95 % of the hours of its year, or is one that is stated; nothing is scaled up.',
        withheld: 'withheld',
    },
    {
        title: '按欧盟条例 2024/1364 的报告',
        groups: '{year} 年同规模数据中心合计',
        before: '该条例自 {first} 年起报告，因此显示 {year} 年而不是 {period} 年。',
        facility: '数据中心',
        asked: '须报告',
        size: '规模',
        available: '已有项目',
        of: '{all} 项中 {there} 项',
        flags: '标记',
        noFlags: '无',
        members: '数据中心数',
        nothing: '没有登记数据中心。',
        noGroups: '没有数据中心说明 IT 装机功率，因此没有分组。',
        noPower: '未说明 IT 装机功率',
        formulas: '公式版本 {formulas}。年度数据须覆盖全年 95 % 的小时，或为披露值；不作放大推算。',
        withheld: '不公开',
    },
);

const SHOWN = ['PUE', 'WUE', 'ERF', 'REF'] as const;
/** The answer is of all facilities and all their items. */
const COLLECTED_SECONDS = 30;

/** What the regulation asks of each facility in a year, as far as it is there. */
class EuPackOfFleet extends Part {
    private readonly pack = new Query<EuPackAnswer>(this, packPath, { on: ['indicator'], collectedSeconds: COLLECTED_SECONDS });

    protected override render(): TemplateResult {
        const year = reportingYear();
        return html`${panel(
            {
                id: 'eu-pack',
                title: t('title'),
                wide: true,
                controls: yearChooser(),
                saved: { path: packPath(), name: `eu-2024-1364-${year}` },
            },
            this.pack,
            pack => html`${period() < FIRST_YEAR ? html`<p class="notes">${t('before', { first: FIRST_YEAR, year, period: period() })}</p>` : nothing}
                <p class="notes">${t('formulas', { formulas: pack.formulas })} ${verbatim(pack.basis)}</p>
                ${pack.dataCentres.length === 0
                    ? html`<p class="muted">– ${t('nothing')}</p>`
                    : html`<div class="long">${table({ caption: t('title'), quietCaption: true }, centreColumns(), pack.dataCentres)}</div>`}`,
        )}
        ${panel({ id: 'eu-groups', title: t('groups', { year }), wide: true }, this.pack, groups)}`;
    }
}

customElements.define('nz-eu-pack', EuPackOfFleet);

function centreColumns(): Column<EuDataCentre>[] {
    return [
        {
            head: t('facility'),
            cell: row => {
                const name = itemOf(row, 'NAME');
                return html`<a href=${href('datacenters', { id: row.datacenterId, view: 'eu', reporting: String(reportingYear()) })}
                    >${(name && written(name)) ?? row.datacenterId}</a
                >`;
            },
        },
        { head: t('asked'), cell: reports },
        { head: t('size'), cell: row => (row.sizeClass == null ? figure(null, t('noPower')) : words(row.sizeClass)) },
        ...SHOWN.map((symbol): Column<EuDataCentre> => ({ head: symbol, numeric: true, cell: row => short(itemOf(row, symbol)) })),
        {
            head: t('available'),
            numeric: true,
            cell: row => t('of', { there: format.count(row.items.filter(item => written(item) !== null).length), all: format.count(row.items.length) }),
        },
        { head: t('flags'), cell: row => html`<span class="why">${row.flags.length === 0 ? t('noFlags') : row.flags.map(words).join(semicolon())}</span>` },
    ];
}

function groups(pack: EuPackAnswer): TemplateResult {
    if (pack.groups.length === 0) {
        return html`<p class="muted">– ${t('noGroups')}</p>`;
    }
    type Group = EuPackAnswer['groups'][number];
    const columns: Column<Group>[] = [
        { head: t('size'), cell: row => words(row.sizeClass) },
        { head: t('members'), numeric: true, cell: row => format.count(row.dataCentres) },
        ...SHOWN.map((symbol): Column<Group> => ({
            head: symbol,
            numeric: true,
            cell: row => {
                const item = row.items.find(each => each.symbol === symbol);
                return figure(item === undefined ? null : written(item), row.withheld == null ? verbatim(item?.notAvailable ?? '') : t('withheld'));
            },
        })),
    ];
    return html`${table({ caption: t('groups', { year: pack.year }), quietCaption: true }, columns, pack.groups)}
        <ul class="notes">
            ${pack.groups.filter(group => group.withheld != null).map(group => html`<li>${words(group.sizeClass)}${colon()}${verbatim(group.withheld ?? '')}</li>`)}
        </ul>`;
}
