import { html, nothing, type TemplateResult } from 'lit';
import { period, periods } from '../../frame/period';
import { choose, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { colon, words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { chosenIn } from '../../parts/choice';
import { figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { figuresOf } from '../../parts/scopes';
import { type Column, folded, table } from '../../parts/table';
import { placeName } from './crumbs';
import type { Bridge, BridgeLine, Inventory, Scope2Method, Version } from './shapes';
import { waterfall } from './waterfall';

const t = dictionary(
    {
        title: 'Why the emissions changed',
        from: 'From',
        method: 'Scope 2',
        year: '{year}',
        version: '{year}, version {version}',
        to: 'To',
        now: '{year}, as it stands',
        nothing: 'Nothing of {year} is calculated, so there is nothing to lead from: all of {to} would look new. Choose another start, or import the records of {year} on the page “Data”.',
        nothingTo: 'Nothing of {year} is calculated, so there is nothing to lead to. Import its records on the page “Data”, or choose another period.',
        same: 'The start and the end are the same inventory. Choose another start.',
        steps: 'The steps from one inventory to the other',
        step: 'Cause',
        amount: 'Change',
        means: 'What it is',
        lines: 'Behind it, by scope, category, site and activity; the largest change first',
        others: 'The {count} others',
        scope: 'Scope',
        site: 'Site',
        activity: 'Activity',
        before: 'Before',
        after: 'After',
        change: 'Change',
        mostly: 'Mostly',
        rule: 'How it is split',
        unchanged: 'unchanged',
        none: 'no figure',
        more: 'The first {count} lines; the files have all of them.',
        ACTIVITY: 'more or less activity, at the factors before',
        FACTOR: 'other factors',
        METHOD: 'stated before, calculated now, or the other way round',
        CONTRACTUAL: 'other certificates and contracts',
        BOUNDARY: 'another share of entities; entities that came or left',
        GWP_SET: 'other warming potentials',
        ERROR: 'records put right',
    },
    {
        title: '排放变化的原因',
        from: '起点',
        method: '范围二',
        year: '{year} 年',
        version: '{year} 年，版本 {version}',
        to: '终点',
        now: '{year} 年（当前）',
        nothing: '{year} 年没有计算结果，没有可比起点：{to} 年的全部排放都会显示为新增。请选择其他起点，或在“数据”页导入 {year} 年的记录。',
        nothingTo: '{year} 年没有计算结果，没有可比终点。请在“数据”页导入该年记录，或选择其他期间。',
        same: '起点与终点是同一清单，请选择其他起点。',
        steps: '从一份清单到另一份的各步',
        step: '原因',
        amount: '变化',
        means: '含义',
        lines: '按范围、类别、场所和活动，变化最大的在前',
        others: '其余 {count} 项',
        scope: '范围',
        site: '场所',
        activity: '活动',
        before: '之前',
        after: '之后',
        change: '变化',
        mostly: '主要原因',
        rule: '拆分规则',
        unchanged: '无变化',
        none: '没有数据',
        more: '前 {count} 行；完整数据见文件。',
        ACTIVITY: '按原因子计的活动量增减',
        FACTOR: '因子变化',
        METHOD: '由披露改为计算，或相反',
        CONTRACTUAL: '证书与合同变化',
        BOUNDARY: '实体份额变化、实体加入或退出',
        GWP_SET: 'GWP 值变化',
        ERROR: '更正的记录',
    },
);

const LINES = 1000;
const FIRST = 15;
const MEANINGS = ['ACTIVITY', 'FACTOR', 'METHOD', 'CONTRACTUAL', 'BOUNDARY', 'GWP_SET', 'ERROR'] as const;

/** The causes that lead from one inventory to another, summing exactly. */
class Change extends Part {
    static override properties = { versions: { attribute: false } };

    declare versions: readonly Version[];

    private readonly fromInventory = new Query<Inventory>(this, () => `/api/emissions/inventory?period=${this.start().year}`, { on: ['inventory'] });
    private readonly toInventory = new Query<Inventory>(this, () => `/api/emissions/inventory?period=${period()}`, { on: ['inventory'] });
    private readonly bridge = new Query<Bridge>(this, () => (this.comparable() ? this.address(LINES) : null), { on: ['inventory'] });

    protected override render(): TemplateResult {
        const options = {
            id: 'bridge',
            title: t('title'),
            wide: true,
            controls: this.controls(),
            saved: this.comparable() ? { path: this.address(null), name: `bridge-${this.start().year}-${period()}` } : undefined,
        };
        return html`<div class="parts">${this.comparable() ? panel(options, this.bridge, show) : panel(options, this.fromInventory, () => this.reason())}</div>`;
    }

    /** Where the bridge starts: `2020`, or `2021.1` for a stored version. */
    private start(): { year: number; version: string | null } {
        const [year = '', version] = (parameter('from') ?? String(period() - 1)).split('.', 2);
        return /^\d{4}$/.test(year) ? { year: Number(year), version: version ?? null } : { year: period() - 1, version: null };
    }

    private get method(): Scope2Method {
        return parameter('method') === 'LOCATION_BASED' ? 'LOCATION_BASED' : 'MARKET_BASED';
    }

    private comparable(): boolean {
        const { year, version } = this.start();
        const known = (inventory: Inventory | null): boolean => figuresOf(inventory)?.totalMarket != null;
        return (version !== null || (year !== period() && known(this.fromInventory.answer))) && known(this.toInventory.answer);
    }

    private reason(): unknown {
        const { year, version } = this.start();
        if (version === null && year === period()) {
            return html`<p class="muted">– ${t('same')}</p>`;
        }
        if (this.toInventory.answer === null) {
            return nothing;
        }
        return figuresOf(this.toInventory.answer)?.totalMarket == null
            ? html`<p class="muted" id="bridge-empty">– ${t('nothingTo', { year: period() })}</p>`
            : html`<p class="muted" id="bridge-empty">– ${t('nothing', { year, to: period() })}</p>`;
    }

    private address(limit: number | null): string {
        const { year, version } = this.start();
        const all = new URLSearchParams({ from: String(year), to: String(period()), method: this.method });
        if (version !== null) {
            all.set('fromVersion', version);
        }
        if (limit !== null) {
            all.set('limit', String(limit));
        }
        return `/api/emissions/bridge?${all.toString()}`;
    }

    private controls(): TemplateResult {
        const { year, version } = this.start();
        const chosen = version === null ? String(year) : `${year}.${version}`;
        const years = new Set([...periods(), period() - 1, year]);
        const starts: [string, string][] = [
            ...[...years].filter(each => each !== period()).sort((a, b) => b - a).map((each): [string, string] => [String(each), t('year', { year: each })]),
            ...this.versions.map((each): [string, string] => [`${period()}.${each.version}`, t('version', { year: period(), version: each.version })]),
        ];
        return html`<label class="choice"
                >${t('from')}
                <select id="bridge-from" @change=${(event: Event) => choose({ from: chosenIn(event) })}>
                    ${starts.map(([value, name]) => html`<option value=${value} .selected=${value === chosen}>${name}</option>`)}
                </select></label
            ><label class="choice"
                >${t('method')}
                <select id="bridge-method" @change=${(event: Event) => choose({ method: chosenIn(event) })}>
                    ${(['MARKET_BASED', 'LOCATION_BASED'] as const).map(each => html`<option value=${each} .selected=${each === this.method}>${words(each)}</option>`)}
                </select></label
            >`;
    }
}

function endName(end: Bridge['from']): string {
    return end.version ? t('version', { year: end.period, version: end.version }) : t('now', { year: end.period });
}

function show(bridge: Bridge): TemplateResult {
    const steps = bridge.steps.filter(each => format.number(each.kgCo2e) !== 0);
    const lines = [...bridge.items].sort((a, b) => Math.abs(changeOf(b) ?? 0) - Math.abs(changeOf(a) ?? 0));
    return html`${waterfall(bridge, steps, endName(bridge.from), endName(bridge.to))}
        ${folded(
            table(
                { caption: t('steps') },
                [
                    { head: t('step'), cell: row => row.name },
                    { head: t('amount'), unit: format.tonnes(), numeric: true, cell: row => row.text },
                    { head: t('means'), cell: row => html`<span class="comment">${row.means}</span>` },
                ],
                [
                    { name: endName(bridge.from), text: format.amount(format.tonnesOf(bridge.from.kgCo2e)), means: '', kind: 'total' },
                    ...bridge.steps.map(each => ({
                        name: words(each.step),
                        text: format.number(each.kgCo2e) === 0 ? t('unchanged') : format.difference(format.tonnesOf(each.kgCo2e)),
                        means: meaning(each.step),
                        kind: '',
                    })),
                    { name: endName(bridge.to), text: format.amount(format.tonnesOf(bridge.to.kgCo2e)), means: '', kind: 'total' },
                ],
                row => row.kind,
            ),
        )}
        <h3>${t('lines')}</h3>
        ${bridge.nextCursor ? html`<p class="muted">${t('more', { count: bridge.items.length })}</p>` : nothing}
        ${table({ caption: t('lines'), quietCaption: true }, lineColumns(), lines.slice(0, FIRST))}
        ${lines.length <= FIRST
            ? nothing
            : folded(table({ caption: t('lines'), quietCaption: true }, lineColumns(), lines.slice(FIRST)), t('others', { count: format.count(lines.length - FIRST) }))}
        <p class="notes">${t('rule')}${colon()}${verbatim(bridge.rule)}</p>`;
}

function meaning(step: string): string {
    const known = MEANINGS.find(each => each === step);
    return known === undefined ? '' : t(known);
}

function changeOf(row: BridgeLine): number | null {
    const [before, after] = [format.tonnesOf(row.fromKgCo2e), format.tonnesOf(row.toKgCo2e)];
    return before === null || after === null ? null : after - before;
}

function lineColumns(): Column<BridgeLine>[] {
    const mostly = (row: BridgeLine): string => {
        const largest = [...row.steps].sort((a, b) => Math.abs(format.number(b.kgCo2e) ?? 0) - Math.abs(format.number(a.kgCo2e) ?? 0))[0];
        return largest === undefined || !format.number(largest.kgCo2e) ? t('unchanged') : words(largest.step);
    };
    return [
        { head: t('scope'), cell: row => html`${words(row.scope)}${row.category ? html` <span class="why">${words(row.category)}</span>` : nothing}` },
        { head: t('site'), cell: row => placeName(row.siteId) },
        { head: t('activity'), cell: row => verbatim(row.record ?? row.activity ?? '') },
        { head: t('before'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(format.tonnesOf(row.fromKgCo2e)), t('none')) },
        { head: t('after'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(format.tonnesOf(row.toKgCo2e)), t('none')) },
        { head: t('change'), unit: format.tonnes(), numeric: true, cell: row => figure(format.difference(changeOf(row)), t('none')) },
        { head: t('mostly'), cell: mostly },
    ];
}

customElements.define('nz-inventory-change', Change);
