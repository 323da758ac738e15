import { html, nothing, type TemplateResult } from 'lit';
import type { Inventory } from '../../api/inventory';
import { isCut } from '../../api/pages';
import { period } from '../../frame/period';
import { href, type PageName } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { meaningOf, verbatim } from '../../parts/apiText';
import { shareBar } from '../../parts/bars';
import { section } from '../../parts/panel';
import type { Query } from '../../parts/query';
import { declared, TO_DECLARE } from '../../parts/scopes';
import type { Shown } from './overview';
import type { Operation } from './shapes';

const t = dictionary(
    {
        title: 'Completeness and open findings',
        inventory: 'Inventory',
        energy: 'Energy',
        facilities: 'Data centres',
        declared: '{count} of {all} scopes and categories declared',
        received: '{received} of {expected} expected figures of {year} received',
        notExpected: 'no figures are expected on a calendar; state expectations with the energy data',
        today: 'today {share} of the expected hours measured; {silent} of {points} points silent',
        noFacilities: 'no data centre is registered',
        noneToday: 'nothing measured today yet; {silent} of {points} points silent',
        unknown: 'not known',
        open: 'What is open',
        none: 'Nothing is open.',
        more: '{count} more kinds; each page lists its own.',
        loading: 'Loading…',
        times: '{count} ×',
        first: 'Among them: ',
        seeThere: 'That page lists them.',
        notes: 'Notes beside these, which wait for nobody: {inventory} inventory, {energy} energy, {facilities} data centres.',
        moreRecords: 'The inventory lists the first 1,000 findings about records; there are more.',
        moreFacilities: 'Counted are the first {count} data centres; there are more.',
        partly: 'not all sources answered',
    },
    {
        title: '数据完整性与未解决的问题',
        inventory: '排放清单',
        energy: '能源',
        facilities: '数据中心',
        declared: '{all} 个范围和类别中已声明 {count} 个',
        received: '{year} 年应收 {expected} 项，已收 {received} 项',
        notExpected: '尚未设定应收数据日历；请在能源数据中设定',
        today: '今日应测小时已测 {share}；{points} 个测点中 {silent} 个无数据',
        noFacilities: '尚未登记数据中心',
        noneToday: '今日尚无测量；{points} 个测点中 {silent} 个无数据',
        unknown: '未知',
        open: '未解决的问题',
        none: '没有未解决的问题。',
        more: '另有 {count} 类，见各页。',
        loading: '正在加载…',
        times: '{count} 项',
        first: '例如：',
        seeThere: '详情见该页。',
        notes: '另有提示，无需处理：清单 {inventory}，能源 {energy}，数据中心 {facilities}。',
        moreRecords: '清单只列出前 1,000 项记录问题，后面还有。',
        moreFacilities: '只统计了前 {count} 个数据中心，后面还有。',
        partly: '部分来源没有应答',
    },
);

const RECEIVED = ['RECEIVED', 'LATE', 'TRUED_UP'];
const EXPECTED = ['EXPECTED', 'RECEIVED', 'LATE', 'MISSING', 'ACCRUED', 'TRUED_UP'];
const KINDS_SHOWN = 8;
/** The finding that says that there are more. */
const MORE = 'MORE_FINDINGS';

interface Open {
    source: PageName;
    code: string;
    count: number;
    /** What one of them says, where it is known. */
    message: string | null;
    grave: boolean;
}

/** Notes are good to know, and wait for nobody. */
function pressing(finding: { severity?: string }): boolean {
    return finding.severity !== 'NOTE';
}

/** How many findings wait for somebody, and how many are notes; null where a source did not answer. */
export interface Counts {
    inventory: number | null;
    energy: number | null;
    facilities: number | null;
}

