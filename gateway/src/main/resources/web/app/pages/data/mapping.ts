import { html, nothing, type TemplateResult } from 'lit';
import { Problem } from '../../api/api';
import { dictionary } from '../../language/language';
import { explained } from '../../parts/dialog';
import { table } from '../../parts/table';
import type { Header } from './header';
import type { Kind } from './kinds';
import { mappingFields } from './mappingFields';
import type { ColumnOfKind, Mapping, NamedMapping } from './shapes';

const t = dictionary(
    {
        title: 'Columns of the file',
        readBy: 'Read the columns',
        asNamed: 'by their names',
        saved: 'by the mapping “{name}”',
        anew: 'by a new mapping…',
        column: 'In the file', values: 'First values', becomes: 'Becomes',
        unknown: 'not a column of this kind',
        unnamed: 'not named by the mapping',
        ignored: 'not read',
        noValue: 'empty', unreadable: 'cannot be read',
        separated: 'The file is separated by {separator}. Only a mapping can say so; state one, or save the file with commas.',
        rename: 'These columns are not of this kind: {columns}. Rename them in the file, or remove them.',
        map: 'These columns are not of this kind: {columns}. Rename them in the file, or state a mapping.',
        lacking: 'These columns are missing, and every file of this kind has them: {columns}.',
        lackingMapped: 'These columns are missing, and every file of this kind has them: {columns}. Add them, or state a mapping that says what stands in for them.',
        mandatory: '{name} (mandatory)',
        misfit: 'The mapping does not name these columns of the file: {columns}. Choose another one, or state a new one.',
        all: 'All {count} columns are of this kind.',
        semicolon: 'semicolons', tab: 'tabs',
        none: 'The file has no first row with column names.',
        constants: 'The same in every row:',
    },
    {
        title: '文件中的列',
        readBy: '列的识别方式',
        asNamed: '按列名',
        saved: '按映射“{name}”',
        anew: '新建映射…',
        column: '文件中', values: '前几个值', becomes: '对应列',
        unknown: '不是此类数据的列',
        unnamed: '映射中未列出',
        ignored: '不读取',
        noValue: '空', unreadable: '无法读取',
        separated: '文件以{separator}分隔，需通过映射说明；请新建映射，或以逗号分隔重新保存。',
        rename: '以下列不属于此类数据：{columns}。请在文件中改名或删除。',
        map: '以下列不属于此类数据：{columns}。请在文件中改名，或新建映射。',
        lacking: '缺少此类数据的必填列：{columns}。',
        lackingMapped: '缺少此类数据的必填列：{columns}。请在文件中补充，或新建映射说明以何内容代替。',
        mandatory: '{name}（必填）',
        misfit: '映射未列出文件中的这些列：{columns}。请选择其他映射，或新建映射。',
        all: '全部 {count} 列均属于此类数据。',
        semicolon: '分号', tab: '制表符',
        none: '文件没有包含列名的首行。',
        constants: '每行相同：',
    },
);

// no name begins with a blank
const NEW = ' new';

interface Shown {
    kind: Kind;
    /** null where only the gateway can tell. */
    header: Header | null;
    /** Every column that a file of this kind may have. */
    known: ColumnOfKind[];
    saved: NamedMapping[];
    keep: (name: string, mapping: Mapping) => Promise<void>;
}

/** What the columns of a file are read as: by their own names, or by a mapping that is on file. */
export class Columns {
    /** The mapping to read the file by; empty for none. */
    mapping = '';
    /** Whether the gateway could read the file so. */
    fit = true;
    private isNew = false;
    private targets: Record<string, string> = {};
    private problem: Problem | null = null;

    constructor(private readonly changed: () => void) {}

    forget(): void {
        this.mapping = '';
        this.isNew = false;
        this.targets = {};
        this.problem = null;
    }

    show(shown: Shown): TemplateResult {
        const saved = shown.saved.find(each => each.name === this.mapping);
        const wrong = this.wrong(shown, saved);
        this.fit = wrong === null && !this.isNew;
        return html`<div id="columns" class="columns">
            <h3>${t('title')}</h3>
            ${shown.kind.onRecord ? this.choice(shown) : nothing} ${shown.header === null ? nothing : this.rows(shown, shown.header, saved)}
            ${saved === undefined ? nothing : constants(saved.mapping)}
            ${this.isNew
                ? this.fields(shown)
                : html`<p id="columns-fit" class=${wrong === null ? 'notes' : 'problem'}>
                      ${wrong ?? (shown.header === null || saved !== undefined ? nothing : t('all', { count: shown.header.columns.length }))}
                  </p>`}
        </div>`;
    }

    private choice(shown: Shown): TemplateResult {
        return html`<label class="field"
            >${t('readBy')}
            <select id="mapping" @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value, shown)}>
                <option value="" ?selected=${this.mapping === '' && !this.isNew}>${t('asNamed')}</option>
                ${shown.saved.map(
                    ({ name }) => html`<option value=${name} ?selected=${name === this.mapping}>${t('saved', { name })}</option>`,
                )}
                ${shown.header === null ? nothing : html`<option value=${NEW} ?selected=${this.isNew}>${t('anew')}</option>`}
            </select></label
        >`;
    }

