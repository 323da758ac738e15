import type { ReactiveControllerHost } from 'lit';
import { whole } from '../../api/pages';
import { Query } from '../../parts/query';
import type { Site } from './shapes';

/** The sites, for their names. */
export function sitesOf(host: ReactiveControllerHost): Query<Site[]> {
    return new Query<Site[]>(host, () => '/api/sites', {}, whole);
}

/** The name of a site, or its id where no name is known. */
export function siteName(sites: Query<Site[]>, siteId: string): string {
    return sites.answer?.find(site => site.siteId === siteId)?.name ?? siteId;
}
