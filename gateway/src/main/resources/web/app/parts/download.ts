import { html, type TemplateResult } from 'lit';
import { download, type Format, Problem } from '../api/api';
import { dictionary } from '../language/language';
import { announce } from './notice';

const t = dictionary(
    { csv: 'CSV', xlsx: 'XLSX', json: 'JSON', save: 'Save “{name}” as {format}' },
    { csv: 'CSV', xlsx: 'XLSX', json: 'JSON', save: '将“{name}”另存为 {format}' },
);

/** What can be saved as a file. */
export interface Saved {
    path: string;
    /** Of the file, without its ending. */
    name: string;
    formats?: Format[];
    /** Of what is asked for with POST. */
    method?: 'POST';
    /** What is sent with it. */
    body?: unknown;
}

/** Buttons that save a list or series as the API gives it. */
export function downloads(saved: Saved): TemplateResult {
    return html`<span class="downloads">${(saved.formats ?? ['csv', 'xlsx']).map(
        format => html`<button
            type="button"
            class="quiet small"
            aria-label=${t('save', { name: saved.name, format: t(format) })}
            @click=${() => start(saved, format)}
        >
            ${t(format)}
        </button>`,
    )}</span>`;
}

async function start(saved: Saved, format: Format): Promise<void> {
    try {
        await download(saved.path, format, saved.name, saved.method, saved.body);
    } catch (failure) {
        announce(Problem.of(failure), 'bad');
    }
}
