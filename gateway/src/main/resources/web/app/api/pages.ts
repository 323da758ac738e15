import { get } from './api';

const ROWS_AT_ONCE = 1000;
const PAGES_AT_MOST = 20;

/** A page of a list. */
export interface Page<T> {
    items: T[];
    nextCursor?: string | null;
}

/** Lists that have more rows than are in them. */
const cut = new WeakSet<object>();

/** A list with all its pages, up to a limit no reader gets to the end of; `isCut` tells of one that goes on after it. */
export async function whole<T>(path: string, signal?: AbortSignal): Promise<T[]> {
    const found: T[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < PAGES_AT_MOST; page++) {
        const answer: Page<T> = await get<Page<T>>(address(path, cursor), signal);
        found.push(...answer.items);
        cursor = answer.nextCursor ?? null;
        if (cursor === null) {
            return found;
        }
    }
    cut.add(found);
    return found;
}

/** Whether a list is the first part of a longer one. */
export function isCut(list: readonly unknown[]): boolean {
    return cut.has(list);
}

function address(path: string, cursor: string | null): string {
    const from = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    return `${path}${path.includes('?') ? '&' : '?'}limit=${ROWS_AT_ONCE}${from}`;
}
