import { html, type PropertyValues, type TemplateResult } from 'lit';
import { onTheme } from '../frame/theme';
import type { Drawing, Option } from './drawing';
import { Part } from './part';

/** Colours by what they stand for; the style sheet defines them for light and dark. */
export type Palette = (name: ColourName) => string;

export type ColourName =
    | 'text' | 'muted' | 'line' | 'surface' | 'accent' | 'good' | 'bad'
    | 'scope-1' | 'scope-2' | 'scope-3' | 'baseline' | 'target' | 'net' | 'renewable'
    | 'carrier-1' | 'carrier-2' | 'carrier-3' | 'carrier-4' | 'carrier-5' | 'rest'
    | 'series-1' | 'series-2' | 'series-3' | 'series-4' | 'series-5' | 'series-6' | 'series-7' | 'series-8'
    | `wedge-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}` | 'on-dark' | 'on-bright';

/** What a drawing may depend on. */
export interface Ground {
    palette: Palette;
    /** Whether there is too little room for side-by-side texts. */
    narrow: boolean;
    /** In pixels, for legends, which wrap. */
    width: number;
}

export type Draw = (ground: Ground) => Option;

const NARROW_PIXELS = 520;
/** From this much more or less room on a drawing is made anew. */
const REDRAWN_PIXELS = 60;

/** A drawing. It repeats what a table beside it says, so its label names the table. */
class Chart extends Part {
    static override properties = { draw: { attribute: false }, label: {} };

    declare draw: Draw;
    declare label: string;
    private drawing: Drawing | null = null;
    private drawnNarrow = false;
    private drawnWidth = 0;
    private gone = false;
    private releaseTheme: (() => void) | null = null;
    private readonly watch = new ResizeObserver(() => this.fit());

    override connectedCallback(): void {
        super.connectedCallback();
        this.gone = false;
        this.setAttribute('role', 'img');
        this.releaseTheme = onTheme(() => this.redraw());
        this.watch.observe(this);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.gone = true;
        this.releaseTheme?.();
        this.watch.disconnect();
        this.drawing?.dispose();
        this.drawing = null;
    }

    protected override render(): TemplateResult {
        return html``;
    }

    protected override updated(changed: PropertyValues): void {
        super.updated(changed);
        this.setAttribute('aria-label', this.label);
        this.redraw();
    }

    private get narrow(): boolean {
        return this.clientWidth < NARROW_PIXELS;
    }

    /** The library is large and comes only where something is drawn. */
    private async redraw(): Promise<void> {
        const library = await import('./drawing').catch(() => null);
        if (library === null) {
            // the table beside it says the same, and a page that cannot be loaded says why
            return;
        }
        if (this.gone || this.clientWidth === 0) {
            return;
        }
        this.drawing ??= new library.Drawing(this);
        this.drawnNarrow = this.narrow;
        this.drawnWidth = this.clientWidth;
        this.drawing.show(this.draw({ palette: colour, narrow: this.narrow, width: this.clientWidth }));
    }

    /** Fits the drawing into its place, anew where its legend needs another room. */
    private fit(): void {
        if (this.clientWidth === 0) {
            return;
        }
        if (this.drawing === null || this.narrow !== this.drawnNarrow || Math.abs(this.clientWidth - this.drawnWidth) > REDRAWN_PIXELS) {
            void this.redraw();
        }
        this.drawing?.fit();
    }
}

customElements.define('nz-chart', Chart);

/** A drawing of some height: `low`, ordinary, or `tall`. */
export function chart(label: string, draw: Draw, height: 'low' | 'ordinary' | 'tall' = 'ordinary'): TemplateResult {
    return html`<nz-chart class="chart ${height}" .label=${label} .draw=${draw}></nz-chart>`;
}

function colour(name: ColourName): string {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