/** The findings that are open: of facilities as each counts its own, since a list of all has an end. */
export function openFindings({ inventory, balance, operations }: Shown): Counts {
    return {
        inventory: inventory.answer?.findings.filter(pressing).filter(each => each.code !== MORE).length ?? null,
        energy: balance.answer === null ? null : (balance.answer.findings ?? []).filter(pressing).length,
        facilities: operations.answer === null ? null : sumOf(operations.answer, each => countOf(each) - (each.openNotes ?? 0)),
    };
}

function notes({ inventory, balance, operations }: Shown): Counts {
    return {
        inventory: inventory.answer?.findings.filter(each => !pressing(each)).length ?? null,
        energy: balance.answer === null ? null : (balance.answer.findings ?? []).filter(each => !pressing(each)).length,
        facilities: operations.answer === null ? null : sumOf(operations.answer, each => each.openNotes ?? 0),
    };
}

function countOf({ openFindings: byCode }: Operation): number {
    return Object.values(byCode).reduce((all, count) => all + count, 0);
}

/** Whether there are more findings about records than an inventory lists. */
export function isMore(inventory: Inventory | null): boolean {
    return inventory?.findings.some(each => each.code === MORE) ?? false;
}

/** What is still missing, and what an assurer would ask about. */
export function completeness(shown: Shown): TemplateResult {
    return section(
        { id: 'findings-and-gaps', title: t('title') },
        html`<dl class="gaps">
                ${inventoryGap(shown)} ${energyGap(shown)} ${facilityGap(shown)}
            </dl>
            <h3>${t('open')}</h3>
            ${openList(shown)}`,
    );
}

function gap(page: PageName, name: string, share: number | null, text: string): TemplateResult {
    return html`<div>
        <dt><a href=${href(page)}>${name}</a></dt>
        <dd>${share === null ? nothing : shareBar(share)}<span class=${share === null ? 'why' : ''}>${share === null ? '– ' : ''}${text}</span></dd>
    </div>`;
}

function missing(query: Query<unknown>): string {
    return query.problem?.title ?? t('unknown');
}

function inventoryGap({ inventory }: Shown): TemplateResult {
    const answer = inventory.answer;
    const count = answer === null ? 0 : declared(answer);
    return gap('inventory', t('inventory'), answer === null ? null : count / TO_DECLARE, answer === null ? missing(inventory) : t('declared', { count, all: TO_DECLARE }));
}

function energyGap({ collection }: Shown): TemplateResult {
    const counts = collection.answer?.counts ?? {};
    const sum = (codes: string[]): number => codes.reduce((all, code) => all + (counts[code] ?? 0), 0);
    const [received, expected] = [sum(RECEIVED), sum(EXPECTED)];
    const known = collection.answer !== null && expected > 0;
    const text = collection.answer === null ? missing(collection) : known ? t('received', { received: format.count(received), expected: format.count(expected), year: period() }) : t('notExpected');
    return gap('energy', t('energy'), known ? received / expected : null, text);
}

function facilityGap({ operations }: Shown): TemplateResult {
    const answer = operations.answer;
    if (answer === null || answer.length === 0) {
        return gap('datacenters', t('facilities'), null, answer === null ? missing(operations) : t('noFacilities'));
    }
    const points = { silent: format.count(sumOf(answer, each => each.silentPoints)), points: format.count(sumOf(answer, each => each.points)) };
    const measured = answer.map(each => format.number(each.today?.completeness)).filter(each => each !== null);
    const share = measured.length === 0 ? null : measured.reduce((all, each) => all + each, 0) / measured.length;
    return gap('datacenters', t('facilities'), share, share === null ? t('noneToday', points) : t('today', { share: format.share(share) ?? '', ...points }));
}

function sumOf(operations: readonly Operation[], of: (each: Operation) => number): number {
    return operations.reduce((all, each) => all + of(each), 0);
}

