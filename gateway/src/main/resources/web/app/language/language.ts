export type Language = 'en' | 'zh';

/** As the browser names them. */
const TAGS: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' };
const KEPT_AS = 'netzero.language';

const reacting = new Set<() => void>();
let tables: typeof import('./chineseTables') | null = null;
let chosen = kept() ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
document.documentElement.lang = TAGS[chosen];

export function language(): Language {
    return chosen;
}

/** The tag of the language, for whatever writes numbers and dates. */
export function locale(): string {
    return TAGS[chosen];
}

export function chooseLanguage(next: Language): void {
    chosen = next;
    localStorage.setItem(KEPT_AS, next);
    document.documentElement.lang = TAGS[next];
    reacting.forEach(react => react());
    // without them codes stand in English words, so that nothing has to wait
    void languageReady().catch(() => undefined);
}

/** The tables of codes, refusals, findings and names in Chinese, while the page is; nothing before they have come. */
export function chineseTables(): typeof tables {
    return chosen === 'zh' ? tables : null;
}

/** Loads what the chosen language needs beside the dictionaries of the parts. */
export async function languageReady(): Promise<void> {
    if (chosen === 'zh' && tables === null) {
        tables = await import('./chineseTables');
        reacting.forEach(react => react());
    }
}

/** Calls back at each change of the language until the answer is called. */
export function onLanguage(react: () => void): () => void {
    reacting.add(react);
    return () => reacting.delete(react);
}

/** Values for the `{places}` of a text. */
type Values = Record<string, string | number>;

/** The texts of a part of the page in both languages, looked up by the key of either. */
export function dictionary<const W extends Record<string, string>>(
    en: W,
    zh: { [K in keyof W]: string },
): (key: keyof W, values?: Values) => string {
    const lacking = Object.keys(en).filter(key => !(key in zh));
    if (lacking.length > 0) {
        // the bundler does not check types, and a text that is missing would show only where it is read
        throw new Error(`Chinese lacks ${lacking.join(', ')}`);
    }
    const texts = { en, zh };
    return (key, values = {}) =>
        texts[chosen][key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

function kept(): Language | null {
    const found = localStorage.getItem(KEPT_AS);
    return found === 'en' || found === 'zh' ? found : null;
}
