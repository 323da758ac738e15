import { choose, parameter, route } from './route';

const KEPT_AS = 'netzero.period';
const YEARS_BACK = 5;
/** Years that anybody has accounts of or plans for. */
const YEAR = /^(199|20\d)\d$/;

let baseYear: number | null = null;

/** The year the pages are about: that of the address, or the one looked at last, or the base year; of data centres, which are measured now, this year. */
export function period(): number {
    const asked = parameter('period') ?? localStorage.getItem(KEPT_AS) ?? '';
    if (YEAR.test(asked)) {
        return Number(asked);
    }
    return route().page === 'datacenters' ? thisYear() : (baseYear ?? thisYear() - YEARS_BACK);
}

export function thisYear(): number {
    return new Date().getFullYear();
}

/** The year everything is compared with, or null where no organization says it. */
export function baseYearOfOrganization(): number | null {
    return baseYear;
}

export function keepBaseYear(year: number | null): void {
    baseYear = year;
}

export function choosePeriod(year: number): void {
    localStorage.setItem(KEPT_AS, String(year));
    choose({ period: String(year) });
}

/** The years to choose from: from the base year to this one, and the chosen one. */
export function periods(): number[] {
    const first = Math.min(baseYear ?? thisYear() - YEARS_BACK, period());
    const last = Math.max(thisYear(), period());
    return Array.from({ length: last - first + 1 }, (_, i) => last - i);
}
