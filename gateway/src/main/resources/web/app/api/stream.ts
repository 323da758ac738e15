const CHANGES = ['inventory', 'energy', 'indicator', 'projection'] as const;

/** What the stream says has changed. */
export type Change = (typeof CHANGES)[number];

export type StreamState = 'connecting' | 'live' | 'lost';

type React = (change: Change | 'everything') => void;

const FIRST_RETRY_MILLIS = 1_000;
const LAST_RETRY_MILLIS = 30_000;

/** The live connection that says what changed, tried again until it is closed. */
class Stream {
    private source: EventSource | null = null;
    private retry: ReturnType<typeof setTimeout> | undefined;
    private retryMillis = FIRST_RETRY_MILLIS;
    private readonly reacting = new Set<React>();
    private readonly watching = new Set<() => void>();
    state: StreamState = 'connecting';

    open(): void {
        this.close();
        this.become('connecting');
        this.connect();
    }

    close(): void {
        clearTimeout(this.retry);
        this.source?.close();
        this.source = null;
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

    private connect(): void {
        const source = new EventSource('/api/stream');
        this.source = source;
        source.onopen = () => {
            const missed = this.state === 'lost';
            this.retryMillis = FIRST_RETRY_MILLIS;
            this.become('live');
            if (missed) {
                // whatever happened while nobody listened
                this.tell('everything');
            }
        };
        source.onerror = () => this.lost(source);
        for (const change of CHANGES) {
            source.addEventListener(change, () => this.tell(change));
        }
    }

    private lost(source: EventSource): void {
        source.close();
        this.become('lost');
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
