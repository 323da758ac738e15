/** Why the API did not answer as hoped, in the words of its problem document (RFC 9457). */
export class Problem extends Error {
    constructor(
        readonly status: number,
        readonly title: string,
        readonly detail: string,
    ) {
        super(`${title}: ${detail}`);
    }

    /** Whether the same request may succeed later, so that an earlier answer still stands. */
    get passes(): boolean {
        return this.status === 0 || this.status === 429 || this.status >= 500;
    }
}

let whenSignedOut = (): void => undefined;

/** Tells what to do when an answer shows that the session is over. */
export function onSignedOut(react: () => void): void {
    whenSignedOut = react;
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
    try {
        return await send<T>(path, { signal });
    } catch (failure) {
        if (failure instanceof Problem && failure.status === 401) {
            whenSignedOut();
        }
        throw failure;
    }
}

/** Sends a request with the session's cookie. An empty answer is undefined. */
export async function send<T>(path: string, request: RequestInit): Promise<T> {
    const answer = await reach(path, request);
    if (!answer.ok) {
        throw await problemOf(answer);
    }
    return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T);
}

async function reach(path: string, request: RequestInit): Promise<Response> {
    try {
        return await fetch(path, {
            ...request,
            credentials: 'same-origin',
            headers: { Accept: 'application/json, application/problem+json', ...request.headers },
        });
    } catch (failure) {
        if (request.signal?.aborted) {
            throw failure;
        }
        throw new Problem(0, 'The gateway does not answer', 'It may be starting, or the network is down.');
    }
}

async function problemOf(answer: Response): Promise<Problem> {
    const said = await answer.json().catch(() => ({}));
    return new Problem(
        answer.status,
        said.title ?? `Answer ${answer.status}`,
        said.detail ?? `${new URL(answer.url).pathname} gave no reason.`,
    );
}
