import { stackedBars } from './bars';
import { Chart, type Option, type Palette } from './chart';
import { type Column, el, figure, table } from './dom';
import { showFindings } from './findings';
import * as format from './format';
import { answerOf, Panel } from './panel';
import { period } from './period';
import type { Amount, DataQuality, Inventory, Mass } from './shapes';
import { showTile } from './tiles';
import { words } from './words';

interface Row {
    name: string;
    note?: string;
    tonnes: number | null;
    share: number | null;
    kind: 'scope' | 'category' | 'total';
}

interface Figures {
    scope1: number | null;
    scope2Market: number | null;
    scope2Location: number | null;
    scope3: number | null;
    totalMarket: number | null;
    totalLocation: number | null;
}

const SOURCE = 'Inventory';
/** What is not all of something never reads 100 %. */
const LARGEST_PART = 0.999;
const SCOPES = ['SCOPE_1', 'SCOPE_2', 'SCOPE_3'];
const chart = new Chart('emissions');

export const emissionsPanel: Panel<Inventory> = new Panel('emissions', {
    load: answerOf<Inventory>(() => `/api/emissions/inventory?period=${period()}`),
    show,
    showNothing: reason => {
        chart.clear();
        showTile('emissions', { value: null, note: reason });
        showFindings(SOURCE, null);
    },
});

function show(inventory: Inventory): void {
    const figures = figuresOf(inventory);
    if (figures.totalMarket === null && figures.totalLocation === null) {
        chart.clear();
    } else {
        chart.draw(
            `Emissions of ${inventory.period} by scope, market-based and location-based. The figures are in the table below.`,
            palette => drawing(figures, palette),
        );
    }
    emissionsPanel.content.replaceChildren(
        table(`Emissions of ${inventory.period}`, columns, rowsOf(inventory, figures), row => row.kind),
        notes(inventory),
    );
    showFindings(SOURCE, inventory.findings);
    const location = format.amount(figures.totalLocation);
    showTile('emissions', {
        value: format.amount(figures.totalMarket),
        unit: format.TONNES,
        note:
            figures.totalMarket === null
                ? `Nothing of ${inventory.period} is calculated`
                : `${inventory.period}, ${withoutScopes(inventory)}market-based; location-based ${location ?? '–'} ${format.TONNES}`,
    });
}

function figuresOf(inventory: Inventory): Figures {
    const unknown = unknownScopes(inventory);
    const known = (scopes: string[], mass: Mass | undefined): number | null =>
        scopes.every(scope => unknown.has(scope)) ? null : format.tonnesOf(mass?.kgCo2e);
    return {
        scope1: known(['SCOPE_1'], inventory.scope1),
        scope2Market: known(['SCOPE_2'], inventory.scope2?.marketBased),
        scope2Location: known(['SCOPE_2'], inventory.scope2?.locationBased),
        scope3: known(['SCOPE_3'], inventory.scope3),
        totalMarket: known(SCOPES, inventory.total?.marketBased),
        totalLocation: known(SCOPES, inventory.total?.locationBased),
    };
}

/** Scopes without any result: the inventory's sum of nothing is 0, and a finding says that it means unknown. */
function unknownScopes(inventory: Inventory): Set<string> {
    return new Set(inventory.findings.filter(each => each.code === 'NOTHING_CALCULATED').map(each => each.subject ?? ''));
}

const columns: Column<Row>[] = [
    {
        head: 'Scope',
        cell: row => el('span', {}, row.name, row.note === undefined ? null : el('span', { class: 'why' }, ` ${row.note}`)),
    },
    {
        head: 'Emissions',
        unit: format.TONNES,
        numeric: true,
        cell: row => figure(format.amount(row.tonnes), 'no records'),
    },
    {
        head: 'Share',
        unit: 'of its total',
        numeric: true,
        cell: row => figure(format.share(row.share), row.tonnes === null ? '' : 'no total'),
    },
];

function withoutScopes(inventory: Inventory): string {
    const names = [...unknownScopes(inventory)].map(scope => words(scope).toLowerCase());
    return names.length === 0 ? '' : `without ${names.join(', ')}; `;
}

