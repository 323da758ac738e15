import { get, Problem } from '../../api/api';

const NOT_FOUND = 404;

/** What is told of something that a facility may not have registered. */
export interface Registered<T> {
    found: T | null;
}

/** An answer about what may not be registered, which is no failure. */
export async function ifRegistered<T>(path: string, signal: AbortSignal): Promise<Registered<T>> {
    try {
        return { found: await get<T>(path, signal) };
    } catch (failure) {
        if (Problem.of(failure).status === NOT_FOUND) {
            return { found: null };
        }
        throw failure;
    }
}
