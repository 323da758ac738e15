import { html, type TemplateResult } from 'lit';
import { parameter } from '../../frame/route';
import { Part } from '../../parts/part';
import './facility';
import './fleet';

/** The page of data centres: the fleet, or one facility where the address names it. */
class Datacenters extends Part {
    protected override render(): TemplateResult {
        const id = parameter('id');
        return id === null
            ? html`<nz-fleet class="parts"></nz-fleet>`
            : html`<nz-facility class="parts" .facilityId=${id}></nz-facility>`;
    }
}

customElements.define('nz-datacenters', Datacenters);
