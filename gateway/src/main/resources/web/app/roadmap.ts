import { get } from './api';
import { Chart } from './chart';
import { byId, type Column, el, figure, table } from './dom';
import * as format from './format';
import { Panel } from './panel';
import { thisYear } from './period';
import { roadmapDrawing } from './roadmapChart';
import type { MeasuredFacility, ProjectedYear, Projection, ScenarioSummary } from './shapes';
import { showTile } from './tiles';
import { words } from './words';

interface Roadmap {
    scenarios: ScenarioSummary[];
    scenario: ScenarioSummary | null;
    projection: Projection | null;
}

const chart = new Chart('roadmap');
const picker = byId<HTMLSelectElement>('scenario');
const claimPlace = byId('roadmap-claim');

export const roadmapPanel: Panel<Roadmap> = new Panel('roadmap', {
    load,
    show,
    showNothing: reason => {
        chart.clear();
        claimPlace.replaceChildren();
        showTile('target', { value: null, note: reason });
    },
});

picker.addEventListener('change', () => roadmapPanel.replace());

async function load(signal: AbortSignal): Promise<Roadmap> {
    const scenarios = await get<ScenarioSummary[]>('/api/roadmap/scenarios', signal);
    const scenario =
        scenarios.find(each => each.id === picker.value) ??
        scenarios.find(each => each.id === 'committed') ??
        scenarios[0] ??
        null;
    const projection =
        scenario === null
            ? null
            : await get<Projection>(`/api/roadmap/scenarios/${encodeURIComponent(scenario.id)}/projection`, signal);
    return { scenarios, scenario, projection };
}

function show({ scenarios, scenario, projection }: Roadmap): void {
    if (scenario === null || projection === null) {
        showNoScenario();
        return;
    }
    offer(scenarios, scenario);
    const end = projection.years.find(year => year.year === scenario.targetYear);
    byId('roadmap-title').textContent = `Roadmap ${scenario.baseYear} to ${scenario.targetYear}`;
    chart.draw(
        `Projected emissions by scope, baseline, target path and renewable share from ${scenario.baseYear} to ${scenario.targetYear}. The figures are in the table below.`,
        palette => roadmapDrawing(projection.years, palette, chart.narrow),
    );
    claimPlace.replaceChildren(...(end === undefined ? [] : [claim(end), measured(projection), wedges(end)]));
    roadmapPanel.content.replaceChildren(
        table(`${scenario.name}: emissions in ${format.TONNES}`, columns, projection.years, row => (row.actual ? 'actual' : '')),
        remarks(projection),
    );
    showTargetTile(scenario, end);
}

function showNoScenario(): void {
    chart.clear();
    claimPlace.replaceChildren();
    roadmapPanel.content.replaceChildren(el('p', { class: 'muted' }, '– No scenario is on file.'));
    showTile('target', { value: null, note: 'No scenario is on file' });
}

function offer(scenarios: ScenarioSummary[], chosen: ScenarioSummary): void {
    picker.replaceChildren(...scenarios.map(each => el('option', { value: each.id }, each.name)));
    picker.value = chosen.id;
    picker.hidden = scenarios.length < 2;
}

const columns: Column<ProjectedYear>[] = [
    { head: 'Year', cell: row => String(row.year) },
    { head: 'Basis', cell: row => (row.actual ? 'Inventory' : 'Modelled') },
    tonnes('Baseline', row => row.baselineTonnes, 'no baseline'),
    tonnes('Scope 1', row => row.scope1Tonnes, 'not modelled'),
    tonnes('Scope 2', row => row.scope2MarketTonnes, 'not modelled', 'market-based'),
    tonnes('Scope 2', row => row.scope2LocationTonnes, 'not modelled', 'location-based'),
    tonnes('Scope 3', row => row.scope3Tonnes, 'not modelled'),
    tonnes('Gross', row => row.grossTonnes, 'not modelled', '1 + 2 market + 3'),
    tonnes('Target', row => row.targetTonnes, 'no target'),
    { head: 'Gap', unit: 'to target', numeric: true, cell: row => figure(format.difference(row.gapTonnes), 'no target') },
    { head: 'Electricity', unit: format.MWH, numeric: true, cell: row => figure(format.amount(row.electricityMwh), 'not modelled') },
    { head: 'Renewable', unit: 'of electricity', numeric: true, cell: row => figure(format.share(row.renewableShare), 'not modelled') },
    { head: 'PUE', numeric: true, cell: row => figure(format.ratio(row.pue), 'not modelled') },
    tonnes('Credits', row => row.creditsTonnes, 'not decided'),
    tonnes('Net', row => row.netTonnes, 'not decided', 'after credits'),
    { head: 'Net claim', cell: row => figure(row.claim === undefined ? null : words(row.claim.status), 'not judged') },
];

