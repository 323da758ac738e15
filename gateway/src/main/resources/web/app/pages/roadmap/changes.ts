import type { ReactiveControllerHost } from 'lit';
import { Problem, type Violation, write } from '../../api/api';
import { dictionary } from '../../language/language';
import { announce } from '../../parts/notice';
import type { Query } from '../../parts/query';
import { scenarioPath } from './address';
import type { Scenario } from './shapes';

const t = dictionary(
    {
        undone: 'The last change is taken back.',
        overtaken: 'Somebody else changed the scenario since, so your changes can no longer be taken back one by one.',
    },
    {
        undone: '已撤销上一次修改。',
        overtaken: '其他人已修改该情景，无法再逐项撤销您的修改。',
    },
);

const UNDONE_AT_MOST = 100;

/** What a reader changes of a scenario: stored at once, one change after the other, each upon the answer of the one before, and taken back one by one. */
export class Changes {
    /** What is typed but was refused. */
    draft: Scenario | null = null;
    violations: Violation[] = [];
    problem: Problem | null = null;
    /** The fields that hold something which is no number. */
    readonly unreadable = new Set<string>();
    private undoable: Scenario[] = [];
    /** The version that this page stored last. */
    private stored: number | null = null;
    private pending = 0;
    private turn: Promise<void> = Promise.resolve();
    private about = '';

    /**
     * @param document the scenario as it is stored
     * @param projected projects it anew
     */
    constructor(
        private readonly host: ReactiveControllerHost,
        private readonly document: Query<Scenario>,
        private readonly projected: () => Promise<void>,
    ) {}

    /** Begins anew with another scenario. */
    begin(id: string): void {
        this.about = id;
        this.undoable = [];
        this.stored = null;
        this.unreadable.clear();
        this.discard();
    }

    /** Tells whether what a field holds can be read; what cannot is not stored. */
    read(field: string, readable: boolean): void {
        if (readable === this.unreadable.has(field)) {
            this.unreadable[readable ? 'delete' : 'add'](field);
            this.host.requestUpdate();
        }
    }

    /** How many changes can be taken back. */
    get count(): number {
        return this.undoable.length;
    }

    get saving(): boolean {
        return this.pending > 0;
    }

    /** @param said once it is stored */
    store(change: (scenario: Scenario) => void, said?: string): void {
        this.inTurn(async () => {
            const saved = this.document.answer;
            if (saved === null) {
                return;
            }
            const shown = this.draft ?? saved;
            const next = structuredClone(shown);
            change(next);
            if (JSON.stringify(next) === JSON.stringify(shown)) {
                return;
            }
            // with the version that it rests on, so that nobody's later change is overwritten unseen
            this.draft = next;
            this.host.requestUpdate();
            const earlier = this.isOurs(saved) ? this.undoable : [];
            await this.put(next, [...earlier, saved].slice(-UNDONE_AT_MOST), said);
        });
    }

    /** Takes back what was refused, else the last change. */
    undo(): void {
        this.inTurn(async () => {
            if (this.draft !== null) {
                this.giveUp();
                return;
            }
            const earlier = this.undoable.at(-1);
            const saved = this.document.answer;
            if (earlier === undefined || saved === null) {
                return;
            }
            if (!this.isOurs(saved)) {
                this.undoable = [];
                announce(t('overtaken'), 'bad');
                return;
            }
            await this.put({ ...earlier, version: saved.version }, this.undoable.slice(0, -1), t('undone'));
        });
    }

    /** Drops what was refused, and shows what is stored. */
    giveUp(): void {
        this.discard();
        void this.document.refresh();
        this.host.requestUpdate();
    }

    /** Whether nobody else changed the scenario since this page did, so that to undo takes back only what the reader did. */
    private isOurs(saved: Scenario): boolean {
        return saved.version === this.stored;
    }

    /**
     * @param undoable what can be taken back once it is stored
     * @param said once it is stored and projected
     */
    private async put(scenario: Scenario, undoable: Scenario[], said?: string): Promise<void> {
        const id = this.about;
        const answer = await write<Scenario>('PUT', scenarioPath(id, '', {}), scenario);
        if (id !== this.about) {
            return;
        }
        this.document.take(answer);
        this.stored = answer.version;
        this.undoable = undoable;
        this.discard();
        await this.projected();
        if (said !== undefined) {
            announce(said);
        }
    }

    /** What is said of a scenario is not done to another one, to which the reader may have gone before its turn came. */
    private inTurn(what: () => Promise<void>): void {
        const id = this.about;
        this.pending += 1;
        this.host.requestUpdate();
        this.turn = this.turn
            .then(() => (id === this.about ? what() : undefined))
            .catch((failure: unknown) => {
                if (id === this.about) {
                    this.refused(failure);
                }
            })
            .then(() => {
                this.pending -= 1;
                this.host.requestUpdate();
            });
    }

    private refused(failure: unknown): void {
        this.problem = Problem.of(failure);
        this.violations = this.problem.violations;
    }

    private discard(): void {
        this.draft = null;
        this.violations = [];
        this.problem = null;
    }
}
