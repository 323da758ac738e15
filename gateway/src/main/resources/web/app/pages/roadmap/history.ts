import { html } from 'lit';
import { View } from './address';

class Stub extends View {
    protected override render(): unknown {
        return html``;
    }
}

customElements.define('nz-roadmap-history', Stub);
