import { html, nothing, type TemplateResult } from 'lit';
import { get, Problem } from '../../api/api';
import type { Transition } from '../../api/inventory';
import type { Page } from '../../api/pages';
import { type Change, stream } from '../../api/stream';
import { period } from '../../frame/period';
import { href } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { words } from '../../language/words';
import { section } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import type { ImportRun, Vintage } from './shapes';

const t = dictionary(
    {
        title: 'What changed last',
        none: 'Nothing has changed yet. Import records, and they show here.',
        loading: 'Loading…',
        import: 'Imported: {kind}',
        accepted: '{count} new',
        duplicates: '{count} known before',
        rejected: '{count} refused',
        activities: 'activities',
        energyRecords: 'energy records',
        instruments: 'certificates and contracts',
        sites: 'sites',
        meters: 'meters',
        plants: 'plants',
        storages: 'storages',
        intervals: 'meter intervals',
        reversed: 'taken back',
        vintage: 'The projection of {scenario} moved',
        now: 'gross {year}: {gross}',
        moved: '{change} {unit}',
        transition: '{year}: {from} → {to}',
        by: 'by {who}',
        inventory: 'Figures of the inventory changed',
        energy: 'Energy figures changed',
        indicator: 'Indicators of data centres changed',
        projection: 'Projections changed',
        live: 'live, while this page is open',
    },
    {
        title: '最近变化',
        none: '尚无变化。导入记录后会显示在这里。',
        loading: '正在加载…',
        import: '导入：{kind}',
        accepted: '新增 {count} 行',
        duplicates: '已有 {count} 行',
        rejected: '拒绝 {count} 行',
        activities: '活动数据',
        energyRecords: '能源记录',
        instruments: '证书与合同',
        sites: '场所',
        meters: '计量表',
        plants: '电站',
        storages: '储能',
        intervals: '计量区间',
        reversed: '已撤销',
        vintage: '情景“{scenario}”的预测有变化',
        now: '{year} 年总排放：{gross}',
        moved: '{change} {unit}',
        transition: '{year} 年：{from} → {to}',
        by: '操作人 {who}',
        inventory: '清单数据有变化',
        energy: '能源数据有变化',
        indicator: '数据中心指标有变化',
        projection: '预测有变化',
        live: '本页打开期间的实时变化',
    },
);

const KINDS = ['activities', 'energy', 'instruments', 'sites', 'meters', 'plants', 'storages', 'intervals'] as const;
const EACH = 3;
const SHOWN = 10;

interface Entry {
    at: string;
    what: string;
    detail: string;
    href: string;
}

/** Imports, steps of the year, moves of the projection, and what the live connection tells. */
class Changes extends Part {
    static override properties = { due: { attribute: false }, scenarioId: {} };

    /** Whether it is time to ask: what the page is opened for comes first. */
    declare due: boolean;
    declare scenarioId: string | null;

    private readonly seen = new Map<Change, string>();
    private forgetStream: (() => void) | null = null;

    private readonly imports = new Query<ImportRun[]>(this, () => (this.due ? KINDS.map(kind => `/api/imports/${kind}/history?limit=${EACH}`).join(' ') : null), { everySeconds: 60 }, loadImports);
    private readonly transitions = new Query<Page<Transition>>(this, () => (this.due ? `/api/emissions/inventories/${period()}/transitions?limit=100` : null), { on: ['inventory'] });
    private readonly vintages = new Query<Page<Vintage>>(
        this,
        () => (!this.due || this.scenarioId === null ? null : `/api/roadmap/scenarios/${encodeURIComponent(this.scenarioId)}/vintages?limit=${EACH + 1}`),
        { on: ['projection'] },
    );

    override connectedCallback(): void {
        super.connectedCallback();
        this.forgetStream = stream.onChange(change => {
            if (change !== 'everything') {
                this.seen.set(change, new Date().toISOString());
                this.requestUpdate();
            }
        });
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.forgetStream?.();
    }

