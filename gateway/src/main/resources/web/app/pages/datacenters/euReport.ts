import { html, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { semicolon, unit, words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { chooser, chosenOf } from '../../parts/choice';
import { facts, figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { type Column, table } from '../../parts/table';
import { annexName, nameOf, packPath, reportingYear, reports, written, yearChooser } from './euItems';
import type { EuDataCentre, EuItem, EuPack } from './shapes';

const t = dictionary(
    {
        title: 'Report of {year} by Regulation (EU) 2024/1364',
        show: 'Show',
        all: 'all items',
        missing: 'what is missing ({count})',
        there: 'what is there ({count})',
        asked: 'Asked for by the regulation',
        country: 'Country',
        size: 'Size by installed IT power',
        flags: 'Flags',
        none: 'none',
        notStated: 'not stated',
        formulas: 'Formulas',
        symbol: 'Symbol',
        what: 'What',
        value: 'Value',
        origin: 'Origin',
        hours: 'Hours',
        ofHours: '{known} of {expected}',
        basis: 'Basis',
        missed: 'missing',
        notMetered: 'not of metered hours',
        files: 'The files hold all data centres.',
        gone: 'The report of {year} does not know this data centre.',
        nothingMissing: 'Nothing is missing.',
        nothingThere: 'Nothing is there yet.',
    },
    {
        title: '{year} 年按欧盟条例 2024/1364 的报告',
        show: '显示',
        all: '全部项目',
        missing: '缺失项目（{count}）',
        there: '已有项目（{count}）',
        asked: '条例是否要求',
        country: '国家',
        size: 'IT 装机功率规模',
        flags: '标记',
        none: '无',
        notStated: '未说明',
        formulas: '公式版本',
        symbol: '符号',
        what: '项目',
        value: '数值',
        origin: '来源',
        hours: '小时数',
        ofHours: '{expected} 中 {known}',
        basis: '依据',
        missed: '缺失',
        notMetered: '并非由计量小时得出',
        files: '文件包含全部数据中心。',
        gone: '{year} 年的报告中没有该数据中心。',
        nothingMissing: '没有缺失。',
        nothingThere: '尚无数据。',
    },
);

const COLLECTED_SECONDS = 30;

/** What the regulation asks of a facility, item by item, with its origin or why it is not there. */
class EuReport extends Part {
    static override properties = { facilityId: {} };

    declare facilityId: string;
    private readonly pack = new Query<EuPack>(this, packPath, { on: ['indicator'], collectedSeconds: COLLECTED_SECONDS });

    protected override render(): TemplateResult {
        const year = reportingYear();
        const centre = this.pack.answer?.dataCentres.find(each => each.datacenterId === this.facilityId);
        return panel(
            {
                id: 'eu-report',
                title: t('title', { year }),
                wide: true,
                controls: html`<span class="controls-row">${yearChooser()} ${chooser('items', t('show'), choices(centre))}</span>`,
                saved: { path: packPath(), name: `eu-2024-1364-${year}` },
            },
            this.pack,
            pack => (centre === undefined ? html`<p class="muted">– ${t('gone', { year })}</p>` : body(pack, centre)),
        );
    }
}

customElements.define('nz-eu-report', EuReport);

function choices(centre: EuDataCentre | undefined): { value: string; name: string }[] {
    const items = centre?.items ?? [];
    const missing = items.filter(isMissing).length;
    return [
        { value: 'all', name: t('all') },
        { value: 'missing', name: t('missing', { count: format.count(missing) }) },
        { value: 'there', name: t('there', { count: format.count(items.length - missing) }) },
    ];
}

function isMissing(item: EuItem): boolean {
    return written(item) === null;
}

function body(pack: EuPack, centre: EuDataCentre): TemplateResult {
    const shown = chosenOf('items', choices(centre));
    const items = centre.items.filter(item => shown === 'all' || isMissing(item) === (shown === 'missing'));
    const annexes = [...new Set(items.map(item => item.annex))];
    return html`${facts(
            [
                [t('asked'), reports(centre)],
                [t('country'), figure(centre.country ?? null, t('notStated'))],
                [t('size'), figure(centre.sizeClass == null ? null : words(centre.sizeClass), t('notStated'))],
                [t('flags'), centre.flags.length === 0 ? t('none') : centre.flags.map(words).join(semicolon())],
                [t('formulas'), pack.formulas],
            ],
            true,
        )}
        <p class="notes">${verbatim(pack.basis)} ${t('files')}</p>
        ${items.length === 0 ? html`<p class="muted">${t(shown === 'missing' ? 'nothingMissing' : 'nothingThere')}</p>` : ''}
        ${annexes.map(
            annex => html`<h3>${annexName(annex)}</h3>
                ${table({ caption: annexName(annex), quietCaption: true }, columns(), items.filter(item => item.annex === annex))}`,
        )}`;
}

function originOf({ origin }: EuItem): string {
    return origin == null ? t('missed') : words(origin);
}

function columns(): Column<EuItem>[] {
    return [
        { head: t('symbol'), cell: item => item.symbol },
        { head: t('what'), cell: nameOf },
        { head: t('value'), cell: item => figure(written(item), verbatim(item.notAvailable ?? t('notStated')), unit(item.unit)) },
        { head: t('origin'), cell: item => html`<span class="badge">${originOf(item)}</span>` },
        {
            head: t('hours'),
            numeric: true,
            cell: item =>
                item.hours == null
                    ? html`<span class="why">${t('notMetered')}</span>`
                    : t('ofHours', { known: format.count(item.hours), expected: format.count(item.expectedHours ?? 0) }),
        },
        { head: t('basis'), cell: item => html`<span class="why">${words(item.basis)}</span>` },
    ];
}
