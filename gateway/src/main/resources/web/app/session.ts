import { Problem, send } from './api';
import { byId } from './dom';
import type { Session } from './shapes';

const form = byId<HTMLFormElement>('sign-in-form');
const key = byId<HTMLInputElement>('key');
const problem = byId('sign-in-problem');

/** What a header can carry: printable ASCII without spaces. */
const PRINTABLE = /^[!-~]+$/;

let csrfToken = '';

/** The session of this browser's cookie, or null where nobody is signed in. */
export async function currentSession(): Promise<Session | null> {
    try {
        return remember(await send<Session>('/api/session', {}));
    } catch (failure) {
        if (failure instanceof Problem && failure.status !== 401) {
            say(`${failure.title}. ${failure.detail}`);
        }
        return null;
    }
}

export function showSignIn(message?: string): void {
    byId('sign-in').hidden = false;
    if (message !== undefined) {
        say(message);
    }
    key.focus();
}

export function onSignIn(react: (session: Session) => void): void {
    form.addEventListener('submit', async event => {
        event.preventDefault();
        const session = await signIn(key.value.trim());
        if (session !== null) {
            react(session);
        }
    });
}

export function onSignOut(react: () => void): void {
    byId('sign-out').addEventListener('click', async () => {
        await send('/api/session', { method: 'DELETE', headers: { 'X-CSRF-Token': csrfToken } }).catch(() => undefined);
        csrfToken = '';
        react();
    });
}

async function signIn(text: string): Promise<Session | null> {
    if (text === '') {
        say('Enter an API key.');
        return null;
    }
    if (!PRINTABLE.test(text)) {
        say('This key has characters that no key has. Copy it again.');
        return null;
    }
    try {
        const session = await send<Session>('/api/session', { method: 'POST', headers: { 'X-API-Key': text } });
        key.value = '';
        say(null);
        return remember(session);
    } catch (failure) {
        say(reason(failure));
        key.select();
        return null;
    }
}

function remember(session: Session): Session {
    csrfToken = session.csrfToken ?? '';
    return session;
}

function reason(failure: unknown): string {
    if (!(failure instanceof Problem)) {
        return String(failure);
    }
    return failure.status === 401
        ? 'This key is not valid: it is unknown or was revoked. Check that you copied all of it.'
        : `${failure.title}. ${failure.detail}`;
}

function say(message: string | null): void {
    problem.textContent = message ?? '';
    problem.hidden = message === null;
    key.setAttribute('aria-invalid', String(message !== null));
}
