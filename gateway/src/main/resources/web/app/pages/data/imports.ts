import { html, nothing, type TemplateResult } from 'lit';
import { Problem, write } from '../../api/api';
import { may } from '../../api/session';
import { choose } from '../../frame/route';
import { dictionary, language } from '../../language/language';
import { explained } from '../../parts/dialog';
import { downloads } from '../../parts/download';
import { announce } from '../../parts/notice';
import { section } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import { headerOf, headerOfWorkbook, type Header, XLSX } from './header';
import { kindColumns } from './kindColumns';
import { chosenKind, groupName, GROUPS, type Kind, kindName, KINDS } from './kinds';
import { Columns } from './mapping';
import { outcome } from './outcome';
import type { ColumnOfKind, NamedMapping } from './shapes';
import { Transfer, whyNotSent } from './transfer';
import * as format from '../../language/format';
import { words } from '../../language/words';

const t = dictionary(
    {
        title: 'Import a file',
        kind: 'What it holds',
        template: 'Empty file of this kind:',
        file: 'File',
        drop: 'Drop a CSV or XLSX file here',
        choose: 'Choose a file',
        limits: 'CSV up to 2 GB, XLSX up to 256 MB. All good rows are stored, the others are listed with their reasons; the same file again changes nothing.',
        chosen: '{name}, {size}',
        wrongType: '“{name}” is neither CSV nor XLSX. Save it as one of these.',
        sheet: 'The gateway reads the columns of a workbook; where they are not those of this kind, it says which.',
        loading: 'Asking for the columns of this kind…',
        reading: 'Sending the workbook to read its columns: {percent}',
        readAgain: 'Try again',
        ofSheet: 'The sheet “{sheet}” is read.',
        ofSheets: 'The sheet “{sheet}” is read, the first with rows; these are not: {others}.',
        send: 'Import',
        tryOut: 'Try it out',
        tryOutHint: 'Trying out says what would become of up to 50,000 rows and stores nothing.',
        cancel: 'Stop sending',
        leave: 'Stop waiting',
        left: 'The file had arrived. Unless it was only tried out, its rows are stored all the same, and count as duplicates when sent again.',
        sending: 'Sending: {percent}',
        working: 'The file has arrived; its rows are being read…',
        background: 'The import goes on in the background: {read} of about {total} rows. You may leave this page; the history below shows how it goes.',
        forbidden: 'Your key may not import this kind: it needs the role {roles}. The template is yours to fill in.',
        anew: 'Another file',
    },
    {
        title: '导入文件',
        kind: '文件内容',
        template: '此类数据的空白文件：',
        file: '文件',
        drop: '将 CSV 或 XLSX 文件拖到这里',
        choose: '选择文件',
        limits: 'CSV 最大 2 GB，XLSX 最大 256 MB。正确的行全部入库，其余行列出原因；重复导入同一文件不会改变任何数据。',
        chosen: '{name}，{size}',
        wrongType: '“{name}”既不是 CSV 也不是 XLSX，请另存为其中一种格式。',
        sheet: '工作簿的列由系统读取；若与此类数据不符，系统会指出。',
        loading: '正在获取此类数据的列…',
        reading: '正在发送工作簿以读取其列：{percent}',
        readAgain: '重试',
        ofSheet: '读取工作表“{sheet}”。',
        ofSheets: '读取第一个有数据的工作表“{sheet}”；不读取：{others}。',
        send: '导入',
        tryOut: '试运行',
        tryOutHint: '试运行会说明最多 50,000 行的处理结果，不保存任何数据。',
        cancel: '停止发送',
        leave: '不再等待',
        left: '文件已送达。除试运行外，其中各行仍会入库；再次发送将计为重复。',
        sending: '正在发送：{percent}',
        working: '文件已送达，正在读取各行…',
        background: '导入在后台继续：约 {total} 行中的 {read} 行。您可以离开本页，进度见下方历史记录。',
        forbidden: '您的密钥不能导入此类数据：需要角色 {roles}。您可以下载模板填写。',
        anew: '选择其他文件',
    },
);

