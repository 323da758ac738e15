import { type Sending, upload } from '../../api/api';
import type { FileColumns } from './shapes';

/** The first row of a file and those below it, as far as they tell what its columns are. */
export interface Header {
    columns: string[];
    /** null is a cell that cannot be read. */
    samples: (string | null)[][];
    /** Of a CSV file. */
    encoding?: string;
    /** Of a CSV file. */
    separator?: string;
    /** Of a workbook: the sheet that is read. */
    sheet?: string;
    /** Of a workbook: those that are not read. */
    unread?: string[];
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FIRST_BYTES = 65_536;
const MOST_SAMPLES = 3;
/** Chinese spreadsheet programs write the second. */
const ENCODINGS = ['utf-8', 'gb18030'];
const SEPARATORS = [',', ';', '\t'];

/** Asks the gateway for the columns of a workbook, which only the whole file tells. */
export async function headerOfWorkbook(file: Blob, kind: string, sending: Pick<Sending, 'signal' | 'progress'>): Promise<Header> {
    const { columns, rows, sheet, sheets } = await upload<FileColumns>(`/api/imports/${kind}/columns`, file, { mediaType: XLSX, ...sending });
    return { columns, samples: rows, sheet, unread: sheets?.filter(name => name !== sheet) ?? [] };
}

/** Reads the beginning of a CSV file; null where it is no text, which is for the gateway to refuse in its words. */
export async function headerOf(file: Blob): Promise<Header | null> {
    const start = await file.slice(0, FIRST_BYTES).arrayBuffer();
    for (const encoding of ENCODINGS) {
        const text = decoded(start, encoding);
        if (text !== null && !text.includes('\0')) {
            return { encoding, ...read(text, file.size > FIRST_BYTES) };
        }
    }
    return null;
}

function decoded(bytes: ArrayBuffer, encoding: string): string | null {
    try {
        // a character may be cut at the end of the part
        return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    } catch {
        return null;
    }
}

function read(text: string, cut: boolean): Pick<Header, 'separator' | 'columns' | 'samples'> {
    const separator = separatorOf(text.split(/\r?\n/, 1)[0] ?? '');
    const rows = rowsOf(text, separator, cut);
    const columns = withoutTrailing((rows[0] ?? []).map(name => name.trim()));
    return { separator, columns, samples: rows.slice(1, 1 + MOST_SAMPLES) };
}

function withoutTrailing(names: string[]): string[] {
    const last = names.findLastIndex(name => name !== '');
    return names.slice(0, last + 1);
}

function separatorOf(line: string): string {
    const counted = SEPARATORS.map(separator => ({ separator, count: line.split(separator).length }));
    return counted.reduce((best, each) => (each.count > best.count ? each : best)).separator;
}

function rowsOf(text: string, separator: string, cut: boolean): string[][] {
    const rows: string[][] = [];
    let row: string[] = [];
    let field = '';
    let quoted = false;
    for (let i = 0; i < text.length && rows.length <= MOST_SAMPLES; i++) {
        const character = text.charAt(i);
        if (quoted) {
            if (character !== '"') {
                field += character;
            } else if (text.charAt(i + 1) === '"') {
                field += character;
                i++;
            } else {
                quoted = false;
            }
        } else if (character === '"' && field === '') {
            quoted = true;
        } else if (character === separator) {
            row.push(field);
            field = '';
        } else if (character === '\n') {
            row.push(field.replace(/\r$/, ''));
            rows.push(row);
            row = [];
            field = '';
        } else {
            field += character;
        }
    }
    if (!cut && (field !== '' || row.length > 0)) {
        rows.push([...row, field]);
    }
    return rows;
}
