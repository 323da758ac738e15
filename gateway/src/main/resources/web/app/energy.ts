import { stackedBars } from './bars';
import { Chart, type Option, type Palette } from './chart';
import { type Column, el, figure, table } from './dom';
import { showFindings } from './findings';
import * as format from './format';
import { answerOf, Panel } from './panel';
import { period } from './period';
import type { Balance, CarrierEnergy } from './shapes';
import { showTile } from './tiles';
import { unit, words } from './words';

const SOURCE = 'Energy';
const CARRIER_COLOURS = ['carrier-1', 'carrier-2', 'carrier-3', 'carrier-4', 'carrier-5'] as const;
const LEGEND_LINES = 2;
const LEGEND_LINES_WHERE_NARROW = 3;
const chart = new Chart('energy');

export const energyPanel: Panel<Balance> = new Panel('energy', {
    load: answerOf<Balance>(() => `/api/energy/balance?period=${period()}`),
    show,
    showNothing: reason => {
        chart.clear();
        showTile('energy', { value: null, note: reason });
        showTile('renewable', { value: null, note: reason });
        showFindings(SOURCE, null);
    },
});

function show(balance: Balance): void {
    const carriers = largestFirst(balance.byCarrier);
    if (carriers.length === 0) {
        chart.clear();
    } else {
        drawCarriers(balance, carriers);
    }
    energyPanel.content.replaceChildren(
        carriers.length === 0
            ? el('p', { class: 'muted' }, `– No energy of ${balance.period} is on file.`)
            : table(`Energy of ${balance.period} by carrier`, carrierColumns(balance), carriers),
        table(`Energy of ${balance.period} in total`, totalColumns, totals(balance), row => row.kind),
        convention(balance),
    );
    showFindings(SOURCE, balance.findings);
    showTiles(balance);
}

function drawCarriers(balance: Balance, carriers: CarrierEnergy[]): void {
    chart.draw(
        `Energy of ${balance.period} by carrier, and how much of the electricity is renewable. The figures are in the tables below.`,
        palette => drawing(balance, carriers, palette),
    );
}

function largestFirst(carriers: CarrierEnergy[]): CarrierEnergy[] {
    return [...carriers].sort((a, b) => (format.number(b.energyMwh) ?? 0) - (format.number(a.energyMwh) ?? 0));
}

function showTiles(balance: Balance): void {
    const direct = format.amount(balance.directMwh) ?? 'not known';
    const indirect = format.amount(balance.indirectMwh) ?? 'not known';
    showTile('energy', {
        value: format.amount(balance.totalMwh?.asPublished),
        unit: format.MWH,
        note: balance.totalMwh?.asPublished == null ? 'The balance has no total' : `direct ${direct}, indirect ${indirect} ${format.MWH}`,
    });
    showTile('renewable', {
        value: format.preciseShare(balance.renewableShare?.value),
        note: fraction(balance) ?? 'No electricity is on file to take a share of',
    });
}

function fraction(balance: Balance): string | null {
    const numerator = format.amount(balance.renewableShare?.numeratorMwh);
    const denominator = format.amount(balance.renewableShare?.denominatorMwh);
    return numerator === null || denominator === null ? null : `${numerator} of ${denominator} ${format.MWH}`;
}

function carrierColumns(balance: Balance): Column<CarrierEnergy>[] {
    const total = format.number(balance.totalMwh?.asPublished);
    return [
        { head: 'Carrier', cell: row => words(row.carrier) },
        {
            head: 'Recorded',
            numeric: true,
            cell: row => figure(format.recorded(row.quantity?.value), 'in several units', unit(row.quantity?.unit ?? '')),
        },
        { head: 'Energy', unit: format.MWH, numeric: true, cell: row => figure(format.amount(row.energyMwh), 'no heating value') },
        { head: 'Share', unit: 'of the total', numeric: true, cell: row => figure(format.share(shareOf(row, total)), 'no total') },
        { head: 'Basis', cell: row => figure(row.provenance === undefined ? null : words(row.provenance), 'not stated') },
    ];
}

function shareOf(row: CarrierEnergy, total: number | null): number | null {
    const energy = format.number(row.energyMwh);
    return energy === null || total === null || total === 0 ? null : energy / total;
}

interface Total {
    name: string;
    note: string;
    text: string | null;
    unit: string;
    kind: 'part' | 'total';
}

const totalColumns: Column<Total>[] = [
    { head: 'Balance', cell: row => el('span', {}, row.name, el('span', { class: 'why' }, ` ${row.note}`)) },
    { head: '', numeric: true, cell: row => figure(row.text, 'not on file', row.unit) },
];

function totals(balance: Balance): Total[] {
    const energy = (kind: Total['kind'], name: string, note: string, value: string | null): Total => ({
        kind, name, note, text: value, unit: format.MWH,
    });
    return [
        energy('part', 'Direct', 'fuels burnt on site and in own vehicles', format.amount(balance.directMwh)),
        energy('part', 'Indirect', 'purchased electricity, heat, cooling', format.amount(balance.indirectMwh)),
        energy('total', 'Total', 'direct + indirect, as published', format.amount(balance.totalMwh?.asPublished)),
        energy('total', 'Total, GRI 302', 'with own renewable generation', format.amount(balance.totalMwh?.gri302)),
        energy('part', 'Renewable, purchased', 'part of indirect', format.amount(balance.renewable?.purchasedMwh)),
        energy('part', 'Renewable, own generation', 'used on site', format.amount(balance.renewable?.ownMwh)),
        {
            kind: 'total',
            name: 'Renewable share of electricity',
            note: fraction(balance) ?? '',
            text: format.preciseShare(balance.renewableShare?.value),
            unit: '',
        },
    ];
}

function convention(balance: Balance): Node {
    const text = balance.renewableShare?.convention;
    return text === undefined ? el('p') : el('p', { class: 'notes' }, `How the share is counted: ${text}`);
}

function drawing(balance: Balance, carriers: CarrierEnergy[], palette: Palette): Option {
    const renewable = format.number(balance.renewableShare?.numeratorMwh);
    const electricity = format.number(balance.renewableShare?.denominatorMwh);
    const rest = renewable === null || electricity === null ? null : electricity - renewable;
    return stackedBars(palette, format.MWH, ['By carrier', 'Electricity'], [
        ...carriers.map((carrier, i) => ({
            name: words(carrier.carrier),
            colour: palette(CARRIER_COLOURS[Math.min(i, CARRIER_COLOURS.length - 1)]),
            values: [format.number(carrier.energyMwh), null],
        })),
        { name: 'Renewable electricity', colour: palette('renewable'), values: [null, renewable] },
        { name: 'Other electricity', colour: palette('rest'), values: [null, rest] },
    ], chart.narrow ? LEGEND_LINES_WHERE_NARROW : LEGEND_LINES);
}
