import { LitElement } from 'lit';
import { onRoute } from '../frame/route';
import { onLanguage } from '../language/language';

/** A part of the page: drawn into the document itself, so that one style sheet holds for all, and anew when the language or the address changes. */
export abstract class Part extends LitElement {
    private readonly release: (() => void)[] = [];

    override connectedCallback(): void {
        super.connectedCallback();
        const again = (): void => this.requestUpdate();
        this.release.push(onLanguage(again), onRoute(again));
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.release.splice(0).forEach(each => each());
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }
}
