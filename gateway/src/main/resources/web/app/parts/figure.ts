import { html, nothing, type TemplateResult } from 'lit';
import type { Quantity } from '../language/format';

/** A figure with its unit; where there is none, a dash and the reason. */
export function figure(text: string | null, reason: TemplateResult | string, unit = ''): TemplateResult {
    return text === null
        ? html`<span class="missing">– <span class="why">${reason}</span></span>`
        : html`<span class="figure">${text}${unit === '' ? nothing : html`<span class="unit"> ${unit}</span>`}</span>`;
}

/** The same of a quantity. */
export function quantity(value: Quantity | null, reason: string): TemplateResult {
    return figure(value?.text ?? null, reason, value?.unit);
}

/** What is known of one thing, each under its name; `across` where there are few. */
export function facts(all: [string, unknown][], across = false): TemplateResult {
    return across
        ? html`<dl class="facts across">${all.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
        : html`<dl class="facts">${all.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

export interface Tile {
    id: string;
    title: string;
    value: Quantity | null;
    /** Beside the value, or why there is none. */
    note: unknown;
    state?: 'good' | 'bad';
    /** Where more of it is shown. */
    href?: string;
}

/** Key figures side by side. */
export function tiles(all: Tile[]): TemplateResult {
    return html`<dl class="tiles wide">${all.map(tile)}</dl>`;
}

function tile(tile: Tile): TemplateResult {
    const title = tile.href === undefined ? tile.title : html`<a href=${tile.href}>${tile.title}</a>`;
    return html`<div class="tile" id="tile-${tile.id}" data-state=${tile.state ?? ''}>
        <dt>${title}</dt>
        <dd class="value">
            ${tile.value === null ? html`<span class="missing">–</span>` : figure(tile.value.text, '', tile.value.unit)}
        </dd>
        <dd class="note">${tile.note}</dd>
    </div>`;
}
