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
export function lastDays(zone?: string, days = DAYS_SHOWN): string {
    return `from=${dayOf(Date.now() - (days - 1) * MILLIS_A_DAY, zone)}&to=${dayOf(Date.now() + MILLIS_A_DAY, zone)}`;
}

/** The day it is in a zone. */
export function today(zone?: string): string {
    return dayOf(Date.now(), zone);
}

/** The day of a time in a zone. */
export function dayOf(time: number, zone = 'UTC'): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(time);
}
