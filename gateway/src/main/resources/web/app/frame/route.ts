export const PAGES = ['overview', 'inventory', 'energy', 'datacenters', 'roadmap', 'data'] as const;

export type PageName = (typeof PAGES)[number];

/** Where the reader is: `#/inventory?period=2021&scope=SCOPE_2`. */
export interface Route {
    page: PageName;
    parameters: URLSearchParams;
}

/** What goes along from page to page. */
const GOES_ALONG = ['period'];

const reacting = new Set<() => void>();
let current = read();

addEventListener('hashchange', () => {
    current = read();
    tell();
});

export function route(): Route {
    return current;
}

/** A parameter of the address, or null where it has none. */
export function parameter(name: string): string | null {
    return current.parameters.get(name);
}

/** The address of a page, with the period that is chosen. */
export function href(page: PageName, parameters: Record<string, string | null> = {}): string {
    const all = new URLSearchParams();
    for (const name of GOES_ALONG) {
        set(all, name, parameter(name));
    }
    for (const [name, value] of Object.entries(parameters)) {
        set(all, name, value);
    }
    return address(page, all);
}

/** Goes to a page, as a click on its address does. */
export function go(page: PageName, parameters: Record<string, string | null> = {}): void {
    location.hash = href(page, parameters);
}

/** Changes parameters of this page without a step in the browser's history. */
export function choose(parameters: Record<string, string | null>): void {
    const all = new URLSearchParams(current.parameters);
    for (const [name, value] of Object.entries(parameters)) {
        set(all, name, value);
    }
    history.replaceState(null, '', address(current.page, all));
    current = read();
    tell();
}

/** Calls back at each change of the address until the answer is called. */
export function onRoute(react: () => void): () => void {
    reacting.add(react);
    return () => reacting.delete(react);
}

function tell(): void {
    reacting.forEach(react => react());
}

function set(parameters: URLSearchParams, name: string, value: string | null): void {
    if (value === null || value === '') {
        parameters.delete(name);
    } else {
        parameters.set(name, value);
    }
}

function address(page: PageName, parameters: URLSearchParams): string {
    const text = parameters.toString();
    return text === '' ? `#/${page}` : `#/${page}?${text}`;
}

function read(): Route {
    const [path, query] = location.hash.replace(/^#\/?/, '').split('?', 2);
    const page = PAGES.find(each => each === path) ?? 'overview';
    return { page, parameters: new URLSearchParams(query) };
}
