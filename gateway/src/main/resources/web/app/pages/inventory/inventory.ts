import { html, type TemplateResult } from 'lit';
import { Part } from '../../parts/part';

class Inventory extends Part {
    protected override render(): TemplateResult {
        return html``;
    }
}

customElements.define('nz-inventory', Inventory);
