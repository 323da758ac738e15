import type { Palette } from '../../parts/chart';

/** How many levers have a colour of their own. */
export const LEVER_COLOURS = 10;

/** The colours of levers by turns are dark and bright, each 3 : 1 to its neighbours and to the surface. */
export function leverColour(palette: Palette, index: number): string {
    return palette(`wedge-${((index % LEVER_COLOURS) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}`);
}

const TURN = Math.PI / 4;

/** Patterns, so that a colour is never all that tells two levers apart. */
const PATTERNS = [
    null,
    { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: TURN },
    { symbol: 'circle', symbolSize: 0.7, dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0] },
    { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -TURN },
    { symbol: 'rect', dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0] },
    null,
    { symbol: 'triangle', symbolSize: 0.8, dashArrayX: [[9, 9], [0, 9, 9, 0]], dashArrayY: [8, 2] },
    { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4] },
    { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [4, 4], rotation: TURN },
    { symbol: 'circle', symbolSize: 0.9, dashArrayX: [[4, 10], [0, 7, 4, 3]], dashArrayY: [5, 2] },
];

/** The pattern of a lever, faint upon its colour. */
export function leverPattern(palette: Palette, index: number): object | undefined {
    const pattern = PATTERNS[index % PATTERNS.length];
    return pattern == null ? undefined : { ...pattern, color: palette(index % 2 === 0 ? 'on-dark' : 'on-bright') };
}
