import { type Amount, amount, number, type Quantity, recorded } from '../../language/format';
import { language } from '../../language/language';

const MILLION = 1_000_000;
const MYRIAD = 10_000;
const HUNDRED_MILLION = 100_000_000;
const THOUSAND = 1000;

/** An amount of money by itself: in millions, in Chinese in 10⁴ or 10⁸. */
export function money(value: Amount, currency: string): Quantity | null {
    const size = number(value);
    if (size === null) {
        return null;
    }
    const written = (divisor: number): string => (Math.abs(size) < THOUSAND ? recorded(size) : amount(size / divisor)) ?? '';
    if (language() === 'zh') {
        const unit = currency === 'CNY' ? '元' : ` ${currency}`;
        if (Math.abs(size) >= HUNDRED_MILLION) {
            return { text: written(HUNDRED_MILLION), unit: `亿${unit}` };
        }
        return Math.abs(size) >= MYRIAD ? { text: written(MYRIAD), unit: `万${unit}` } : { text: written(1), unit: unit.trim() };
    }
    return Math.abs(size) >= MILLION ? { text: written(MILLION), unit: `million ${currency}` } : { text: written(1), unit: currency };
}

/** The unit of money in tables. */
export function currencyName(currency: string): string {
    return language() === 'zh' && currency === 'CNY' ? '元' : currency;
}

/** The unit in which large amounts are typed, and what is shown of one of the currency. */
export function large(currency: string): { unit: string; factor: number } {
    return language() === 'zh' ? { unit: `万${currencyName(currency)}`, factor: 1 / MYRIAD } : { unit: `million ${currency}`, factor: 1 / MILLION };
}
