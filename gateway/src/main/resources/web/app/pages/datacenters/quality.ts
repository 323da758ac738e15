import { html } from 'lit';
import { Part } from '../../parts/part';
class XQuality extends Part { protected override render(): unknown { return html``; } }
customElements.define('nz-quality', XQuality);
