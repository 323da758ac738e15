import { html, nothing, type TemplateResult } from 'lit';
import { Problem } from '../api/api';
import { dictionary } from '../language/language';
import { refusal, refused, violated } from './apiText';
import { Part } from './part';

const t = dictionary({ cancel: 'Cancel', close: 'Close', working: 'Working…' }, { cancel: '取消', close: '关闭', working: '正在处理…' });

/** A question that has to be answered before anything else. */
export interface Question {
    id: string;
    title: string;
    /** What is asked, and the fields of the answer; drawn anew with the page. */
    body: () => unknown;
    /** What the button that does it says; without one there is nothing to do but to close. */
    confirm?: string;
    dangerous?: boolean;
    /** Does it; what it throws is shown, and the dialog stays. */
    done?: (fields: FormData) => Promise<void>;
}

let place: Dialog | null = null;

/** Opens a dialog over the page. The browser keeps the focus in it, closes it by Escape, and gives the focus back. */
export function ask(question: Question): void {
    if (place?.isConnected !== true) {
        place = document.createElement('nz-dialog') as Dialog;
        // with the dashboard it goes, when the session ends
        (document.querySelector('#dashboard') ?? document.body).append(place);
    }
    place.open(question);
}

class Dialog extends Part {
    private question: Question | null = null;
    private problem: Problem | null = null;
    private working = false;

    open(question: Question): void {
        this.question = question;
        this.problem = null;
        this.working = false;
        this.requestUpdate();
        void this.updateComplete.then(() => {
            if (!this.element.open) {
                this.element.showModal();
                this.element.querySelector<HTMLElement>('input, select, textarea')?.focus();
            }
        });
    }

    protected override render(): unknown {
        return html`<dialog aria-labelledby="dialog-title" @close=${this.closed}>${this.question === null ? nothing : this.form(this.question)}</dialog>`;
    }

    private form(question: Question): TemplateResult {
        return html`<form id=${question.id} class="asking" @submit=${this.submit}>
            <h2 id="dialog-title">${question.title}</h2>
            ${question.body()}
            <div role="alert">${this.problem === null ? nothing : explained(this.problem)}</div>
            <p class="actions">
                <button type="button" class="quiet" @click=${() => this.element.close()}>
                    ${question.confirm === undefined ? t('close') : t('cancel')}
                </button>
                ${question.confirm === undefined
                    ? nothing
                    : html`<button type="submit" class=${question.dangerous ? 'dangerous' : ''} ?disabled=${this.working}>
                          ${this.working ? t('working') : question.confirm}
                      </button>`}
            </p>
        </form>`;
    }

    private get element(): HTMLDialogElement {
        return this.querySelector('dialog') as HTMLDialogElement;
    }

    private closed(): void {
        this.question = null;
        this.requestUpdate();
    }

    private async submit(event: Event): Promise<void> {
        event.preventDefault();
        const asked = this.question;
        if (asked?.done === undefined) {
            this.element.close();
            return;
        }
        this.working = true;
        this.problem = null;
        this.requestUpdate();
        try {
            await asked.done(new FormData(event.target as HTMLFormElement));
            if (this.question === asked) {
                this.element.close();
            }
        } catch (failure) {
            this.problem = failure instanceof Problem ? failure : new Problem(0, String(failure), '');
        } finally {
            this.working = false;
            this.requestUpdate();
        }
    }
}

customElements.define('nz-dialog', Dialog);

/** A problem with all that is wrong. */
export function explained(problem: Problem): TemplateResult {
    const { violations } = problem;
    return html`<div class="problem">
        <p>${violations.length === 0 ? refusal(problem) : refused(problem)}</p>
        ${violations.length === 0
            ? nothing
            : html`<ul>
                  ${violations.map(each => html`<li>${each.field === '' ? nothing : html`<code>${each.field}</code>: `}${violated(each)}</li>`)}
              </ul>`}
    </div>`;
}