/** Open findings of all sources by their kind: errors, then those of the inventory first. */
function openList(shown: Shown): TemplateResult {
    const kinds = [
        ...byCode('inventory', shown.inventory.answer?.findings.filter(pressing).filter(each => each.code !== MORE) ?? []),
        ...byCode('energy', shown.balance.answer?.findings?.filter(pressing) ?? []),
        ...ofFacilities(shown),
    ].sort((a, b) => Number(b.grave) - Number(a.grave));
    const unanswered = [shown.inventory, shown.balance, shown.operations, shown.facilityFindings].filter(each => each.answer === null);
    const partly = unanswered.some(each => each.problem !== null);
    if (kinds.length === 0) {
        return html`<p class="muted">${partly ? `– ${t('partly')}` : unanswered.length > 0 ? t('loading') : t('none')}</p>
            ${ends(shown)}`;
    }
    const names: Partial<Record<PageName, string>> = { inventory: t('inventory'), energy: t('energy'), datacenters: t('facilities') };
    return html`<ul class="open-kinds">
        ${kinds.slice(0, KINDS_SHOWN).map(
            each => html`<li>
                <p class="finding-head">
                    <strong>${words(each.code)}</strong>
                    ${each.count > 1 ? html`<span>${t('times', { count: format.count(each.count) })}</span>` : nothing}
                    <a class="small" href=${href(each.source)}>${names[each.source]}</a>
                </p>
                <p class="why">${meaningOf(each.code) ?? (each.message === null ? t('seeThere') : html`${each.count > 1 ? t('first') : nothing}${verbatim(each.message)}`)}</p>
            </li>`,
        )}
    </ul>
    ${kinds.length > KINDS_SHOWN ? html`<p class="notes">${t('more', { count: kinds.length - KINDS_SHOWN })}</p>` : nothing}
    ${partly ? html`<p class="notes">– ${t('partly')}</p>` : nothing} ${ends(shown)}`;
}

/** Where lists end before all is told, and what beside them is only good to know. */
function ends(shown: Shown): TemplateResult {
    const counts = notes(shown);
    const operations = shown.operations.answer;
    const written = (count: number | null): string => (count === null ? '–' : format.count(count));
    return html`${isMore(shown.inventory.answer) ? html`<p class="notes">${t('moreRecords')}</p>` : nothing}
    ${operations !== null && isCut(operations) ? html`<p class="notes">${t('moreFacilities', { count: format.count(operations.length) })}</p>` : nothing}
    ${Object.values(counts).some(count => count !== null && count > 0)
        ? html`<p class="notes">${t('notes', { inventory: written(counts.inventory), energy: written(counts.energy), facilities: written(counts.facilities) })}</p>`
        : nothing}`;
}

function byCode(source: PageName, findings: readonly { code: string; message: string; severity?: string }[]): Open[] {
    const kinds = new Map<string, Open>();
    for (const { code, message, severity } of findings) {
        const kind = kinds.get(code) ?? { source, code, count: 0, message, grave: false };
        kind.count++;
        kind.grave ||= severity === 'ERROR';
        kinds.set(code, kind);
    }
    return mostFirst([...kinds.values()]);
}

/** Kinds of all facilities, as they count them; the list of findings, as far as it goes, tells how grave a kind is and what one says. */
function ofFacilities({ operations, facilityFindings }: Shown): Open[] {
    const counts = new Map<string, number>();
    for (const [code, count] of (operations.answer ?? []).flatMap(each => Object.entries(each.openFindings))) {
        counts.set(code, (counts.get(code) ?? 0) + count);
    }
    if (facilityFindings.answer === null && facilityFindings.problem === null) {
        return [];
    }
    const listed = facilityFindings.answer?.items ?? [];
    return mostFirst(
        [...counts].flatMap(([code, count]): Open[] => {
            const one = listed.find(each => each.code === code);
            return one?.severity === 'NOTE' ? [] : [{ source: 'datacenters', code, count, message: one?.message ?? null, grave: one?.severity === 'ERROR' }];
        }),
    );
}

function mostFirst(kinds: Open[]): Open[] {
    return kinds.sort((a, b) => b.count - a.count);
}
