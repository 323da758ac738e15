import { period, thisYear } from '../../frame/period';
import type { Option } from '../../parts/choice';
import { locale } from '../../language/language';

const MONTHS = 12;
const MILLIS_A_DAY = 86_400_000;
const DAYS_SHOWN = 7;

/** The months of the chosen year that have begun, the last one first. */
export function months(): Option[] {
    const now = new Date();
    const last = period() < thisYear() ? MONTHS : period() > thisYear() ? 0 : now.getMonth() + 1;
    const named = new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return Array.from({ length: last }, (_, i) => last - i).map(month => ({
        value: `${period()}-${String(month).padStart(2, '0')}`,
        name: named.format(new Date(Date.UTC(period(), month - 1, 1))),
    }));
}

/** The last days up to today, as `from` and `to` of a question. */
export function lastDays(): string {
    const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
    return `from=${day(Date.now() - (DAYS_SHOWN - 1) * MILLIS_A_DAY)}&to=${day(Date.now() + MILLIS_A_DAY)}`;
}

export function today(): string {
    return new Date().toISOString().slice(0, 10);
}
