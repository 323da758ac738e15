import { html } from 'lit';
import { Part } from '../../parts/part';
class OnSite extends Part { protected override render(): unknown { return html``; } }
customElements.define('nz-on-site', OnSite);
