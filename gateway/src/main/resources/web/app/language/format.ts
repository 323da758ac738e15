import { language, locale } from './language';

/** A figure of the API: a decimal as text, a number of telemetry or a projection, or none. */
export type Amount = string | number | null | undefined;

/** A figure as it is read: its number, and the unit in which that is. */
export interface Quantity {
    text: string;
    unit: string;
}

const KG_PER_TONNE = 1000;
const MYRIAD = 10_000;
const HUNDRED_MILLION = 100_000_000;
const KWH_PER_MWH = 1000;
const FROM_HERE_WHOLE = 1000;
const FROM_HERE_ONE_DECIMAL = 100;
const SMALLEST_SHARE = 0.001;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const written = new Map<string, Intl.NumberFormat>();

/** Formats are dear to make, and the same few are used all the time. */
function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = locale() + JSON.stringify(options);
    let found = written.get(key);
    if (found === undefined) {
        found = new Intl.NumberFormat(locale(), options);
        written.set(key, found);
    }
    return found;
}

function decimals(value: number, least: number, most = least): string {
    return numbers({ minimumFractionDigits: least, maximumFractionDigits: most }).format(value).replace('-', '−');
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

/** Kilowatt-hours as megawatt-hours. */
export function megawattHoursOf(kilowattHours: Amount): number | null {
    const value = number(kilowattHours);
    return value === null ? null : value / KWH_PER_MWH;
}

/** Amounts in tables, all of one unit: whole from a thousand on, small ones with their decimals. */
export function amount(value: Amount): string | null {
    return known(value, v => decimals(v, precision(Math.abs(v))));
}

function precision(size: number): number {
    if (size === 0 || size >= FROM_HERE_WHOLE) {
        return 0;
    }
    return size >= FROM_HERE_ONE_DECIMAL ? 1 : 2;
}

/** The unit of tonnes in tables. */
export function tonnes(): string {
    return language() === 'zh' ? '吨 CO₂e' : 't CO₂e';
}

/** The unit of energies in tables. */
export function megawattHours(): string {
    return language() === 'zh' ? '兆瓦时' : 'MWh';
}

/** The unit of small energies in tables. */
export function kilowattHours(): string {
    return language() === 'zh' ? '千瓦时' : 'kWh';
}

/** A mass of CO2e by itself, in tonnes: ten thousand tonnes are the unit where a reader of Chinese expects it. */
export function mass(value: Amount): Quantity | null {
    const size = number(value);
    if (size === null) {
        return null;
    }
    if (language() === 'zh') {
        return Math.abs(size) >= MYRIAD
            ? { text: decimals(size / MYRIAD, 1, 2), unit: '万吨 CO₂e' }
            : { text: amount(size) ?? '', unit: '吨 CO₂e' };
    }
    return { text: amount(size) ?? '', unit: 't CO₂e' };
}

/** An energy by itself, in MWh: in Chinese in 10⁴ or 10⁸ kWh. */
export function energy(value: Amount): Quantity | null {
    const size = number(value);
    if (size === null) {
        return null;
    }
    if (language() === 'zh') {
        const kilowattHours = size * KWH_PER_MWH;
        if (Math.abs(kilowattHours) >= HUNDRED_MILLION) {
            return { text: decimals(kilowattHours / HUNDRED_MILLION, 2), unit: '亿千瓦时' };
        }
        return Math.abs(kilowattHours) >= MYRIAD
            ? { text: decimals(kilowattHours / MYRIAD, 1, 2), unit: '万千瓦时' }
            : { text: amount(kilowattHours) ?? '', unit: '千瓦时' };
    }
    return { text: amount(size) ?? '', unit: 'MWh' };
}

/** Number and unit in one text. */
export function joined(quantity: Quantity | null): string | null {
    return quantity === null ? null : `${quantity.text} ${quantity.unit}`;
}

/** A difference of masses by itself, with its sign. */
export function massDifference(value: Amount): Quantity | null {
    const size = number(value);
    const written = size === null ? null : mass(Math.abs(size));
    return size === null || written === null ? null : { ...written, text: sign(size) + written.text };
}

/** An amount with its sign, for differences. */
export function difference(value: Amount): string | null {
    return known(value, v => sign(v) + amount(Math.abs(v)));
}

/** A difference given in percent, with its sign. */
export function percentDifference(value: Amount): string | null {
    return known(value, v => `${sign(v)}${decimals(Math.abs(v), 2)}%`);
}

/** The change from one value to another as a percentage with its sign. */
export function change(from: Amount, to: Amount): string | null {
    const before = number(from);
    const after = number(to);
    return before === null || after === null || before === 0 ? null : percentDifference((100 * (after - before)) / Math.abs(before));
}

function sign(value: number): string {
    return value > 0 ? '+' : value < 0 ? '−' : '';
}

/** A share between 0 and 1 as a percentage. */
export function share(value: Amount): string | null {
    const percent = (v: number): string => numbers({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(v).replace('-', '−');
    return known(value, v => (v > 0 && v < SMALLEST_SHARE ? `< ${percent(SMALLEST_SHARE)}` : percent(v)));
}

/** A small share whose second decimal matters. */
export function preciseShare(value: Amount): string | null {
    return known(value, v => numbers({ style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(v).replace('-', '−'));
}

/** A ratio without unit, such as the PUE. */
export function ratio(value: Amount): string | null {
    return known(value, v => decimals(v, 2));
}

/** A quantity as it was recorded. */
export function recorded(value: Amount): string | null {
    return known(value, v => decimals(v, 0, 3));
}

/** How many of something. */
export function count(value: number): string {
    return decimals(value, 0);
}

/** A round number for an axis; British English shortens a million to “m”, which reads like a metre. */
export function axis(value: number): string {
    const tag = language() === 'zh' ? 'zh-CN' : 'en-US';
    return new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

export function axisShare(value: number): string {
    return `${decimals(value * 100, 0)}%`;
}

export function timeOfDay(time: Date): string {
    return new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' }).format(time);
}

export function date(instant: string | null | undefined): string | null {
    return moment(instant, { dateStyle: 'medium' });
}

/** On the clock of this device, which is named. */
export function dateAndTime(instant: string | null | undefined): string | null {
    return moment(instant, { dateStyle: 'medium', timeStyle: 'short' });
}

/** A moment on the clock of this device, or of the style's time zone; a full time, and one whose style asks for it, names its clock. A day by itself has none. */
export function moment(instant: string | null | undefined, style: Intl.DateTimeFormatOptions): string | null {
    if (instant === null || instant === undefined) {
        return null;
    }
    const time = new Date(instant);
    if (Number.isNaN(time.getTime())) {
        return instant;
    }
    const { timeZoneName, ...written } = DAY.test(instant) ? { ...style, timeZone: 'UTC' } : style;
    const text = new Intl.DateTimeFormat(locale(), written).format(time);
    return timeZoneName === undefined && written.timeStyle === undefined ? text : `${text} ${clockAt(time, written.timeZone)}`;
}

/** The name of a clock, such as GMT+8, beside a time of its; some languages would put it in the middle. */
function clockAt(time: Date, timeZone: string | undefined): string {
    const parts = new Intl.DateTimeFormat(locale(), { timeZone, timeZoneName: 'short' }).formatToParts(time);
    return parts.find(part => part.type === 'timeZoneName')?.value ?? '';
}

/** The clock of this device by its name. */
export function clock(): string {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function known(value: Amount, write: (value: number) => string): string | null {
    const size = number(value);
    return size === null ? null : write(size);
}
