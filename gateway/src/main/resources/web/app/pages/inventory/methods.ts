import { dictionary } from '../../language/language';
import { words } from '../../language/words';

const t = dictionary(
    { LOCATION_BASED: 'location-based', MARKET_BASED: 'market-based', both: '{figure}, {method}' },
    { LOCATION_BASED: '基于位置', MARKET_BASED: '基于市场', both: '{figure}，{method}' },
);

/** A method of scope 2 within a sentence. */
export function methodName(method: string): string {
    return method === 'LOCATION_BASED' || method === 'MARKET_BASED' ? t(method) : words(method);
}

/** A figure of the API with the method it is by, where there are two. */
export function named(figure: string, method?: string | null): string {
    return method ? t('both', { figure: words(figure), method: methodName(method) }) : words(figure);
}