function rowsOf(inventory: Inventory, figures: Figures): Row[] {
    const { scope1, scope2Market, scope2Location, scope3, totalMarket, totalLocation } = figures;
    const categories = inventory.scope3?.categories ?? [];
    return [
        row('scope', 'Scope 1', scope1, totalMarket, 'direct'),
        row('scope', 'Scope 2, market-based', scope2Market, totalMarket, 'by contract'),
        row('scope', 'Scope 2, location-based', scope2Location, totalLocation, 'by grid, not added'),
        row('scope', 'Scope 3', scope3, totalMarket, 'value chain'),
        ...categories.map(category =>
            row('category', words(category.category), format.tonnesOf(category.kgCo2e), totalMarket),
        ),
        row('total', 'Total, market-based', totalMarket, totalMarket),
        row('total', 'Total, location-based', totalLocation, totalLocation),
    ];
}

function row(kind: Row['kind'], name: string, tonnes: number | null, total: number | null, note?: string): Row {
    const share = tonnes === null || total === null || total === 0 ? null : tonnes / total;
    return { kind, name, tonnes, share, note };
}

function notes(inventory: Inventory): Node {
    const avoided = format.amount(format.tonnesOf(inventory.avoidedKgCo2e));
    const biogenic = format.amount(format.tonnesOf(inventory.biogenicCo2Kg));
    return el(
        'ul',
        { class: 'notes' },
        el(
            'li',
            {},
            el('span', { class: 'badge' }, words(inventory.status)),
            inventory.complete ? ' Complete.' : ' Not complete: see the findings.',
            ` Warming potentials: ${words(inventory.gwpSet)}.`,
        ),
        el('li', {}, uncertainty(inventory)),
        quality(inventory.dataQuality),
        avoided === null ? null : el('li', {}, `Avoided elsewhere, outside the inventory: ${avoided} ${format.TONNES}.`),
        biogenic === null ? null : el('li', {}, `Biogenic CO₂, apart from the scopes: ${biogenic} t.`),
    );
}

/** Bounds of the location-based total, or how much of it has an uncertainty that is known. */
function uncertainty(inventory: Inventory): string {
    const known = inventory.uncertainty;
    const lower = format.amount(format.tonnesOf(known?.lowerKgCo2e));
    const upper = format.amount(format.tonnesOf(known?.upperKgCo2e));
    if (lower !== null && upper !== null) {
        return `Uncertainty (95 %) of the location-based total: ${lower} to ${upper} ${format.TONNES}.`;
    }
    const width = format.amount(format.tonnesOf(known?.halfWidthKgCo2e));
    const covered = format.number(known?.coveredShare);
    if (width !== null && covered !== null) {
        const share = format.share(Math.min(covered, LARGEST_PART));
        return `Uncertainty (95 %): ± ${width} ${format.TONNES} of the ${share} of the location-based total for which it is known.`;
    }
    return `Uncertainty: – ${known?.note ?? 'not stated by the inventory'}.`;
}

function quality(data: DataQuality | null | undefined): HTMLElement | null {
    const shares: [string, Amount][] = [
        ['measured', data?.measuredShare],
        ['invoiced', data?.invoicedShare],
        ['estimated', data?.estimatedShare],
        ['stated', data?.statedShare],
        ['defaulted', data?.defaultedShare],
        ['of unknown origin', data?.unknownShare],
    ];
    const parts = shares.flatMap(([name, value]) => {
        const share = format.number(value);
        return share === null || share === 0 ? [] : [`${format.share(share)} ${name}`];
    });
    if (parts.length === 0) {
        return null;
    }
    const score = format.ratio(data?.score);
    const scored = score === null ? '' : ` Mean score, from 1, the best, to 5: ${score}, of ${format.share(data?.scoredShare)}.`;
    return el('li', {}, `Data behind the location-based total: ${parts.join(', ')}.${scored}`);
}

function drawing(figures: Figures, palette: Palette): Option {
    return stackedBars(palette, format.TONNES, ['Market-based', 'Location-based'], [
        { name: 'Scope 1', colour: palette('scope-1'), values: [figures.scope1, figures.scope1] },
        { name: 'Scope 2', colour: palette('scope-2'), values: [figures.scope2Market, figures.scope2Location] },
        { name: 'Scope 3', colour: palette('scope-3'), values: [figures.scope3, figures.scope3] },
    ]);
}
