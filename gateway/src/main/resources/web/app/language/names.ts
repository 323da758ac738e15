import { chineseTables } from './language';

/** A name as the reader's language has it where it is one the suite ships, and as it was given otherwise. */
export function named(name: string): string {
    return chineseTables()?.CHINESE_NAMES[name] ?? name;
}
