import { get, Problem } from './api';
import { type Column, el, figure, table } from './dom';
import * as format from './format';
import { Panel } from './panel';
import { period, thisYear } from './period';
import type { Fleet } from './shapes';
import { showTile } from './tiles';
import { words } from './words';

interface Fleets {
    chosen: Fleet;
    /** What was measured this year, where another year is chosen. */
    current: Fleet | null;
}

export const fleetPanel: Panel<Fleets> = new Panel('fleet', {
    load,
    show,
    showNothing: reason => showTile('pue', { value: null, note: reason }),
});

async function load(signal: AbortSignal): Promise<Fleets> {
    const [chosen, current] = await Promise.all([
        get<Fleet>(path(period()), signal),
        period() === thisYear() ? null : get<Fleet>(path(thisYear()), signal).catch(nothingMeasured),
    ]);
    return { chosen, current };
}

function path(year: number): string {
    return `/api/datacenters/indicators?year=${year}`;
}

function nothingMeasured(failure: unknown): null {
    if (failure instanceof Problem && failure.status === 404) {
        return null;
    }
    throw failure;
}

function show(fleets: Fleets): void {
    const rows = fleets.current === null ? [fleets.chosen] : [fleets.chosen, fleets.current];
    fleetPanel.content.replaceChildren(
        table('PUE of the fleet, facility energy over IT energy', columns, rows),
        ...rows.map(leftOut),
    );
    showFleetTile(fleets.chosen);
}

const columns: Column<Fleet>[] = [
    { head: 'Year', cell: row => (row.year === thisYear() ? `${row.year} so far` : String(row.year)) },
    { head: 'Stated', numeric: true, cell: row => figure(format.ratio(row.stated?.pue), 'not stated') },
    { head: 'Mean', unit: 'of data centres', numeric: true, cell: row => figure(format.ratio(row.mean?.pue), noneCounts(row)) },
    { head: 'Energy-weighted', numeric: true, cell: row => figure(format.ratio(row.energyWeighted?.pue), noneCounts(row)) },
    { head: 'Counted', unit: 'data centres', numeric: true, cell: row => format.recorded(row.included.length) },
];

function noneCounts(fleet: Fleet): string {
    if (fleet.included.length > 0) {
        return 'energies not known';
    }
    return fleet.leftOut.length > 0 ? 'all left out' : 'none measured';
}

function leftOut(fleet: Fleet): Node {
    if (fleet.leftOut.length === 0) {
        return el('p', { class: 'notes' }, `${fleet.year}: nothing was left out of the averages.`);
    }
    return el(
        'div',
        { class: 'notes' },
        el('p', {}, `${fleet.year}: left out of the averages`),
        el('ul', {}, ...fleet.leftOut.map(each => el('li', {}, `${each.datacenterId}: ${words(each.reason)}`))),
    );
}

function showFleetTile(fleet: Fleet): void {
    const stated = format.ratio(fleet.stated?.pue);
    const mean = format.ratio(fleet.mean?.pue);
    showTile('pue', {
        value: stated ?? mean,
        note: [`${fleet.year}, ${stated === null ? 'mean' : 'as stated'}`, ...averages(fleet, stated !== null)].join('; '),
    });
}

/** The averages beside the figure shown, or why there are none. */
function averages(fleet: Fleet, withMean: boolean): string[] {
    const mean = format.ratio(fleet.mean?.pue);
    const weighted = format.ratio(fleet.energyWeighted?.pue);
    if (mean === null) {
        return [`averages: – ${noneCounts(fleet)}`];
    }
    return [...(withMean ? [`mean ${mean}`] : []), `energy-weighted ${weighted ?? '–'}`];
}
