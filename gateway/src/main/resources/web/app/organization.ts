import { get, Problem } from './api';
import { byId } from './dom';
import { thisYear } from './period';
import type { Organization } from './shapes';
import { words } from './words';

const YEARS_BACK = 5;

/** Shows who reports, and answers its base year. */
export async function refreshOrganization(): Promise<number> {
    try {
        const organization = await get<Organization>('/api/organization');
        show(organization.name, describe(organization));
        return organization.baseYear ?? thisYear() - YEARS_BACK;
    } catch (failure) {
        show('–', failure instanceof Problem ? `${failure.title}. ${failure.detail}` : String(failure));
        return thisYear() - YEARS_BACK;
    }
}

function describe(organization: Organization): string {
    return [
        'Greenhouse gas accounts and roadmap',
        organization.consolidationApproach === undefined ? null : words(organization.consolidationApproach).toLowerCase(),
        organization.baseYear === undefined ? null : `base year ${organization.baseYear}`,
    ]
        .filter(part => part !== null)
        .join(' · ');
}

function show(name: string, note: string): void {
    byId('organization').textContent = name;
    byId('organization-note').textContent = note;
    document.title = `${name} · Net zero`;
}
