import { chineseTables, dictionary, language } from '../language/language';

const t = dictionary(
    {
        broken: 'This page has an error',
        unreached: 'The gateway does not answer',
        unreachedDetail: 'It may be starting, or the network is down.',
        answer: 'Answer {status}',
        noReason: '{path} gave no reason.',
    },
    {
        broken: '本页出错',
        unreached: '网关没有应答',
        unreachedDetail: '可能正在启动，或网络不通。',
        answer: '应答 {status}',
        noReason: '{path} 没有说明原因。',
    },
);

/** Why the API did not answer as hoped, in the words of its problem document (RFC 9457). */
export class Problem extends Error {
    /** @param code its kind, or nothing where the page found it itself */
    constructor(
        readonly status: number,
        private readonly said: string,
        readonly detail: string,
        readonly violations: Violation[] = [],
        readonly code = '',
    ) {
        super(`${said}: ${detail}`);
    }

    /** What went wrong, in the reader's language; the detail is as the API has it. */
    get title(): string {
        return chineseTables()?.CHINESE_REFUSALS[this.code] ?? this.said;
    }

    /** Whatever was thrown, as a problem. */
    static of(failure: unknown): Problem {
        return failure instanceof Problem ? failure : new Problem(0, t('broken'), String(failure));
    }

    /** Both in one text. */
    get text(): string {
        return language() === 'zh' ? `${this.title}。${this.detail}` : `${this.title}. ${this.detail}`;
    }

    /** Whether the same request may succeed later, so that an earlier answer still stands. */
    get passes(): boolean {
        return this.status === 0 || this.status === 429 || this.status >= 500;
    }
}

/** What is wrong with one field of a request. */
export interface Violation {
    field: string;
    code: string;
    message: string;
}

export type Format = 'csv' | 'xlsx' | 'json';

const MEDIA_TYPES: Record<Format, string> = {
    csv: 'text/csv',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    json: 'application/json',
};

let csrfToken = '';
let whenSignedOut = (): void => undefined;

/** Every write carries the token of the session. */
export function keepCsrfToken(token: string): void {
    csrfToken = token;
}

/** Tells what to do when an answer shows that the session is over. */
export function onSignedOut(react: () => void): void {
    whenSignedOut = react;
}

/** Reads an answer as JSON. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return watched(async () => read<T>(await ask(path, { signal })));
}

/** Writes JSON, and reads the answer, undefined where it is empty. */
export async function write<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    const request: RequestInit = { method, signal, headers: { 'X-CSRF-Token': csrfToken } };
    if (body !== undefined) {
        request.body = JSON.stringify(body);
        request.headers = { ...request.headers, 'Content-Type': 'application/json' };
    }
    return watched(async () => read<T>(await ask(path, request)));
}

/** What is said of a file that is sent. */
export interface Sending {
    mediaType: string;
    /** Under which the same file sent again is not another one. */
    idempotencyKey?: string;
    signal?: AbortSignal;
    /** Hears what share of the file has gone. */
    progress?: (share: number) => void;
}

/** Sends a file as it is, from the disk and not through memory. */
export async function upload<T>(path: string, file: Blob, sending: Sending): Promise<T> {
    return watched(async () => read<T>(await answered(await send(path, file, sending), path)));
}

/** The older way of asking is the one that says how far it has got. */
function send(path: string, file: Blob, sending: Sending): Promise<Response> {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('POST', path);
        request.setRequestHeader('Accept', 'application/json, application/problem+json');
        request.setRequestHeader('X-CSRF-Token', csrfToken);
        request.setRequestHeader('Content-Type', sending.mediaType);
        if (sending.idempotencyKey !== undefined) {
            request.setRequestHeader('Idempotency-Key', sending.idempotencyKey);
        }
        request.upload.onprogress = event => sending.progress?.(event.total === 0 ? 1 : event.loaded / event.total);
        request.onload = () => resolve(new Response(request.responseText || null, { status: request.status }));
        request.onerror = () => reject(unreached());
        request.onabort = () => reject(new DOMException('The file was not sent.', 'AbortError'));
        sending.signal?.addEventListener('abort', () => request.abort());
        request.send(file);
    });
}

/** Saves a list or series as a file; what is asked with POST may say more in a body. */
export async function download(path: string, format: Format, name: string, method: 'GET' | 'POST' = 'GET', body?: unknown): Promise<void> {
    const headers: Record<string, string> = { Accept: `${MEDIA_TYPES[format]}, application/problem+json`, 'X-CSRF-Token': csrfToken };
    const request: RequestInit = { method, headers };
    if (body !== undefined) {
        request.body = JSON.stringify(body);
        headers['Content-Type'] = 'application/json';
    }
    const answer = await watched(() => ask(path, request));
    save(await answer.blob(), `${name}.${format}`);
}

/** The text of an answer that is no JSON. */
export async function text(path: string, mediaType: string): Promise<string> {
    return watched(async () => (await ask(path, { headers: { Accept: `${mediaType}, application/problem+json` } })).text());
}

/** Has the browser save something under a name. */
export function save(content: Blob, name: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
}

/** Swaps a key for a session, or asks whose session it is; no answer of these ends a session. */
export async function askSession<T>(request: RequestInit): Promise<T> {
    return read<T>(await ask('/api/session', request));
}

async function watched<T>(request: () => Promise<T>): Promise<T> {
    try {
        return await request();
    } catch (failure) {
        if (failure instanceof Problem && failure.status === 401) {
            whenSignedOut();
        }
        throw failure;
    }
}

async function ask(path: string, request: RequestInit): Promise<Response> {
    return answered(await reach(path, request), path);
}

async function answered(answer: Response, path: string): Promise<Response> {
    if (!answer.ok) {
        throw await problemOf(answer, path);
    }
    return answer;
}

async function read<T>(answer: Response): Promise<T> {
    const text = await answer.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
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
        throw unreached();
    }
}

function unreached(): Problem {
    return new Problem(0, t('unreached'), t('unreachedDetail'));
}

async function problemOf(answer: Response, path: string): Promise<Problem> {
    const said = await answer.json().catch(() => ({}));
    return new Problem(
        answer.status,
        said.title ?? t('answer', { status: answer.status }),
        said.detail ?? t('noReason', { path: path.split('?')[0] ?? path }),
        said.violations ?? [],
        said.code,
    );
}
