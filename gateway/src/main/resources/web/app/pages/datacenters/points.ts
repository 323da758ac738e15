import { html } from 'lit';
import { Part } from '../../parts/part';
class XPoints extends Part { protected override render(): unknown { return html``; } }
customElements.define('nz-points', XPoints);
