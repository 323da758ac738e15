import { html } from 'lit';
import { Part } from '../../parts/part';
class Hours extends Part { protected override render(): unknown { return html``; } }
customElements.define('nz-hours', Hours);