function tonnes(
    head: string,
    of: (row: ProjectedYear) => ProjectedYear['grossTonnes'],
    reason: string,
    unit?: string,
): Column<ProjectedYear> {
    return { head, unit, numeric: true, cell: row => figure(format.amount(of(row)), reason) };
}

const CLAIMS: Record<string, (year: number) => string> = {
    BLOCKED: year => `Net zero may not be claimed for ${year}`,
    ALLOWED: year => `Net zero may be claimed for ${year}`,
    NOT_YET_DUE: year => `No net claim is due for ${year} yet`,
    NO_NET_TARGET: () => 'This scenario has no net target',
};

function claim(year: ProjectedYear): Node {
    if (year.claim === undefined) {
        return el('p', { class: 'muted' }, `– The claim for ${year.year} was not judged.`);
    }
    const { status, reasons } = year.claim;
    return el(
        'div',
        { class: `claim ${status.toLowerCase().replaceAll('_', '-')}` },
        el('h3', {}, CLAIMS[status]?.(year.year) ?? words(status)),
        el('ul', {}, ...reasons.map(reason => el('li', {}, reason))),
        status === 'BLOCKED' ? el('p', { class: 'muted' }, 'Credits are not counted until nothing blocks the claim.') : null,
    );
}

function measured(projection: Projection): Node {
    const rebasing = projection.rebasing;
    if (rebasing == null) {
        return el('div', {}, el('h3', {}, `Measured in ${thisYear()}`), el('p', {}, 'Nothing measured moves this projection so far.'));
    }
    return el(
        'div',
        {},
        el('h3', {}, `Measured in ${rebasing.year}`),
        el(
            'p',
            {},
            `Data centres of ${format.share(rebasing.fleetShareMeasured) ?? '–'} of the modelled fleet. From ${rebasing.year} on the data centres’ energy ` +
                `is ${format.share(rebasing.ratio) ?? '–'} of what the model gives without measurement.`,
        ),
        el('ul', { class: 'notes' }, ...(rebasing.facilities ?? []).map(facility => el('li', {}, standing(facility)))),
    );
}

function standing(facility: MeasuredFacility): string {
    const measured = `${facility.datacenterId}: ${format.amount(facility.measuredMwh) ?? '–'} ${format.MWH} so far`;
    if (!facility.counted) {
        return `${measured}, not counted: ${facility.reason ?? 'no reason given'}`;
    }
    const year = `${format.amount(facility.rebasedMwh) ?? '–'} in the year where ${format.amount(facility.expectedMwh) ?? '–'} were expected`;
    return facility.annualisedMwh == null ? `${measured}, ${year}; annualised from 30 days on` : `${measured}, ${year}`;
}

function wedges(year: ProjectedYear): Node {
    const cuts = [...(year.wedges ?? [])].sort((a, b) => (format.number(b.tonnes) ?? 0) - (format.number(a.tonnes) ?? 0));
    if (cuts.length === 0) {
        return el('p', { class: 'muted' }, '– This scenario has no levers.');
    }
    return table(
        `What the levers take off in ${year.year}`,
        [
            { head: 'Lever', cell: row => words(row.leverId) },
            { head: 'Cut', unit: format.TONNES, numeric: true, cell: row => figure(format.amount(row.tonnes), 'not attributed') },
        ],
        cuts,
    );
}

function remarks(projection: Projection): Node {
    const said = projection.remarks ?? [];
    const asOf = projection.asOf === undefined ? '' : `, as of ${format.dateAndTime(projection.asOf)}`;
    const key = el('p', { class: 'notes' }, `Solid bars: inventory; pale bars: modelled${asOf}.`);
    const details =
        said.length === 0
            ? null
            : el('details', { class: 'notes' }, el('summary', {}, `Remarks on this projection (${said.length})`), el('ul', {}, ...said.map(each => el('li', {}, each))));
    return el('div', {}, key, details);
}

function showTargetTile(scenario: ScenarioSummary, end: ProjectedYear | undefined): void {
    const gap = format.number(end?.gapTonnes);
    const status = end?.claim === undefined ? '' : `; net claim: ${words(end.claim.status).toLowerCase()}`;
    showTile('target', {
        value: format.difference(gap),
        unit: format.TONNES,
        note: gap === null ? `No target covers all gross emissions of ${scenario.targetYear}` : `gross ${gap > 0 ? 'above' : 'within'} the path of ${scenario.targetYear}${status}`,
        state: gap === null ? undefined : gap > 0 || end?.claim?.status === 'BLOCKED' ? 'bad' : 'good',
    });
}
