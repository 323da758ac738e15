import { get, Problem, upload } from '../../api/api';
import type { Import, ImportAnswer, RowError } from './shapes';

const FOLLOW_MILLIS = 2_000;

/** How far a file has got. */
export type Stage =
    | { name: 'choosing' }
    | { name: 'sending'; share: number }
    | { name: 'following'; read: number; total: number }
    | { name: 'over'; answer: ImportAnswer }
    | { name: 'refused'; problem: Problem };

export interface Sent {
    kind: string;
    file: File;
    mediaType: string;
    /** By which the columns are read; empty for none. */
    mapping: string;
    dryRun: boolean;
}

/** The way of a file from the disk to what became of each row. */
export class Transfer {
    stage: Stage = { name: 'choosing' };
    private sending: AbortController | null = null;
    private following: ReturnType<typeof setTimeout> | undefined;
    private unanswered = '';

    constructor(private readonly changed: () => void) {}

    /** Stops sending, and looking after what was sent: an import goes on without anybody looking. */
    forget(): void {
        this.stop();
        clearTimeout(this.following);
        this.unanswered = '';
        this.stage = { name: 'choosing' };
    }

    stop(): void {
        this.sending?.abort();
    }

    /** What was sent and not answered is sent under the same key again, so that it is no second import. */
    async send({ kind, file, mediaType, mapping, dryRun }: Sent): Promise<void> {
        const query = new URLSearchParams({ ...(dryRun ? { dryRun: 'true' } : {}), ...(mapping === '' ? {} : { mapping }) });
        const idempotencyKey = this.unanswered || crypto.getRandomValues(new Uint32Array(4)).join('-');
        const { signal } = (this.sending = new AbortController());
        this.become({ name: 'sending', share: 0 });
        try {
            const answer = await upload<ImportAnswer>(`/api/imports/${kind}?${query}`, file, {
                mediaType,
                idempotencyKey,
                signal,
                progress: share => this.become({ name: 'sending', share }),
            });
            this.unanswered = '';
            this.answered(answer);
        } catch (failure) {
            const again = failure instanceof Problem && failure.passes && !dryRun;
            this.unanswered = again ? idempotencyKey : '';
            this.failed(failure);
        }
    }

    private answered(answer: ImportAnswer): void {
        if (answer.progress === undefined || answer.accepted !== undefined) {
            this.become({ name: 'over', answer });
        } else {
            this.become({ name: 'following', read: 0, total: answer.rows ?? 0 });
            this.follow(answer.progress);
        }
    }

    private follow(path: string): void {
        this.following = setTimeout(() => void this.look(path), FOLLOW_MILLIS);
    }

    private async look(path: string): Promise<void> {
        try {
            const progress = await get<Import>(path);
            if (progress.status === 'QUEUED' || progress.status === 'RUNNING') {
                this.become({ name: 'following', read: progress.rowsRead, total: progress.rowsTotal });
                this.follow(path);
            } else if (progress.status === 'FAILED') {
                this.become({ name: 'refused', problem: new Problem(409, progress.problem?.code ?? progress.status, progress.problem?.detail ?? '') });
            } else {
                const { items } = await get<{ items: RowError[] }>(`${path}/rejected`);
                this.become({ name: 'over', answer: { ...progress, rejected: items } });
            }
        } catch (failure) {
            if (failure instanceof Problem && failure.passes) {
                this.follow(path);
            } else {
                this.failed(failure);
            }
        }
    }

    private failed(failure: unknown): void {
        this.become(failure instanceof Problem ? { name: 'refused', problem: failure } : { name: 'choosing' });
    }

    private become(stage: Stage): void {
        this.stage = stage;
        this.changed();
    }
}