const MISSED = ['dragover', 'drop'] as const;

/** A file that misses its place would be opened instead of the page. */
function keepPage(event: Event): void {
    event.preventDefault();
}

/** A file of rows, from the disk to what became of each row. */
class Imports extends Part {
    private readonly ofKind = new Query<{ columns: ColumnOfKind[] }>(this, () => `/api/imports/${chosenKind().name}/columns`);
    private readonly mappings = new Query<{ mappings: NamedMapping[] }>(this, () =>
        chosenKind().onRecord ? `/api/imports/${chosenKind().name}/mappings` : null,
    );
    private file: File | null = null;
    private header: Header | null = null;
    /** What share of a workbook has gone whose columns are being read; null when none is. */
    private readingShare: number | null = null;
    private unread: Problem | null = null;
    private reading: AbortController | null = null;
    private wrong: string | null = null;
    private over = false;
    private readonly transfer = new Transfer(() => this.requestUpdate());
    private shownKind = chosenKind();
    private readonly columns = new Columns(() => this.requestUpdate());

    override connectedCallback(): void {
        super.connectedCallback();
        MISSED.forEach(event => addEventListener(event, keepPage));
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        MISSED.forEach(event => removeEventListener(event, keepPage));
        this.reading?.abort();
        this.transfer.forget();
    }

    protected override render(): TemplateResult {
        const kind = chosenKind();
        if (kind !== this.shownKind) {
            this.shownKind = kind;
            this.begin(this.transfer.stage.name === 'choosing' || this.transfer.stage.name === 'refused' ? this.file : null);
        }
        return section(
            { id: 'import', title: t('title'), wide: true },
            html`${this.head(kind)} ${may(...kind.roles) ? this.body(kind) : forbidden(kind)}`,
        );
    }

    private head(kind: Kind): TemplateResult {
        return html`<div class="fields">
                <label class="field"
                    >${t('kind')}
                    <select id="import-kind" ?disabled=${this.busy} @change=${this.chooseKind}>
                        ${GROUPS.map(
                            group => html`<optgroup label=${groupName(group)}>
                                ${KINDS.filter(each => each.group === group).map(
                                    each => html`<option value=${each.name} ?selected=${each === kind}>${kindName(each)}</option>`,
                                )}
                            </optgroup>`,
                        )}
                    </select></label
                >
                <p id="template" class="field">
                    ${t('template')}
                    ${downloads({ path: `/api/imports/${kind.name}/template`, name: `${kind.name}-template` })}
                </p>
            </div>
            ${this.ofKind.answer !== null
                ? kindColumns(kind, this.ofKind.answer.columns)
                : this.ofKind.problem !== null
                  ? explained(this.ofKind.problem)
                  : html`<p class="hint" role="status">${t('loading')}</p>`}`;
    }

    private body(kind: Kind): TemplateResult {
        const { stage } = this.transfer;
        switch (stage.name) {
            case 'choosing':
                return this.choosing(kind);
            case 'sending':
                return this.moving(stage.share);
            case 'following':
                return this.inBackground(stage.read, stage.total);
            case 'over':
                return html`${outcome(kind, stage.answer)} ${this.again(stage.answer.dryRun ? kind : null)}`;
            case 'refused':
                return html`<div id="import-problem" role="alert">${explained(stage.problem)}</div>
                    ${this.choosing(kind)}`;
        }
    }

