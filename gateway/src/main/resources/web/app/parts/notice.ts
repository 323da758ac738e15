import { html, nothing, type TemplateResult } from 'lit';
import { Problem } from '../api/api';
import { refusal } from './apiText';
import { Part } from './part';

type Kind = 'good' | 'bad';

const SHOWN_MILLIS = 8_000;

let shown: Notice | null = null;

/** Says what came of something the reader did. */
export function announce(text: string | Problem, kind: Kind = 'good'): void {
    shown?.say(text, kind);
}

/** The place of announcements, one for the whole page; screen readers read what comes into it. */
class Notice extends Part {
    private text: string | Problem = '';
    private kind: Kind = 'good';
    private ends: ReturnType<typeof setTimeout> | undefined;

    override connectedCallback(): void {
        super.connectedCallback();
        shown = this;
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        clearTimeout(this.ends);
        shown = null;
    }

    say(text: string | Problem, kind: Kind): void {
        this.text = text;
        this.kind = kind;
        clearTimeout(this.ends);
        this.ends = setTimeout(() => this.say('', kind), text === '' ? 0 : SHOWN_MILLIS);
        if (text === '') {
            clearTimeout(this.ends);
        }
        this.requestUpdate();
    }

    protected override render(): TemplateResult {
        return html`<div role="status" aria-live="polite">
            ${this.text === '' ? nothing : html`<p class="notice ${this.kind}">${this.text instanceof Problem ? refusal(this.text) : this.text}</p>`}
        </div>`;
    }
}

customElements.define('nz-notice', Notice);
