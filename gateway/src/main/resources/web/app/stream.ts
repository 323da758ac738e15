import { byId } from './dom';

const CHANGES = ['inventory', 'energy', 'indicator', 'projection'] as const;

/** What the stream says has changed. */
export type Change = (typeof CHANGES)[number];

const FIRST_RETRY_MILLIS = 1_000;
const LAST_RETRY_MILLIS = 30_000;

interface Reactions {
    whenChanged: (change: Change) => void;
    /** The connection stands again after it was lost. */
    whenOpened: () => void;
    /** The connection was lost or refused; it is tried again. */
    whenRefused: () => void;
}

/** The live connection that says what changed, tried again until it is closed. */
export class Stream {
    private source: EventSource | null = null;
    private retry: ReturnType<typeof setTimeout> | undefined;
    private retryMillis = FIRST_RETRY_MILLIS;

    constructor(private readonly react: Reactions) {}

    open(): void {
        this.close();
        show('connecting', 'Connecting…');
        this.connect();
    }

    close(): void {
        clearTimeout(this.retry);
        this.source?.close();
        this.source = null;
    }

    private connect(): void {
        const source = new EventSource('/api/stream');
        this.source = source;
        source.onopen = () => {
            this.retryMillis = FIRST_RETRY_MILLIS;
            show('live', 'Live');
            this.react.whenOpened();
        };
        source.onerror = () => this.lost(source);
        for (const change of CHANGES) {
            source.addEventListener(change, () => this.react.whenChanged(change));
        }
    }

    private lost(source: EventSource): void {
        source.close();
        show('lost', 'Not live, reconnecting…');
        this.react.whenRefused();
        this.retry = setTimeout(() => this.connect(), this.retryMillis);
        this.retryMillis = Math.min(2 * this.retryMillis, LAST_RETRY_MILLIS);
    }
}

function show(state: 'connecting' | 'live' | 'lost', text: string): void {
    const place = byId('stream');
    if (place.dataset.state !== state) {
        place.dataset.state = state;
        place.textContent = text;
    }
}
