import * as format from '../../language/format';
import { dictionary } from '../../language/language';

const t = dictionary({ points: '{n} points' }, { points: '{n} 个百分点' });

/** A figure of a projection, as the API names it, with its unit. */
interface Figure {
    figure: string;
    unit: string;
}

const SHARE = 'renewableShare';
const PERCENT = 100;

/** Writes a figure of a projection, without its unit. */
export function written({ figure, unit }: Figure, value: format.Amount): string | null {
    if (figure === SHARE) {
        return format.preciseShare(value);
    }
    return unit === '1' ? format.ratio(value) : format.amount(value);
}

/** Writes what a figure changed by, with its sign; what is written as nothing has none. */
export function changed(of: Figure, value: number): string {
    const size = of.figure === SHARE ? t('points', { n: format.ratio(Math.abs(value) * PERCENT) ?? '' }) : (written(of, Math.abs(value)) ?? '');
    return /[1-9]/.test(size) ? `${value > 0 ? '+' : '−'}${size}` : (written({ ...of, figure: '' }, 0) ?? '');
}

/** The unit of a figure, as it is printed; a pure number has none. */
export function unitName(unit: string): string {
    switch (unit) {
        case 'tCO2e':
            return format.tonnes();
        case 'MWh':
            return format.megawattHours();
        case '1':
            return '';
        default:
            return unit;
    }
}
