import type { ReactiveControllerHost } from 'lit';
import { whole } from '../api/pages';
import { named } from '../language/names';
import { Query } from './query';

export interface Site {
    siteId: string;
    name: string;
    kind: string;
    timeZone: string;
}

/** The sites, for their names. */
export function sitesOf(host: ReactiveControllerHost): Query<Site[]> {
    return new Query<Site[]>(host, () => '/api/sites', {}, whole);
}

/** The name of a site, or its id where no name is known. */
export function siteName(sites: readonly Site[] | null, siteId: string): string {
    return named(sites?.find(site => site.siteId === siteId)?.name ?? siteId);
}