    protected override render(): TemplateResult {
        const entries = [...this.liveEntries(), ...(this.imports.answer ?? []).map(imported), ...(this.transitions.answer?.items ?? []).map(taken), ...this.moves()]
            .sort((a, b) => b.at.localeCompare(a.at))
            .slice(0, SHOWN);
        return section(
            { id: 'changes', title: t('title') },
            entries.length === 0
                ? html`<p class="muted">${this.imports.answer === null && this.imports.problem === null ? t('loading') : `– ${this.imports.problem?.title ?? t('none')}`}</p>`
                : html`<ul class="changes">
                      ${entries.map(
                          each => html`<li>
                              <time datetime=${each.at}>${format.dateAndTime(each.at)}</time>
                              <span><a href=${each.href}>${each.what}</a>${each.detail === '' ? nothing : html` <span class="why">${each.detail}</span>`}</span>
                          </li>`,
                      )}
                  </ul>`,
        );
    }

    private liveEntries(): Entry[] {
        const pages = { inventory: 'inventory', energy: 'energy', indicator: 'datacenters', projection: 'roadmap' } as const;
        return [...this.seen].map(([change, at]) => ({ at, what: t(change), detail: t('live'), href: href(pages[change]) }));
    }

    /** The last projection, and those before it that moved the figures of its last year. */
    private moves(): Entry[] {
        const all = this.vintages.answer?.items ?? [];
        return all
            .slice(0, EACH)
            .flatMap((each, i) => (i > 0 && each.grossTonnes === all[i + 1]?.grossTonnes ? [] : [this.moved(each, all[i + 1])]));
    }

    private moved(vintage: Vintage, before: Vintage | undefined): Entry {
        const gross = format.joined(format.mass(vintage.grossTonnes)) ?? '–';
        const [now, then] = [format.number(vintage.grossTonnes), format.number(before?.grossTonnes)];
        const by = now === null || then === null || now === then || vintage.year !== before?.year ? null : t('moved', { change: format.difference(now - then) ?? '', unit: format.tonnes() });
        return {
            at: vintage.recordedAt,
            what: t('vintage', { scenario: named(this.scenarioId ?? '') }),
            detail: [t('now', { year: vintage.year, gross }), by].filter(each => each !== null).join(' · '),
            href: href('roadmap'),
        };
    }
}

function imported(run: ImportRun): Entry {
    const rows = (name: 'accepted' | 'duplicates' | 'rejected', count: number): string | null => (count === 0 ? null : t(name, { count: format.count(count) }));
    const status = run.status === 'REVERSED' ? t('reversed') : run.status === 'DONE' ? null : words(run.status);
    const kind = KINDS.find(each => each === run.kind);
    return {
        at: run.recordedAt,
        what: t('import', { kind: kind === undefined ? words(run.kind) : t(kind === 'energy' ? 'energyRecords' : kind) }),
        detail: [status, rows('accepted', run.accepted), rows('duplicates', run.duplicates), rows('rejected', run.rejectedRows), t('by', { who: run.recordedBy })]
            .filter(each => each !== null)
            .join(' · '),
        href: href('data', { kind: run.kind, import: run.importId }),
    };
}

function taken(step: Transition): Entry {
    return {
        at: step.at,
        what: t('transition', { year: step.year, from: words(step.from), to: words(step.to) }),
        detail: [step.reason ?? null, t('by', { who: step.by })].filter(each => each !== null).join(' · '),
        href: href('inventory', { view: 'status' }),
    };
}

/** Several histories as one; one that may not be read leaves its imports out. */
async function loadImports(paths: string, signal: AbortSignal): Promise<ImportRun[]> {
    const all = await Promise.all(
        paths.split(' ').map(path =>
            get<Page<ImportRun>>(path, signal).then(
                page => page.items,
                failure => {
                    if (failure instanceof Problem && !failure.passes) {
                        return [];
                    }
                    throw failure;
                },
            ),
        ),
    );
    return all.flat();
}

customElements.define('nz-overview-changes', Changes);