    private choosing(kind: Kind): TemplateResult {
        return html`<div
                class="drop ${this.over ? 'over' : ''}"
                @dragover=${(event: DragEvent) => this.hover(event, true)}
                @dragleave=${(event: DragEvent) => this.hover(event, false)}
                @drop=${this.dropped}
            >
                <p>${t('drop')}</p>
                <input id="import-file" class="unseen" type="file" accept=".csv,.xlsx,text/csv,${XLSX}" aria-describedby="import-limits" @change=${this.picked} />
                <label for="import-file" class="button">${t('choose')}</label>
                ${this.file === null
                    ? nothing
                    : html`<p id="import-chosen"><strong>${t('chosen', { name: this.file.name, size: size(this.file.size) })}</strong></p>`}
                <p id="import-limits" class="hint">${t('limits')}</p>
            </div>
            <div role="alert">${this.wrong === null ? nothing : html`<p class="problem">${this.wrong}</p>`}</div>
            ${this.file === null ? nothing : this.ready(kind)}`;
    }

    private ready(kind: Kind): TemplateResult {
        if (this.readingShare !== null) {
            return html`<div class="progress">
                <label for="columns-progress">${t('reading', { percent: format.share(this.readingShare) ?? '' })}</label>
                <progress id="columns-progress" max="1" .value=${this.readingShare}></progress>
                <button type="button" class="quiet" @click=${() => this.begin(null)}>${t('cancel')}</button>
            </div>`;
        }
        if (this.unread !== null) {
            return html`<div id="columns-problem" role="alert">${explained(this.unread)}</div>
                ${this.unread.passes
                    ? html`<p class="actions start"><button type="button" class="quiet" @click=${() => this.begin(this.file)}>${t('readAgain')}</button></p>`
                    : nothing}`;
        }
        return html`${this.columns.show({
            kind,
            header: this.header,
            known: this.ofKind.answer?.columns ?? [],
            saved: this.mappings.answer?.mappings ?? [],
            keep: (name, mapping) => this.keep(kind, name, mapping),
        })}
            ${this.sheetRead()}
            <p class="actions start">
                <button id="import-send" type="button" ?disabled=${!this.columns.fit} @click=${() => void this.send(kind, false)}>${t('send')}</button>
                ${kind.onRecord
                    ? html`<button id="import-try" type="button" class="quiet" ?disabled=${!this.columns.fit} @click=${() => void this.send(kind, true)}>
                              ${t('tryOut')}</button
                          ><span class="hint">${t('tryOutHint')}</span>`
                    : nothing}
            </p>`;
    }

    private sheetRead(): unknown {
        if (this.header === null) {
            return this.file !== null && isSheet(this.file) ? html`<p class="hint">${t('sheet')}</p>` : nothing;
        }
        const { sheet, unread } = this.header;
        if (sheet === undefined || unread === undefined) {
            return nothing;
        }
        return html`<p id="import-sheet" class="hint">
            ${unread.length === 0 ? t('ofSheet', { sheet }) : t('ofSheets', { sheet, others: unread.join(', ') })}
        </p>`;
    }

    private moving(share: number): TemplateResult {
        return html`<div class="progress">
            <label for="import-progress">${share < 1 ? t('sending', { percent: format.share(share) ?? '' }) : t('working')}</label>
            ${share < 1 ? html`<progress id="import-progress" max="1" .value=${share}></progress>` : html`<progress id="import-progress"></progress>`}
            <button type="button" class="quiet" @click=${() => this.leave(share)}>${share < 1 ? t('cancel') : t('leave')}</button>
        </div>`;
    }

    /** A file that has arrived is worked through, whether somebody waits or not. */
    private leave(share: number): void {
        this.transfer.stop();
        if (share === 1) {
            announce(t('left'));
        }
    }

    private inBackground(read: number, total: number): TemplateResult {
        return html`<div class="progress">
                <label for="import-progress">${t('background', { read: format.count(read), total: format.count(total) })}</label>
                <progress id="import-progress" max=${total || 1} .value=${read}></progress>
            </div>
            ${this.again()}`;
    }

