import { html, type TemplateResult } from 'lit';
import { Part } from '../../parts/part';

class Roadmap extends Part {
    protected override render(): TemplateResult {
        return html``;
    }
}

customElements.define('nz-roadmap', Roadmap);
