import { get, Problem } from './api';
import { byId, el } from './dom';
import { timeOfDay } from './format';

const COLLECTED_MILLIS = 500;
const RETRY_MILLIS = 10_000;
const NOT_FOUND = 404;

interface Parts<T> {
    load: (signal: AbortSignal) => Promise<T>;
    show: (answer: T) => void;
    /** Nothing can be shown; the reason is on the page. */
    showNothing: (reason: string) => void;
}

/** A section of the page, whatever it shows. */
export interface Section {
    refresh(): Promise<void>;
    refreshSoon(): void;
    replace(): void;
    clear(): void;
}

/** One section of the page: it loads its answer, says when that was, or says why there is none. */
export class Panel<T> implements Section {
    readonly content: HTMLElement;
    private readonly section: HTMLElement;
    private readonly stamp: HTMLElement;
    private readonly problem: HTMLElement;
    private loading: AbortController | null = null;
    private planned: ReturnType<typeof setTimeout> | undefined;
    private retry: ReturnType<typeof setTimeout> | undefined;
    private shown: string | null = null;

    constructor(id: string, private readonly parts: Parts<T>) {
        this.section = byId(id);
        this.content = part(this.section, '.content');
        this.stamp = part(this.section, '.stamp');
        this.problem = part(this.section, '.problem');
    }

    /** Refreshes once for all changes of the next half second, so that a burst of events is one request. */
    refreshSoon(): void {
        this.planned ??= setTimeout(() => this.refresh(), COLLECTED_MILLIS);
    }

    async refresh(): Promise<void> {
        this.cancel();
        const loading = new AbortController();
        this.loading = loading;
        this.section.setAttribute('aria-busy', 'true');
        try {
            this.succeeded(await this.parts.load(loading.signal));
        } catch (failure) {
            if (!loading.signal.aborted) {
                this.failed(failure);
            }
        } finally {
            if (this.loading === loading) {
                this.section.removeAttribute('aria-busy');
            }
        }
    }

    /** Loads for another period: what is shown fades until its answer comes, and does not outlive a failure. */
    replace(): void {
        this.shown = null;
        this.section.classList.add('outdated');
        void this.refresh();
    }

    /** Forgets everything, for whoever signs in next. */
    clear(): void {
        this.cancel();
        this.empty('');
        this.problem.hidden = true;
        this.stamp.textContent = '';
    }

    private cancel(): void {
        clearTimeout(this.planned);
        clearTimeout(this.retry);
        this.planned = undefined;
        this.loading?.abort();
    }

    private succeeded(answer: T): void {
        const text = JSON.stringify(answer);
        this.problem.hidden = true;
        this.stamp.textContent = `updated ${timeOfDay(new Date())}`;
        if (text !== this.shown) {
            this.parts.show(answer);
            this.section.classList.remove('empty', 'outdated');
            this.flash();
            this.shown = text;
        }
    }

    private failed(failure: unknown): void {
        const problem = failure instanceof Problem ? failure : new Problem(0, 'This page has an error', String(failure));
        const stands = this.shown !== null && problem.passes;
        this.problem.replaceChildren(
            el('strong', {}, `${problem.title}.`),
            el('span', {}, ` ${problem.detail}`),
            stands ? ' The figures below are the last ones known.' : '',
        );
        this.problem.classList.toggle('absent', problem.status === NOT_FOUND);
        this.problem.hidden = false;
        if (!stands) {
            this.stamp.textContent = '';
            this.empty(problem.title);
        }
        if (problem.passes) {
            this.retry = setTimeout(() => this.refresh(), RETRY_MILLIS);
        }
    }

    private empty(reason: string): void {
        this.section.classList.add('empty');
        this.section.classList.remove('outdated');
        this.content.replaceChildren();
        this.parts.showNothing(reason);
        this.shown = null;
    }

    private flash(): void {
        if (this.shown !== null) {
            this.stamp.classList.remove('fresh');
            requestAnimationFrame(() => this.stamp.classList.add('fresh'));
        }
    }
}

/** Loads what belongs to one path. */
export function answerOf<T>(path: () => string): (signal: AbortSignal) => Promise<T> {
    return signal => get<T>(path(), signal);
}

function part(section: HTMLElement, selector: string): HTMLElement {
    const found = section.querySelector<HTMLElement>(selector);
    if (found === null) {
        throw new Error(`#${section.id} has no ${selector}`);
    }
    return found;
}