    private choose(value: string, shown: Shown): void {
        this.isNew = value === NEW;
        this.mapping = this.isNew ? '' : value;
        this.problem = null;
        if (this.isNew && shown.header !== null) {
            this.targets = guessed(shown.header.columns, names(shown.known));
        }
        this.changed();
    }

    private rows(shown: Shown, header: Header, saved: NamedMapping | undefined): TemplateResult {
        const all = header.columns.map((column, i) => ({ column, values: header.samples.map(row => (row[i] === undefined ? '' : row[i])) }));
        return table(
            { caption: t('title'), quietCaption: true },
            [
                { head: t('column'), cell: row => row.column },
                { head: t('values'), cell: row => html`<span class="muted">${row.values.map(sample).join(' · ')}</span>` },
                {
                    head: t('becomes'),
                    cell: row => (this.isNew ? this.target(row.column, shown.known) : becomes(row.column, names(shown.known), saved)),
                },
            ],
            all,
        );
    }

    private target(column: string, known: ColumnOfKind[]): TemplateResult {
        return html`<select
            aria-label="${column}: ${t('becomes')}"
            @change=${(event: Event) => {
                this.targets[column] = (event.target as HTMLSelectElement).value;
                this.changed();
            }}
        >
            <option value="" ?selected=${(this.targets[column] ?? '') === ''}>${t('ignored')}</option>
            ${known.map(
                ({ name, required }) =>
                    html`<option value=${name} ?selected=${this.targets[column] === name}>${required ? t('mandatory', { name }) : name}</option>`,
            )}
        </select>`;
    }

    private fields(shown: Shown): TemplateResult {
        const mapped = new Set(Object.values(this.targets));
        return html`${mappingFields(
            shown.known.filter(({ name }) => !mapped.has(name)),
            (name, stated) => void this.state(shown, name, stated),
        )}
            <div role="alert">${this.problem === null ? nothing : explained(this.problem)}</div>`;
    }

    private async state(shown: Shown, name: string, stated: Omit<Mapping, 'columns'>): Promise<void> {
        const columns = Object.fromEntries(Object.entries(this.targets).filter(([, target]) => target !== ''));
        const ignored = Object.keys(this.targets).filter(column => this.targets[column] === '');
        try {
            await shown.keep(name, { ...stated, columns, ignored, fieldSeparator: shown.header?.separator });
            this.isNew = false;
            this.mapping = name;
            this.problem = null;
        } catch (failure) {
            this.problem = failure instanceof Problem ? failure : new Problem(0, String(failure), '');
        }
        this.changed();
    }

    private wrong({ kind, header, known }: Shown, saved: NamedMapping | undefined): string | null {
        if (header === null || known.length === 0) {
            return null;
        }
        if (header.columns.length === 0) {
            return t('none');
        }
        if (saved !== undefined) {
            const missed = header.columns.filter(column => !(column in saved.mapping.columns) && !saved.mapping.ignored?.includes(column));
            return missed.length === 0 ? null : t('misfit', { columns: missed.join(', ') });
        }
        if (header.separator !== undefined && header.separator !== ',' && header.columns.length > 1) {
            return t('separated', { separator: t(header.separator === ';' ? 'semicolon' : 'tab') });
        }
        const foreign = header.columns.filter(column => !names(known).includes(column));
        const lacking = known.filter(({ name, required }) => required && !header.columns.includes(name));
        const said = [
            foreign.length === 0 ? '' : t(kind.onRecord ? 'map' : 'rename', { columns: foreign.join(', ') }),
            lacking.length === 0 ? '' : t(kind.onRecord ? 'lackingMapped' : 'lacking', { columns: names(lacking).join(', ') }),
        ].filter(text => text !== '');
        return said.length === 0 ? null : said.join(' ');
    }
}

function names(columns: ColumnOfKind[]): string[] {
    return columns.map(({ name }) => name);
}

function sample(value: string | null): string {
    return value === null ? t('unreadable') : value || t('noValue');
}

function becomes(column: string, known: string[], saved: NamedMapping | undefined): unknown {
    if (saved !== undefined) {
        const target = saved.mapping.columns[column];
        return target ?? html`<span class="missing">${t(saved.mapping.ignored?.includes(column) ? 'ignored' : 'unnamed')}</span>`;
    }
    return known.includes(column) ? column : html`<span class="refused">${t('unknown')}</span>`;
}

function constants(mapping: Mapping): unknown {
    const all = Object.entries(mapping.constants ?? {});
    return all.length === 0
        ? nothing
        : html`<p class="notes">${t('constants')} ${all.map(([name, value]) => `${name} = ${value}`).join(', ')}</p>`;
}

/** Columns that are spelt almost like those of the kind. */
function guessed(columns: string[], known: string[]): Record<string, string> {
    const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');
    const left = new Map(known.map(name => [plain(name), name]));
    const targets: Record<string, string> = {};
    for (const column of columns) {
        targets[column] = left.get(plain(column)) ?? '';
        left.delete(plain(column));
    }
    return targets;
}
