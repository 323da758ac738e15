import { html } from 'lit';
import { Part } from '../../parts/part';
class XHeat extends Part { protected override render(): unknown { return html``; } }
customElements.define('nz-heat', XHeat);
