import { html, type TemplateResult } from 'lit';
import { Part } from '../../parts/part';

class Datacenters extends Part {
    protected override render(): TemplateResult {
        return html``;
    }
}

customElements.define('nz-datacenters', Datacenters);
