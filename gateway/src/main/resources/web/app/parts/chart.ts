import { html, type PropertyValues, type TemplateResult } from 'lit';
import { onPrinting, printing } from '../frame/printing';
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

type AnyFunction = (...given: never[]) => unknown;

const NARROW_PIXELS = 520;
/** From this much more or less room on a drawing is made anew. */
const REDRAWN_PIXELS = 60;
/** What is printed is laid out only when it is too late to draw, so paper gets a drawing of this width, which the style sheet fits into its place. */
const PAPER_PIXELS = 680;
const PAPER_RATIO = 2;

/** Once something was drawn. */
let library: typeof import('./drawing') | null = null;

/** A drawing. It repeats what a table beside it says, so its label names the table. */
class Chart extends Part {
    static override properties = { draw: { attribute: false }, label: {} };

    declare draw: Draw;
    declare label: string;
    private drawing: Drawing | null = null;
    private drawnNarrow = false;
    private drawnWidth = 0;
    /** What is drawn, as text, and its functions by their place in it: what a tooltip says is of the last answer. */
    private drawn = '';
    private readonly functions = new Map<string, AnyFunction>();
    private gone = false;
    private listening: (() => void)[] = [];
    private readonly watch = new ResizeObserver(() => this.fit());

    override connectedCallback(): void {
        super.connectedCallback();
        this.gone = false;
        this.setAttribute('role', 'img');
        this.listening = [onTheme(() => void this.redraw()), onPrinting(() => this.turn())];
        this.watch.observe(this);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.gone = true;
        this.listening.splice(0).forEach(each => each());
        this.watch.disconnect();
        this.drop();
    }

    protected override render(): TemplateResult {
        return html``;
    }

    protected override updated(changed: PropertyValues): void {
        super.updated(changed);
        this.setAttribute('aria-label', this.label);
        void this.redraw(false);
    }

    private get room(): number {
        return printing() ? PAPER_PIXELS : this.clientWidth;
    }

    private get narrow(): boolean {
        return this.room < NARROW_PIXELS;
    }

    /**
     * The library is large and comes only where something is drawn. Whoever shows a drawing says it at each of its own renders; one that
     * would come out the same stays, with the tooltip that somebody reads.
     *
     * @param anew whether it is drawn even so, in other colours or in another place
     */
    private async redraw(anew = true): Promise<void> {
        library ??= await import('./drawing').catch(() => null);
        if (library === null) {
            // the table beside it says the same, and a page that cannot be loaded says why
            return;
        }
        if (this.gone || this.room === 0) {
            return;
        }
        const [option, text] = this.wanted();
        if (!anew && text === this.drawn) {
            return;
        }
        this.drawing ??= new library.Drawing(this);
        this.show(this.drawing, option, text);
    }

    private show(drawing: Drawing, option: Option, text: string): void {
        this.drawn = text;
        this.drawnNarrow = this.narrow;
        this.drawnWidth = this.room;
        drawing.show(option);
    }

    /** Onto paper, or back onto the screen; the browser waits for neither a library nor a measure. */
    private turn(): void {
        if (library === null) {
            return;
        }
        const { clientHeight } = this;
        this.drop();
        if (printing()) {
            this.drawing = new library.Drawing(this, { width: PAPER_PIXELS, height: clientHeight || PAPER_PIXELS / 2, devicePixelRatio: PAPER_RATIO });
            const [option, text] = this.wanted();
            this.show(this.drawing, option, text);
        } else {
            void this.redraw();
        }
    }

    private drop(): void {
        this.drawing?.dispose();
        this.drawing = null;
        this.drawn = '';
        this.functions.clear();
    }

    /** What is to be drawn, and the same as text. */
    private wanted(): [Option, string] {
        const option = this.bound(this.draw({ palette: colour, narrow: this.narrow, width: this.room }), '') as Option;
        return [option, this.label + JSON.stringify(option)];
    }

    /** A part of an option whose functions are those of the last answer whenever they are called. */
    private bound(part: unknown, place: string): unknown {
        if (typeof part === 'function') {
            this.functions.set(place, part as AnyFunction);
            return (...given: never[]) => this.functions.get(place)?.(...given);
        }
        if (Array.isArray(part)) {
            return part.map((each, i) => (isSimple(each) ? each : this.bound(each, `${place}/${i}`)));
        }
        return isSimple(part) ? part : Object.fromEntries(Object.entries(part as object).map(([name, each]) => [name, this.bound(each, `${place}/${name}`)]));
    }

    /** Fits the drawing into its place, anew where its legend needs another room. */
    private fit(): void {
        if (this.clientWidth === 0 || printing()) {
            return;
        }
        if (this.drawing === null || this.narrow !== this.drawnNarrow || Math.abs(this.clientWidth - this.drawnWidth) > REDRAWN_PIXELS) {
            void this.redraw();
        }
        this.drawing?.fit();
    }
}

function isSimple(part: unknown): boolean {
    return part === null || (typeof part !== 'object' && typeof part !== 'function');
}

customElements.define('nz-chart', Chart);

/** A drawing of some height: `low`, ordinary, or `tall`. */
export function chart(label: string, draw: Draw, height: 'low' | 'ordinary' | 'tall' = 'ordinary'): TemplateResult {
    return html`<nz-chart class="chart ${height}" .label=${label} .draw=${draw}></nz-chart>`;
}

function colour(name: ColourName): string {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
