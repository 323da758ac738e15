import { html, nothing, type TemplateResult } from 'lit';
import { parameter } from '../../frame/route';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { type Site, siteName } from '../../parts/sites';
import { chosenResult, place } from './basis';

const t = dictionary(
    { way: 'Where you are', total: 'All scopes', noSite: 'No site named', trace: 'Trace', apart: 'Beside the inventory' },
    { way: '所在位置', total: '全部范围', noSite: '未指明场所', trace: '计算过程', apart: '清单之外' },
);

/** Stands for what is in no scope. */
export const APART = 'APART';

/** Stands for results without a site. */
export const NO_SITE = '-';

/** From the total down to where the reader is, each a step back. */
export function crumbs(): TemplateResult {
    const [scope, category, site] = ['scope', 'category', 'site'].map(parameter);
    const result = chosenResult();
    const steps: [string, Record<string, string | null>][] = [[t('total'), {}]];
    if (scope) {
        steps.push(scope === APART ? [t('apart'), {}] : [words(scope), { scope }]);
    }
    if (scope && category) {
        steps.push([words(category), { scope, category }]);
    }
    if (scope && site) {
        steps.push([placeName(site), { scope, category: category ?? null, site }]);
    }
    if (scope && result) {
        steps.push([t('trace'), { scope, category: category ?? null, site: site ?? null, result }]);
    }
    return html`<nav class="crumbs" aria-label=${t('way')}>
        <ol>
            ${steps.map(([name, parameters], i) => html`<li><a href=${place(parameters)} aria-current=${i === steps.length - 1 ? 'page' : nothing}>${name}</a></li>`)}
        </ol>
    </nav>`;
}

let sites: readonly Site[] = [];

/** Sites are called by their names as soon as these are known. */
export function keepSites(all: readonly Site[]): void {
    sites = all;
}

/** Where a result belongs: a site by its name, or that none is named. */
export function placeName(site: string | null | undefined): string {
    return !site || site === NO_SITE ? t('noSite') : siteName(sites, site);
}
