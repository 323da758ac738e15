import './style.css';
import { get, onSignedOut } from './api';
import { backTestPanel } from './backtest';
import { byId } from './dom';
import { emissionsPanel } from './emissions';
import { energyPanel } from './energy';
import { fleetPanel } from './fleet';
import { refreshOrganization } from './organization';
import type { Section } from './panel';
import { choosePeriod, onPeriodChange, showPeriods } from './period';
import { reconciliationPanel } from './reconciliation';
import { roadmapPanel } from './roadmap';
import { currentSession, onSignIn, onSignOut, showSignIn } from './session';
import type { Session } from './shapes';
import { type Change, Stream } from './stream';


const ofThePeriod: Section[] = [emissionsPanel, energyPanel, reconciliationPanel, fleetPanel];
const panels: Section[] = [roadmapPanel, ...ofThePeriod, backTestPanel];

const panelsThatShow: Record<Change, Section[]> = {
    inventory: [emissionsPanel, reconciliationPanel],
    energy: [energyPanel],
    indicator: [fleetPanel],
    projection: [roadmapPanel],
};

const LONGEST_WAIT_FOR_STREAM_MILLIS = 1_000;

/** Loads the page where the stream does not open soon. */
let impatience: ReturnType<typeof setTimeout> | undefined;

const stream = new Stream({
    whenChanged: change => panelsThatShow[change].forEach(panel => panel.refreshSoon()),
    // Whatever happened while nobody listened was missed, so every connection starts with the whole page.
    whenOpened: refreshAll,
    whenRefused: () => void get('/api/session').catch(() => undefined),
});

async function open(session: Session): Promise<void> {
    byId('sign-in').hidden = true;
    byId('dashboard').hidden = false;
    byId('who').textContent = `${session.name} (${session.roles.join(', ')})`;
    const baseYear = await refreshOrganization();
    showPeriods(baseYear);
    stream.open();
    impatience = setTimeout(refreshAll, LONGEST_WAIT_FOR_STREAM_MILLIS);
}

function refreshAll(): void {
    clearTimeout(impatience);
    panels.forEach(panel => void panel.refresh());
}

function close(message?: string): void {
    stream.close();
    clearTimeout(impatience);
    panels.forEach(panel => panel.clear());
    byId('dashboard').hidden = true;
    showSignIn(message);
}

onSignIn(session => void open(session));
onSignOut(() => close());
onSignedOut(() => close('Your session has ended. Sign in again.'));
onPeriodChange(year => {
    choosePeriod(year);
    ofThePeriod.forEach(panel => panel.replace());
});

const session = await currentSession();
if (session === null) {
    showSignIn();
} else {
    await open(session);
}
