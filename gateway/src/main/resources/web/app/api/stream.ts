const CHANGES = ['inventory', 'energy', 'indicator', 'projection'] as const;

/** What the stream says has changed. */
export type Change = (typeof CHANGES)[number];

export type StreamState = 'connecting' | 'live' | 'lost';

type React = (change: Change | 'everything') => void;

const FIRST_RETRY_MILLIS = 1_000;
const LAST_RETRY_MILLIS = 30_000;

/**
 * The live connection that says what changed, tried again until it is closed. A page that cannot be seen does without: a
 * browser keeps six connections to a place, and a page that was left, or one in another tab, would keep the others waiting.
 */
class Stream {
    private source: EventSource | null = null;
    private wanted = false;
    private missed = false;
    /** Whether the connection was lost and is tried again. */
    private anew = false;
    private retry: ReturnType<typeof setTimeout> | undefined;
    private retryMillis = FIRST_RETRY_MILLIS;
    private readonly reacting = new Set<React>();
    private readonly watching = new Set<() => void>();
    state: StreamState = 'connecting';

    constructor() {
        document.addEventListener('visibilitychange', () => this.followSight());
    }

    open(): void {
        this.close();
        this.wanted = true;
        this.missed = false;
        this.become('connecting');
        this.followSight();
    }

    close(): void {
        this.wanted = false;
        this.disconnect();
    }

    /** Calls back at each change until the answer is called. */
    onChange(react: React): () => void {
        this.reacting.add(react);
        return () => this.reacting.delete(react);
    }

    /** Calls back when the connection comes or goes, until the answer is called. */
    onState(watch: () => void): () => void {
        this.watching.add(watch);
        return () => this.watching.delete(watch);
    }

    private followSight(): void {
        if (document.hidden) {
            this.missed ||= this.wanted;
            this.disconnect();
        } else if (this.wanted && this.source === null) {
            this.become('connecting');
            this.connect();
        }
    }

    private disconnect(): void {
        clearTimeout(this.retry);
        this.source?.close();
        this.source = null;
    }

    private connect(): void {
        const source = new EventSource('/api/stream');
        this.source = source;
        source.onopen = () => {
            this.retryMillis = FIRST_RETRY_MILLIS;
            this.anew = false;
            this.become('live');
            if (this.missed) {
                // whatever happened while nobody listened
                this.missed = false;
                this.tell('everything');
            }
        };
        source.onerror = () => this.lost();
        for (const change of CHANGES) {
            source.addEventListener(change, () => this.tell(change));
        }
    }

    /** The gateway ends each connection after a while, to see the session again: that is a loss only where the first try anew fails. */
    private lost(): void {
        this.disconnect();
        this.missed = true;
        if (this.state !== 'live' || this.anew) {
            this.become('lost');
        }
        this.anew = true;
        this.retry = setTimeout(() => this.connect(), this.retryMillis);
        this.retryMillis = Math.min(2 * this.retryMillis, LAST_RETRY_MILLIS);
    }

    private become(state: StreamState): void {
        this.state = state;
        this.watching.forEach(watch => watch());
    }

    private tell(change: Change | 'everything'): void {
        this.reacting.forEach(react => react(change));
    }
}

export const stream = new Stream();
