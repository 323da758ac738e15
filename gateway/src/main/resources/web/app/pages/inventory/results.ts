import { get } from '../../api/api';
import * as format from '../../language/format';
import type { Page, Result } from './shapes';

const MOST_PAGES = 5;

/** The results behind a figure, or the first of them where they are too many. */
export interface Results {
    items: Result[];
    whole: boolean;
}

/** Follows the pages of a list as far as a browser should. */
export async function loadAll(path: string, signal: AbortSignal): Promise<Results> {
    const items: Result[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < MOST_PAGES; page++) {
        const answer: Page<Result> = await get<Page<Result>>(cursor === null ? path : `${path}&cursor=${encodeURIComponent(cursor)}`, signal);
        items.push(...answer.items);
        cursor = answer.nextCursor ?? null;
        if (cursor === null) {
            return { items, whole: true };
        }
    }
    return { items, whole: false };
}

export interface SiteSum {
    site: string | null;
    records: number;
    location: number | null;
    market: number | null;
}

/** Tonnes by site. Only scope 2 has two methods; what has none counts in both. */
export function bySite(items: readonly Result[]): SiteSum[] {
    const sums = new Map<string, SiteSum>();
    for (const item of items) {
        const key = item.siteId ?? '';
        const sum = sums.get(key) ?? { site: item.siteId ?? null, records: 0, location: null, market: null };
        const tonnes = format.tonnesOf(item.kgCo2e);
        sum.records++;
        if (tonnes !== null) {
            if (item.method !== 'MARKET_BASED') {
                sum.location = (sum.location ?? 0) + tonnes;
            }
            if (item.method !== 'LOCATION_BASED') {
                sum.market = (sum.market ?? 0) + tonnes;
            }
        }
        sums.set(key, sum);
    }
    return [...sums.values()].sort((a, b) => Math.abs(b.market ?? b.location ?? 0) - Math.abs(a.market ?? a.location ?? 0));
}
