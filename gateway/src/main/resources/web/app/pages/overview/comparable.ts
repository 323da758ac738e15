import type { Inventory, ScopeCode } from '../../api/inventory';
import { thisYear } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { comma, words } from '../../language/words';
import type { Query } from '../../parts/query';
import { type Field, type Figures, figuresOf, SCOPES } from '../../parts/scopes';
import type { Balance } from './shapes';

const t = dictionary(
    {
        nowNone: 'no figure now',
        noBefore: '{year} not on file',
        wasNone: '{year} was 0',
        loading: 'loading…',
        not: 'not comparable: {reason}',
        running: '{year} is not over',
        lacks: '{year} lacks {parts}',
        derived: '{year} has of {scope} only what follows from energy',
        gaps: '{year}: {finding}',
        energyUnread: 'the energy of {year} could not be read',
    },
    {
        nowNone: '本期没有数据',
        noBefore: '没有 {year} 年数据',
        wasNone: '{year} 年为 0',
        loading: '正在加载…',
        not: '不可比：{reason}',
        running: '{year} 年尚未结束',
        lacks: '{year} 年缺少{parts}',
        derived: '{year} 年{scope}仅含由能源推算的部分',
        gaps: '{year} 年：{finding}',
        energyUnread: '无法读取 {year} 年的能源数据',
    },
);

/** What is known of a year that is compared. */
export interface Year {
    year: number;
    inventory: Query<Inventory>;
    balance: Query<Balance>;
}

/** A change in percent, or why there is none. */
export interface Change {
    text: string | null;
    reason: string;
    /** Whether both years have the figure, but of different things. */
    incomparable: boolean;
}

const MADE_OF: Record<Field, readonly ScopeCode[]> = {
    scope1: ['SCOPE_1'],
    scope2Market: ['SCOPE_2'],
    scope2Location: ['SCOPE_2'],
    scope3: ['SCOPE_3'],
    totalMarket: SCOPES,
    totalLocation: SCOPES,
};

/** Carriers that are bought as energy; all others are burnt. */
const BOUGHT = ['ELECTRICITY', 'DISTRICT_HEAT', 'STEAM', 'DISTRICT_COOLING'];

/** What the energy balance finds where a part of a year is not there. */
const GAPS = ['EXPECTED_FIGURES_MISSING', 'MONTHS_WITHOUT_FIGURES', 'YEAR_PARTLY_ON_FILE'];

/** The change of a figure from one year to another; a change of what is on file, and not of emissions, is none. */
export function changeOf(field: Field, now: Year, then: Year): Change {
    const [figures, before] = [figuresOf(now.inventory.answer), figuresOf(then.inventory.answer)];
    if (figures?.[field] == null) {
        return none(t('nowNone'));
    }
    if (before?.[field] == null) {
        return none(then.inventory.loading && then.inventory.answer === null ? t('loading') : (then.inventory.problem?.title ?? t('noBefore', { year: then.year })));
    }
    const running = [now, then].find(each => each.year >= thisYear());
    if (running !== undefined) {
        return { ...none(t('not', { reason: t('running', { year: running.year }) })), incomparable: true };
    }
    for (const scope of MADE_OF[field]) {
        if (isEnergy(scope) && [now, then].some(each => each.balance.answer === null && each.balance.problem === null)) {
            return none(t('loading'));
        }
        const reason = difference(scope, now, then) ?? difference(scope, then, now);
        if (reason !== null) {
            return { ...none(t('not', { reason })), incomparable: true };
        }
    }
    return { text: format.change(before[field], figures[field]), reason: t('wasNone', { year: then.year }), incomparable: false };
}

function none(reason: string): Change {
    return { text: null, reason, incomparable: false };
}

function isEnergy(scope: ScopeCode): boolean {
    return scope !== 'SCOPE_3';
}

/** What one year lacks of a scope that the other one has, or null. */
function difference(scope: ScopeCode, lacking: Year, having: Year): string | null {
    const { year } = lacking;
    const [lacks, has] = [figuresOf(lacking.inventory.answer), figuresOf(having.inventory.answer)];
    if (isIn(scope, lacks?.unknown) !== isIn(scope, has?.unknown)) {
        return isIn(scope, lacks?.unknown) ? t('lacks', { year, parts: words(scope) }) : null;
    }
    if (isIn(scope, lacks?.unknown)) {
        return null;
    }
    if (isIn(scope, lacks?.partial) && !isIn(scope, has?.partial)) {
        return t('derived', { year, scope: words(scope) });
    }
    if (isEnergy(scope) && lacking.balance.answer === null) {
        return t('energyUnread', { year });
    }
    const gap = isEnergy(scope) ? lacking.balance.answer?.findings?.find(each => each.severity !== 'NOTE' && GAPS.includes(each.code)) : undefined;
    if (gap !== undefined) {
        return t('gaps', { year, finding: words(gap.code) });
    }
    if (isDeclaredWhole(scope, lacking.inventory.answer) && isDeclaredWhole(scope, having.inventory.answer)) {
        return null;
    }
    const missing = parts(scope, having).filter(part => !parts(scope, lacking).includes(part));
    return missing.length === 0 ? null : t('lacks', { year, parts: missing.map(words).join(comma()) });
}

function isIn(scope: ScopeCode, scopes: Figures['unknown'] | undefined): boolean {
    return scopes?.includes(scope) ?? false;
}

/** Of what a scope is made: carriers, or categories of scope 3. */
function parts(scope: ScopeCode, { inventory, balance }: Year): string[] {
    return isEnergy(scope)
        ? (balance.answer?.byCarrier ?? []).map(each => each.carrier).filter(carrier => scopeOf(carrier) === scope && !withoutFactor(inventory.answer).includes(carrier))
        : (inventory.answer?.scope3?.categories ?? []).map(each => each.category);
}

/** Carriers whose energy is on file, but no emissions: the subject is `site/carrier/source/period`. */
function withoutFactor(inventory: Inventory | null): string[] {
    return (inventory?.findings ?? []).flatMap(({ code, subject }) => (code === 'NO_FACTOR' ? (subject ?? '').split('/').slice(1, 2) : []));
}

/** Whether all of a scope is said to be in the inventory, and nothing shows that it is not. */
function isDeclaredWhole(scope: ScopeCode, inventory: Inventory | null): boolean {
    const declared = [...(inventory?.missing ?? []), ...(inventory?.findings ?? []).filter(each => each.code === 'CALCULATED_WITHOUT_RECORD')];
    const absent = [...declared.map(each => (each.subject ?? '').split('/').at(-1) ?? ''), ...withoutFactor(inventory)];
    return inventory?.missing !== undefined && !absent.map(scopeOf).includes(scope);
}

/** The scope of a scope, a category or a carrier. */
function scopeOf(subject: string): ScopeCode {
    return SCOPES.find(scope => scope === subject) ?? (/^C\d/.test(subject) || subject === 'UNSPECIFIED' ? 'SCOPE_3' : BOUGHT.includes(subject) ? 'SCOPE_2' : 'SCOPE_1');
}
