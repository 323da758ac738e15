import { onPrinting, printing } from './printing';

export type Theme = 'auto' | 'light' | 'dark';

const THEMES: Theme[] = ['auto', 'light', 'dark'];
const KEPT_AS = 'netzero.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const reacting = new Set<() => void>();
let chosen = THEMES.find(each => each === localStorage.getItem(KEPT_AS)) ?? 'auto';

system.addEventListener('change', apply);
onPrinting(apply);
apply();

export function theme(): Theme {
    return chosen;
}

export function chooseTheme(next: Theme): void {
    chosen = next;
    localStorage.setItem(KEPT_AS, next);
    apply();
}

/** Calls back when colours change until the answer is called. */
export function onTheme(react: () => void): () => void {
    reacting.add(react);
    return () => reacting.delete(react);
}

/** Paper is light, whatever the screen is. */
function apply(): void {
    document.documentElement.dataset.theme = printing() ? 'light' : chosen === 'auto' ? (system.matches ? 'dark' : 'light') : chosen;
    reacting.forEach(react => react());
}
