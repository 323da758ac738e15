import { byId, el } from './dom';

const PARAMETER = 'period';
const picker = byId<HTMLSelectElement>('period');

let chosen: number | null = Number(new URLSearchParams(location.search).get(PARAMETER)) || null;

/** The year the page is about. */
export function period(): number {
    return chosen ?? thisYear();
}

export function thisYear(): number {
    return new Date().getFullYear();
}

/** Offers the years from the base year to this one; starts with the one in the address, otherwise with the base year. */
export function showPeriods(baseYear: number): void {
    chosen ??= baseYear;
    const first = Math.min(baseYear, chosen);
    const last = Math.max(thisYear(), chosen);
    const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    picker.replaceChildren(...years.map(year => el('option', { value: String(year) }, String(year))));
    picker.value = String(chosen);
}

export function choosePeriod(year: number): void {
    chosen = year;
    history.replaceState(null, '', `?${PARAMETER}=${year}`);
}

export function onPeriodChange(react: (year: number) => void): void {
    picker.addEventListener('change', () => react(Number(picker.value)));
}
