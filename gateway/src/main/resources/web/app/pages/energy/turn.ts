import { get } from '../../api/api';

let last: Promise<unknown> = Promise.resolve();

/** Asks when what was asked before is answered: hourly questions are dear, and the API answers few of them at once. */
export function inTurn<T>(path: string, signal: AbortSignal): Promise<T> {
    const next = last.then(() => {
        signal.throwIfAborted();
        return get<T>(path, signal);
    });
    last = next.catch(() => undefined);
    return next;
}
