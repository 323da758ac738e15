import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { get, Problem } from '../api/api';
import { type Change, stream } from '../api/stream';

/** A burst of changes is one request. */
const COLLECTED_SECONDS = 0.5;
const RETRY_MILLIS = 10_000;
/** How much of a list is asked for: what is there of it stays until more is. */
const LIMIT = /(?<=[?&])limit=\d+/;

/** How a query is kept fresh. */
interface Freshness {
    /** It is asked again when one of these changes. */
    on?: Change[];
    /** For how long changes are collected, where the answer is dear; half a second unless said. */
    collectedSeconds?: number;
    /** It is asked again so often, for what no change is told of. */
    everySeconds?: number;
}

/**
 * What a part shows: asked when the part comes onto the page and whenever its address changes, kept fresh while the part is there,
 * and dropped with it. The part is drawn again whenever something is new.
 */
export class Query<T> implements ReactiveController {
    answer: T | null = null;
    problem: Problem | null = null;
    loading = false;
    /** When the answer came. */
    at: Date | null = null;
    private address: string | null = null;
    private text: string | null = null;
    private asking: AbortController | null = null;
    private planned: ReturnType<typeof setTimeout> | undefined;
    private retry: ReturnType<typeof setTimeout> | undefined;
    private repeat: ReturnType<typeof setInterval> | undefined;
    private release: (() => void) | null = null;

    /** @param path the address, or null while there is nothing to ask */
    constructor(
        private readonly host: ReactiveControllerHost,
        private readonly path: () => string | null,
        private readonly freshness: Freshness = {},
        private readonly load: (path: string, signal: AbortSignal) => Promise<T> = get,
    ) {
        host.addController(this);
    }

    hostConnected(): void {
        this.release = stream.onChange(change => {
            if (change === 'everything' || this.freshness.on?.includes(change)) {
                this.refreshSoon();
            }
        });
        if (this.freshness.everySeconds !== undefined) {
            this.repeat = setInterval(() => this.refreshSoon(), this.freshness.everySeconds * 1000);
        }
    }

    hostDisconnected(): void {
        this.release?.();
        clearInterval(this.repeat);
        this.cancel();
        this.address = null;
    }

    hostUpdate(): void {
        const address = this.path();
        if (address !== this.address) {
            if (address === null || this.address === null || address.replace(LIMIT, '') !== this.address.replace(LIMIT, '')) {
                this.text = null;
                this.answer = null;
                this.at = null;
            }
            this.address = address;
            this.problem = null;
            void this.refresh();
        }
    }

    /** Whether what is shown could not be made fresh. */
    get stale(): boolean {
        return this.answer !== null && this.problem !== null;
    }

    /**
     * Asks again, once for all calls of the next half second, or however long changes are collected; not before a question under way is
     * answered, or steady changes would let none be.
     */
    refreshSoon(): void {
        this.planned ??= setTimeout(
            () => {
                this.planned = undefined;
                if (this.loading) {
                    this.refreshSoon();
                } else {
                    void this.refresh();
                }
            },
            (this.freshness.collectedSeconds ?? COLLECTED_SECONDS) * 1000,
        );
    }

    async refresh(): Promise<void> {
        this.cancel();
        const address = this.address;
        if (address === null) {
            this.loading = false;
            return;
        }
        const asking = new AbortController();
        this.asking = asking;
        this.loading = true;
        try {
            const answer = await this.load(address, asking.signal);
            if (!asking.signal.aborted) {
                this.succeeded(answer);
            }
        } catch (failure) {
            if (!asking.signal.aborted) {
                this.failed(failure);
            }
        } finally {
            if (this.asking === asking) {
                this.loading = false;
                this.host.requestUpdate();
            }
        }
    }

    /** Takes what was answered to a write; a question under way was asked before it, and is asked again rather than to overwrite it. */
    take(answer: T): void {
        clearTimeout(this.retry);
        this.asking?.abort();
        if (this.loading) {
            this.loading = false;
            this.refreshSoon();
        }
        this.succeeded(answer);
        this.host.requestUpdate();
    }

    private succeeded(answer: T): void {
        const text = JSON.stringify(answer);
        if (text !== this.text) {
            this.answer = answer;
            this.text = text;
        }
        this.problem = null;
        this.at = new Date();
    }

    private failed(failure: unknown): void {
        this.problem = Problem.of(failure);
        if (this.problem.passes) {
            this.retry = setTimeout(() => void this.refresh(), RETRY_MILLIS);
        } else {
            this.answer = null;
            this.text = null;
        }
    }

    private cancel(): void {
        clearTimeout(this.planned);
        clearTimeout(this.retry);
        this.planned = undefined;
        this.asking?.abort();
    }
}
