import { byId, el, figure } from './dom';

export interface Tile {
    value: string | null;
    unit?: string;
    note: string;
    state?: 'good' | 'bad';
}

/** Fills one of the key figures; without a value the note says why there is none. */
export function showTile(name: string, tile: Tile): void {
    const place = byId(`tile-${name}`);
    const title = place.querySelector('dt') as HTMLElement;
    const known = tile.value !== null;
    place.dataset.state = tile.state ?? '';
    place.replaceChildren(
        title,
        el('dd', { class: 'value' }, figure(tile.value, known ? '' : tile.note, tile.unit)),
        known ? el('dd', { class: 'note' }, tile.note) : el('dd', { class: 'note' }),
    );
}
