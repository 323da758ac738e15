import { get, Problem, upload } from '../../api/api';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import type { Import, ImportAnswer, RowError } from './shapes';

const t = dictionary(
    { changed: 'The file was changed or moved since it was chosen', choose: 'Choose it again, and what is sent is what it holds now.' },
    { changed: '文件在选择之后已被修改或移动', choose: '请重新选择，以发送其当前内容。' },
);

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

/** What became of a file that did not get through; browsers tell one that changed on the disk from no network only when they read it. */
export async function whyNotSent(failure: unknown, file: Blob): Promise<Problem> {
    const problem = Problem.of(failure);
    if (problem.status !== 0) {
        return problem;
    }
    try {
        await file.slice(0, 1).arrayBuffer();
        return problem;
    } catch {
        return new Problem(CHANGED, t('changed'), t('choose'));
    }
}

/** Told to the whole page once a file was taken. */
export const RECEIVED = 'import-received';

/** As a server says that what it was told does not hold any more. */
const CHANGED = 412;

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
            const problem = signal.aborted ? failure : await whyNotSent(failure, file);
            const again = problem instanceof Problem && problem.passes && !dryRun;
            this.unanswered = again ? idempotencyKey : '';
            this.failed(problem);
        }
    }

    private answered(answer: ImportAnswer): void {
        dispatchEvent(new Event(RECEIVED));
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
                this.become({ name: 'refused', problem: new Problem(409, words(progress.problem?.code ?? progress.status), progress.problem?.detail ?? '', [], progress.problem?.code) });
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
