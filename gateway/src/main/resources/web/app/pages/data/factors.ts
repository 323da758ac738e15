import { html, nothing, type TemplateResult } from 'lit';
import { choose, parameter } from '../../frame/route';
import { count, date, recorded } from '../../language/format';
import { dictionary } from '../../language/language';
import { unit, words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { table } from '../../parts/table';
import type { Factor, Page } from './shapes';

const t = dictionary(
    {
        title: 'Emission factors',
        q: 'Words', qHint: 'diesel, 天然气, …', region: 'Region', regionHint: 'CN, CN-GD, WORLD', on: 'Valid on', purpose: 'Purpose', any: 'any', search: 'Search',
        none: 'No factor is like this. Try fewer or other words, or leave region and purpose open.',
        name: 'Factor', values: 'Value', validity: 'Valid', source: 'Publisher', licence: 'Licence', version: 'Set',
        more: 'Show more', most: 'The first {count} are shown. Narrow the search; the file has all.', close: 'Close',
        id: 'Id', activity: 'Activity', document: 'Document', published: 'Published', confidence: 'Confidence', notes: 'Notes', supersedes: 'Corrects',
        uncertainty: 'Uncertainty (95 %)', notKnown: 'not known', notStated: 'not stated', open: 'open', gwp: 'GWP set',
    },
    {
        title: '排放因子',
        q: '关键词', qHint: '柴油、天然气、diesel', region: '地区', regionHint: 'CN、CN-GD、WORLD', on: '有效日', purpose: '用途', any: '不限', search: '搜索',
        none: '没有符合条件的因子。请减少或更换关键词，或不限地区和用途。',
        name: '因子', values: '数值', validity: '有效期', source: '发布机构', licence: '许可', version: '因子集',
        more: '显示更多', most: '显示前 {count} 个。请缩小搜索范围，完整列表见文件。', close: '关闭',
        id: '编号', activity: '活动', document: '文献', published: '发布日期', confidence: '读取方式', notes: '备注', supersedes: '更正',
        uncertainty: '不确定度（95 %）', notKnown: '未知', notStated: '未注明', open: '至今', gwp: 'GWP 值',
    },
);

const FIRST_SHOWN = 10;
const MORE = 50;
/** As many as a page of the API has. */
const MOST_SHOWN = 1_000;
const PURPOSES = [
    'COMBUSTION', 'FUGITIVE', 'LOCATION_BASED', 'MARKET_RESIDUAL', 'GENERATION', 'CORPORATE_REPORTING', 'UPSTREAM', 'LIFE_CYCLE', 'TRANSPORT', 'AVERAGE_DATA', 'SPEND',
    'MARGINAL', 'OUTSIDE_OF_SCOPES',
];
const ASKED = ['q', 'region', 'on', 'purpose'];

/** The factors by which everything is reckoned, with where each is from. */
class Factors extends Part {
    private shown = FIRST_SHOWN;
    private readonly factors = new Query<Page<Factor>>(this, () => `${this.path()}&limit=${this.shown}`);
    private readonly one = new Query<Factor>(this, () => {
        const id = parameter('factor');
        return id === null ? null : `/api/emissions/factors/${encodeURIComponent(id)}`;
    });

    protected override render(): TemplateResult {
        return html`${parameter('factor') === null
            ? nothing
            : panel({ id: 'factor', title: this.one.answer?.name ?? parameter('factor') ?? '', wide: true, controls: closer() }, this.one, details)}
        ${panel({ id: 'factors', title: t('title'), wide: true, saved: { path: this.path(), name: 'factors' } }, this.factors, page => this.list(page))}`;
    }

    private path(): string {
        const asked = ASKED.map(name => [name, parameter(name)]).filter((each): each is string[] => each[1] !== null);
        return `/api/emissions/factors?${new URLSearchParams(asked)}`;
    }

    private list(page: Page<Factor>): TemplateResult {
        return html`${this.form()}
        ${page.items.length === 0
            ? html`<p class="muted" role="status">${t('none')}</p>`
            : table<Factor>(
                  { caption: t('title'), quietCaption: true },
                  [
                      { head: t('name'), cell: opener },
                      { head: t('purpose'), cell: row => words(row.purpose) },
                      { head: t('region'), cell: row => row.region },
                      { head: t('values'), cell: values },
                      { head: t('validity'), cell: validity },
                      { head: t('source'), cell: row => verbatim(row.publisher) },
                      { head: t('licence'), cell: row => verbatim(row.licence ?? t('notStated')) },
                      { head: t('version'), cell: row => row.version },
                  ],
                  page.items,
              )}
        ${page.nextCursor === undefined
            ? nothing
            : html`<p class="notes">
                  ${this.shown < MOST_SHOWN
                      ? html`<button type="button" class="quiet small" @click=${this.more}>${t('more')}</button>`
                      : t('most', { count: count(MOST_SHOWN) })}
              </p>`}`;
    }

    private readonly more = (): void => {
        this.shown = Math.min(this.shown + MORE, MOST_SHOWN);
        this.requestUpdate();
    };

    private form(): TemplateResult {
        return html`<form id="factor-search" class="fields" role="search" aria-label=${t('title')} @submit=${this.search}>
            <label class="field">${t('q')} <input name="q" type="search" .value=${parameter('q') ?? ''} placeholder=${t('qHint')} /></label>
            <label class="field">${t('region')} <input name="region" size="18" .value=${parameter('region') ?? ''} placeholder=${t('regionHint')} /></label>
            <label class="field">${t('on')} <input name="on" type="date" .value=${parameter('on') ?? ''} /></label>
            <label class="field"
                >${t('purpose')}
                <select name="purpose">
                    <option value="">${t('any')}</option>
                    ${PURPOSES.map(each => html`<option value=${each} ?selected=${each === parameter('purpose')}>${words(each)}</option>`)}
                </select></label
            >
            <button type="submit">${t('search')}</button>
        </form>`;
    }

    private readonly search = (event: Event): void => {
        event.preventDefault();
        const fields = new FormData(event.target as HTMLFormElement);
        this.shown = FIRST_SHOWN;
        choose(Object.fromEntries(ASKED.map(name => [name, String(fields.get(name) ?? '').trim()])));
    };
}

function opener(factor: Factor): TemplateResult {
    return html`<button
        type="button"
        class="link"
        @click=${() => {
            choose({ factor: factor.id });
            scrollTo(0, 0);
        }}
    >
        ${verbatim(factor.name)}
    </button>`;
}

function closer(): TemplateResult {
    return html`<button type="button" class="quiet small" @click=${() => choose({ factor: null })}>${t('close')}</button>`;
}

function details(factor: Factor): TemplateResult {
    const rows: [string, unknown][] = [
        [t('id'), html`<code>${factor.id}</code>`],
        [t('activity'), html`<code>${factor.activity}</code>`],
        [t('purpose'), words(factor.purpose)],
        [t('region'), factor.region],
        [t('values'), values(factor)],
        [t('gwp'), factor.gases.find(gas => gas.gwpSet !== undefined)?.gwpSet],
        [t('validity'), validity(factor)],
        [t('source'), verbatim(factor.publisher)],
        [t('document'), verbatim(factor.source ?? '')],
        [t('published'), date(factor.published)],
        [t('licence'), verbatim(factor.licence ?? '')],
        [t('version'), factor.version],
        [t('confidence'), verbatim(factor.confidence ?? '')],
        [t('uncertainty'), factor.uncertainty ?? t('notKnown')],
        [t('supersedes'), factor.supersedes],
        [t('notes'), verbatim(factor.notes ?? '')],
    ];
    return html`<dl class="facts">
        ${rows.filter(([, value]) => value !== undefined && value !== null && value !== '').map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
    </dl>`;
}

function values(factor: Factor): TemplateResult {
    return html`${factor.gases.map(
        gas => html`<span class="gas">${gas.gas.replace(GAS_NUMBER, index)}: ${precise(gas.value)} ${unit(gas.unit)}/${unit(gas.per)}</span> `,
    )}`;
}

const GAS_NUMBER = /(?<=^(CO|CH|N|SF|NF))\d/;
const INDICES: Record<string, string> = { 2: '₂', 3: '₃', 4: '₄', 6: '₆' };

function index(digit: string): string {
    return INDICES[digit] ?? digit;
}

/** As it is given: a factor is not rounded. */
function precise(value: Factor['gases'][number]['value']): string {
    const text = String(value);
    return /^-?\d{1,15}(\.\d{1,3})?$/.test(text) ? (recorded(text) ?? text) : text;
}

function validity(factor: Factor): string {
    return `${date(factor.validFrom)} – ${date(factor.validTo) ?? t('open')}`;
}

customElements.define('nz-factors', Factors);
