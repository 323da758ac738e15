import type { Amount } from './shapes';

const LOCALE = 'en-GB';

export const TONNES = 't CO₂e';
export const MWH = 'MWh';

const whole = digits(0, 0);
const oneDecimal = digits(1, 1);
const twoDecimals = digits(2, 2);
const upToThreeDecimals = digits(0, 3);
const percentages = new Intl.NumberFormat(LOCALE, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const preciseShares = new Intl.NumberFormat(LOCALE, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** British English shortens a million to “m”, which reads like a metre. */
const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });
const clock = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'medium' });
const moment = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });

const KG_PER_TONNE = 1000;
const FROM_HERE_WHOLE = 1000;
const FROM_HERE_ONE_DECIMAL = 100;
const SMALLEST_SHARE = 0.001;

function digits(least: number, most: number): Intl.NumberFormat {
    return new Intl.NumberFormat(LOCALE, { minimumFractionDigits: least, maximumFractionDigits: most });
}

/** The number to draw or to write, or null where there is none. */
export function number(amount: Amount): number | null {
    if (amount === null || amount === undefined || amount === '') {
        return null;
    }
    const value = Number(amount);
    return Number.isFinite(value) ? value : null;
}

/** Kilograms as tonnes. */
export function tonnesOf(kilograms: Amount): number | null {
    const value = number(kilograms);
    return value === null ? null : value / KG_PER_TONNE;
}

/** Tonnes, megawatt-hours and the like: whole from a thousand on, small ones with their decimals. */
export function amount(value: Amount): string | null {
    return written(value, v => precision(Math.abs(v)).format(v));
}

function precision(size: number): Intl.NumberFormat {
    if (size === 0 || size >= FROM_HERE_WHOLE) {
        return whole;
    }
    return size >= FROM_HERE_ONE_DECIMAL ? oneDecimal : twoDecimals;
}

/** An amount with its sign, for differences. */
export function difference(value: Amount): string | null {
    return written(value, v => (v > 0 ? '+' : v < 0 ? '−' : '') + amount(Math.abs(v)));
}

/** A difference given in percent, with its sign. */
export function percentDifference(value: Amount): string | null {
    return written(value, v => `${v > 0 ? '+' : v < 0 ? '−' : ''}${twoDecimals.format(Math.abs(v))}%`);
}

/** A share between 0 and 1 as a percentage. */
export function share(value: Amount): string | null {
    return written(value, v => (v > 0 && v < SMALLEST_SHARE ? `< ${percentages.format(SMALLEST_SHARE)}` : percentages.format(v)));
}

/** A small share whose second decimal matters. */
export function preciseShare(value: Amount): string | null {
    return written(value, v => preciseShares.format(v));
}

/** A ratio without unit, such as the PUE. */
export function ratio(value: Amount): string | null {
    return written(value, v => twoDecimals.format(v));
}

/** A quantity as it was recorded. */
export function recorded(value: Amount): string | null {
    return written(value, v => upToThreeDecimals.format(v));
}

/** A round number for an axis. */
export function axis(value: number): string {
    return short.format(value);
}

export function axisShare(value: number): string {
    return `${whole.format(value * 100)}%`;
}

export function timeOfDay(time: Date): string {
    return clock.format(time);
}

export function dateAndTime(instant: string): string {
    const time = new Date(instant);
    return Number.isNaN(time.getTime()) ? instant : moment.format(time);
}

function written(value: Amount, write: (value: number) => string): string | null {
    const known = number(value);
    return known === null ? null : write(known);
}
