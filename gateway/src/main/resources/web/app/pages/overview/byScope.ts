import { html, nothing, type TemplateResult } from 'lit';
import type { Inventory } from '../../api/inventory';
import { baseYearOfOrganization, period, thisYear } from '../../frame/period';
import { href } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { shareBar } from '../../parts/bars';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { type Field, type Figures, figuresOf, partOf } from '../../parts/scopes';
import { type Column, table } from '../../parts/table';
import { changeOf, type Year } from './comparable';
import type { Shown } from './overview';
import { scopeBars } from './scopeBars';

const t = dictionary(
    {
        title: 'Emissions of {period} by scope',
        caption: 'Emissions by scope, with the change to the year before and to the base year',
        scope: 'Scope',
        emissions: 'Emissions',
        share: 'Share',
        ofMarket: 'of its total',
        before: 'to {year}',
        base: 'to base year {year}',
        change: 'Change',
        scope1: 'Scope 1',
        scope2Market: 'Scope 2, market-based',
        scope2Location: 'Scope 2, location-based',
        scope3: 'Scope 3',
        totalMarket: 'Total, market-based',
        totalLocation: 'Total, location-based',
        none: 'no records',
        noTotal: 'no total',
        nothingBefore: 'Nothing of {year} is on file to compare with.',
        derived: 'only what is derived from energy',
        running: 'The figures are those of {year} so far.',
        isBase: '{year} is the base year.',
        empty: 'Nothing of {period} is calculated. Import its energy and activities, or choose another period.',
        import: 'Import data',
        standing: '{status}, {complete}',
        complete: 'complete',
        incomplete: 'not complete',
    },
    {
        title: '{period} 年分范围排放',
        caption: '分范围排放及较上年、较基准年的变化',
        scope: '范围',
        emissions: '排放量',
        share: '占比',
        ofMarket: '占相应总量',
        before: '较 {year} 年',
        base: '较基准年 {year}',
        change: '变化',
        scope1: '范围一',
        scope2Market: '范围二，基于市场',
        scope2Location: '范围二，基于位置',
        scope3: '范围三',
        totalMarket: '总量，基于市场',
        totalLocation: '总量，基于位置',
        none: '没有记录',
        noTotal: '没有总量',
        nothingBefore: '没有 {year} 年的数据可比。',
        derived: '仅含由能源推算的部分',
        running: '为 {year} 年至今的数据。',
        isBase: '{year} 年即基准年。',
        empty: '{period} 年没有计算结果。请导入该年的能源和活动数据，或选择其他期间。',
        import: '导入数据',
        standing: '{status}，{complete}',
        complete: '完整',
        incomplete: '不完整',
    },
);

interface Row {
    field: Field;
    href: string | null;
    whole: number | null;
    kind: 'scope' | 'total';
}

/** The scopes with both methods of scope 2 side by side. */
export function byScope({ now, compared }: Shown): TemplateResult {
    return panel(
        {
            id: 'by-scope',
            title: t('title', { period: period() }),
            saved: { path: `/api/emissions/inventory?period=${period()}`, name: `inventory-${period()}` },
        },
        now.inventory,
        answer => body(answer, now, compared),
    );
}

function body(inventory: Inventory, year: Year, compared: Year[]): TemplateResult {
    const now = figuresOf(inventory);
    if (now === null || (now.totalMarket === null && now.totalLocation === null)) {
        return html`<p class="muted">– ${t('empty', { period: inventory.period })} <a href=${href('data')}>${t('import')}</a></p>`;
    }
    const rows: Row[] = [
        { field: 'scope1', href: href('inventory', { scope: 'SCOPE_1' }), whole: now.totalMarket, kind: 'scope' },
        { field: 'scope2Market', href: href('inventory', { scope: 'SCOPE_2' }), whole: now.totalMarket, kind: 'scope' },
        { field: 'scope2Location', href: href('inventory', { scope: 'SCOPE_2' }), whole: now.totalLocation, kind: 'scope' },
        { field: 'scope3', href: href('inventory', { scope: 'SCOPE_3' }), whole: now.totalMarket, kind: 'scope' },
        { field: 'totalMarket', href: null, whole: null, kind: 'total' },
        { field: 'totalLocation', href: null, whole: null, kind: 'total' },
    ];
    const onFile = compared.filter(({ inventory: { answer } }) => SCOPE_FIELDS.some(field => figuresOf(answer)?.[field] != null));
    const comparable = onFile.flatMap(each => {
        const figures = figuresOf(each.inventory.answer);
        return figures === null || changeOf('totalMarket', year, each).text === null ? [] : [{ year: each.year, figures }];
    });
    return html`${scopeBars({ year: year.year, figures: now }, comparable)}
        ${table({ caption: t('caption'), quietCaption: true }, columns(now, year, onFile), rows, row => row.kind)}
        <p class="notes">
            ${t('standing', { status: words(inventory.status), complete: inventory.complete ? t('complete') : t('incomplete') })} · ${words(inventory.gwpSet)}
            ${baseYearOfOrganization() === year.year ? html` · ${t('isBase', { year: inventory.period })}` : nothing}
            ${period() === thisYear() ? html` · ${t('running', { year: period() })}` : nothing}
            ${compared.filter(each => each.inventory.answer !== null && !onFile.includes(each)).map(each => html` · ${t('nothingBefore', { year: each.year })}`)}
        </p>`;
}

const SCOPE_FIELDS: Field[] = ['scope1', 'scope2Market', 'scope2Location', 'scope3'];

function columns(figures: Figures, now: Year, compared: readonly Year[]): Column<Row>[] {
    return [
        { head: t('scope'), cell: row => (row.href === null ? t(row.field) : html`<a href=${row.href}>${t(row.field)}</a>${row.field === 'scope3' && figures.partial.includes('SCOPE_3') ? html` <span class="why">${t('derived')}</span>` : nothing}`) },
        { head: t('emissions'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(figures[row.field]), t('none')) },
        { head: t('share'), unit: t('ofMarket'), numeric: true, cell: row => (row.kind === 'total' ? '' : share(partOf(figures[row.field], row.whole), row.field)) },
        ...compared.map(
            (then): Column<Row> => ({
                head: t('change'),
                unit: t(then.year === baseYearOfOrganization() ? 'base' : 'before', { year: then.year }),
                numeric: true,
                cell: row => {
                    const { text, reason } = changeOf(row.field, now, then);
                    return figure(text, reason);
                },
            }),
        ),
    ];
}

const COLOURS: Record<Field, string> = { scope1: 'scope-1', scope2Market: 'scope-2', scope2Location: 'scope-2', scope3: 'scope-3', totalMarket: '', totalLocation: '' };

function share(part: number | null, field: Field): TemplateResult {
    return part === null ? figure(null, t('noTotal')) : html`<span class="difference">${shareBar(part, COLOURS[field])}<span>${format.share(part)}</span></span>`;
}
