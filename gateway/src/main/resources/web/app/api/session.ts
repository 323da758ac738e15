import { askSession, keepCsrfToken, Problem } from './api';

export interface Session {
    name: string;
    roles: Role[];
    csrfToken: string | null;
}

export type Role = 'admin' | 'steward' | 'analyst' | 'viewer' | 'telemetry';

let current: Session | null = null;

/** Who is signed in. */
export function session(): Session | null {
    return current;
}

/** Whether whoever is signed in has one of these roles. Admins may do everything. */
export function may(...roles: Role[]): boolean {
    return current?.roles.some(role => role === 'admin' || roles.includes(role)) ?? false;
}

/** The session of this browser's cookie, or null where nobody is signed in. */
export async function resume(): Promise<Session | null> {
    try {
        return remember(await askSession<Session>({}));
    } catch (failure) {
        if (failure instanceof Problem && failure.status === 401) {
            return null;
        }
        throw failure;
    }
}

/** Swaps a key for a cookie; the key itself is not kept. */
export async function signIn(key: string): Promise<Session> {
    return remember(await askSession<Session>({ method: 'POST', headers: { 'X-API-Key': key } }));
}

/** Ends the session. A gateway that does not answer forgets it by itself. */
export async function signOut(): Promise<void> {
    await askSession({ method: 'DELETE', headers: { 'X-CSRF-Token': current?.csrfToken ?? '' } }).catch(() => undefined);
    forget();
}

export function forget(): void {
    current = null;
    keepCsrfToken('');
}

function remember(session: Session): Session {
    current = session;
    keepCsrfToken(session.csrfToken ?? '');
    return session;
}