    /** @param tried of what was tried out and is still to be imported */
    private again(tried: Kind | null = null): TemplateResult {
        return html`<p class="actions start">
            ${tried === null ? nothing : html`<button id="import-send" type="button" @click=${() => void this.send(tried, false)}>${t('send')}</button>`}
            <button id="import-again" type="button" class="quiet" @click=${() => this.begin(null)}>${t('anew')}</button>
        </p>`;
    }

    private get busy(): boolean {
        return this.transfer.stage.name === 'sending';
    }

    private chooseKind(event: Event): void {
        choose({ kind: (event.target as HTMLSelectElement).value, import: null });
    }

    private hover(event: DragEvent, over: boolean): void {
        event.preventDefault();
        this.over = over;
        this.requestUpdate();
    }

    private dropped(event: DragEvent): void {
        this.hover(event, false);
        this.take(event.dataTransfer?.files[0]);
    }

    private picked(event: Event): void {
        const field = event.target as HTMLInputElement;
        const file = field.files?.[0];
        // so that the same file can be chosen again once it was mended
        field.value = '';
        this.take(file);
    }

    private take(file: File | undefined): void {
        if (file === undefined) {
            return;
        }
        const fits = isSheet(file) || /\.(csv|txt)$/i.test(file.name) || file.type === 'text/csv';
        this.begin(fits ? file : null);
        this.wrong = fits ? null : t('wrongType', { name: file.name });
    }

    /** A workbook is read by the gateway where its columns can be mapped; of other kinds it is once the file is sent. */
    private async readColumns(file: File): Promise<void> {
        const kind = chosenKind();
        this.reading?.abort();
        const reading = (this.reading = new AbortController());
        this.unread = null;
        try {
            if (!isSheet(file)) {
                const header = await headerOf(file);
                this.header = reading.signal.aborted ? this.header : header;
            } else if (kind.onRecord) {
                this.readingShare = 0;
                this.requestUpdate();
                const { signal } = reading;
                const progress = (share: number): void => {
                    if (!signal.aborted) {
                        this.readingShare = share;
                        this.requestUpdate();
                    }
                };
                this.header = await headerOfWorkbook(file, kind.name, { signal, progress });
            }
        } catch (failure) {
            if (!reading.signal.aborted) {
                this.unread = await whyNotSent(failure, file);
            }
        } finally {
            if (!reading.signal.aborted) {
                this.readingShare = null;
                this.requestUpdate();
            }
        }
    }

    /** With a file that was chosen, or with none. */
    private begin(file: File | null): void {
        this.reading?.abort();
        this.readingShare = null;
        this.unread = null;
        this.transfer.forget();
        this.file = file;
        this.header = null;
        this.wrong = null;
        this.columns.forget();
        if (file !== null) {
            void this.readColumns(file);
        }
        this.requestUpdate();
    }

    private async keep(kind: Kind, name: string, mapping: unknown): Promise<void> {
        await write('PUT', `/api/imports/${kind.name}/mappings/${encodeURIComponent(name)}`, mapping);
        await this.mappings.refresh();
    }

    private async send(kind: Kind, dryRun: boolean): Promise<void> {
        const file = this.file as File;
        const mediaType = isSheet(file) ? XLSX : `text/csv; charset=${this.header?.encoding ?? 'utf-8'}`;
        await this.transfer.send({ kind: kind.name, file, mediaType, mapping: this.columns.mapping, dryRun });
    }
}

function isSheet(file: File): boolean {
    return /\.xlsx$/i.test(file.name);
}

function forbidden(kind: Kind): TemplateResult {
    return html`<p id="import-forbidden" class="problem absent">${t('forbidden', { roles: (['admin', ...kind.roles] as string[]).map(role => (language() === 'zh' ? words(role) : role)).join(' / ') })}</p>`;
}

/** Bytes in the largest unit that leaves a whole number. */
function size(bytes: number): string {
    const units = ['B', 'kB', 'MB', 'GB'];
    const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
    return `${format.recorded(bytes / 1000 ** power)} ${units[power]}`;
}

customElements.define('nz-imports', Imports);
