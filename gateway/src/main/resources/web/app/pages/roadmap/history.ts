import { html, nothing, type TemplateResult } from 'lit';
import { get, Problem } from '../../api/api';
import { choose, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { figure } from '../../parts/figure';
import { announce } from '../../parts/notice';
import { panel, section } from '../../parts/panel';
import { Query } from '../../parts/query';
import { type Column, table } from '../../parts/table';
import { scenarioPath, View } from './address';
import { movement } from './movement';
import type { Movement, Vintage, Vintages } from './shapes';

const t = dictionary(
    {
        vintages: 'When the projection moved',
        lead: 'Each row is what was projected from a time on. Choose two to see what moved it from one to the other.',
        none: 'Nothing was projected for this scenario so far.',
        at: 'Projected from',
        version: 'Scenario version',
        method: 'Method',
        gross: 'Gross {year}',
        gap: 'Gap',
        renewable: 'Renewable share',
        net: 'Net',
        noPath: 'no path',
        unknown: 'not known',
        look: 'Look back',
        lookAt: 'Look at the projection of {time}',
        from: 'From',
        to: 'To',
        fromAt: 'From {time}',
        toAt: 'To {time}',
        more: 'Show earlier ones',
        moved: 'What moved it',
        chooseFrom: 'Choose the earlier of two times in the table. Without a later one it is compared with now.',
        instant: 'Date and time (UTC)',
        show: 'Look back',
        compare: 'What moved since',
    },
    {
        vintages: '预测何时变动',
        lead: '每行表示自某时起的预测。选择两行可查看变动原因。',
        none: '该情景尚未生成预测。',
        at: '预测起始',
        version: '情景版本',
        method: '方法',
        gross: '{year} 年总排放',
        gap: '差距',
        renewable: '可再生占比',
        net: '净排放',
        noPath: '没有路径',
        unknown: '未知',
        look: '回看',
        lookAt: '回看 {time} 的预测',
        from: '从',
        to: '到',
        fromAt: '从 {time} 起',
        toAt: '到 {time} 止',
        more: '显示更早的',
        moved: '变动原因',
        chooseFrom: '请在表中选择较早的时间；不选较晚的时间则与现在相比。',
        instant: '日期与时间（UTC）',
        show: '回看',
        compare: '此后的变动',
    },
);

const PAGE = 20;

/** What was projected before, and what moved it. */
class History extends View {
    private readonly vintages = new Query<Vintages>(
        this,
        () => this.list(),
        { on: ['projection'], everySeconds: 60 },
    );
    private readonly moved = new Query<Movement>(this, () => this.movedPath(), { on: ['projection'], collectedSeconds: 15 });
    private earlier: Vintage[] = [];
    private cursor: string | null | undefined = undefined;
    private about = '';

    protected override willUpdate(): void {
        if (this.about !== this.scenario.id) {
            this.about = this.scenario.id;
            this.earlier = [];
            this.cursor = undefined;
        }
    }

    protected override render(): TemplateResult {
        const saved = { path: scenarioPath(this.scenario.id, 'vintages', {}), name: this.fileName('vintages') };
        const path = this.movedPath();
        return html`${panel({ id: 'vintages', title: t('vintages'), wide: true, saved }, this.vintages, answer => this.shown(answer))}
        ${path === null
            ? section({ id: 'moved', title: t('moved'), wide: true }, html`<p class="muted">${t('chooseFrom')}</p>`)
            : panel({ id: 'moved', title: t('moved'), wide: true, saved: { path, name: this.fileName('moved') } }, this.moved, movement)}`;
    }

    private list(): string {
        return scenarioPath(this.scenario.id, 'vintages', { limit: String(PAGE) });
    }

    private movedPath(): string | null {
        const from = parameter('from');
        return from === null ? null : scenarioPath(this.scenario.id, 'moved', { from, to: parameter('to') });
    }

    private shown(answer: Vintages): TemplateResult {
        const seen = new Set(answer.items.map(each => each.recordedAt));
        const all = [...answer.items, ...this.earlier.filter(each => !seen.has(each.recordedAt))];
        const next = this.cursor === undefined ? answer.nextCursor : this.cursor;
        return html`<p class="muted">${t('lead')}</p>
            ${all.length === 0 ? html`<p class="muted" id="no-vintages">– ${t('none')}</p>` : table({ caption: t('vintages'), quietCaption: true }, columns(all[0]?.year), all)}
            ${next == null ? nothing : html`<p><button type="button" class="quiet small" id="more-vintages" @click=${() => void this.more(next)}>${t('more')}</button></p>`}
            <form
                class="actions spaced"
                @submit=${(event: Event) => {
                    event.preventDefault();
                    const pressed = (event as SubmitEvent).submitter as HTMLButtonElement;
                    const at = instantOf((event.target as HTMLFormElement).elements.namedItem('instant') as HTMLInputElement);
                    if (at !== null) {
                        choose(pressed.value === 'look' ? { asOf: at, view: null } : { from: at, to: null });
                    }
                }}
            >
                <label class="choice">${t('instant')} <input type="datetime-local" name="instant" id="instant" required /></label>
                <button type="submit" class="quiet" value="look">${t('show')}</button>
                <button type="submit" class="quiet" value="compare">${t('compare')}</button>
            </form>`;
    }

    private async more(cursor: string): Promise<void> {
        const { id } = this.scenario;
        try {
            const answer = await get<Vintages>(scenarioPath(id, 'vintages', { limit: String(PAGE), cursor }));
            if (id !== this.scenario.id) {
                return;
            }
            this.earlier = [...this.earlier, ...answer.items];
            this.cursor = answer.nextCursor ?? null;
            this.requestUpdate();
        } catch (failure) {
            announce(Problem.of(failure), 'bad');
        }
    }
}

function columns(year: number | undefined): Column<Vintage>[] {
    const from = parameter('from');
    const to = parameter('to');
    return [
        { head: t('at'), cell: row => format.dateAndTime(row.recordedAt) ?? '–' },
        { head: t('gross', { year: year ?? '' }), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(row.grossTonnes), t('unknown')) },
        { head: t('gap'), unit: format.tonnes(), numeric: true, cell: row => figure(format.difference(row.gapTonnes), t('noPath')) },
        { head: t('net'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(row.netTonnes), t('unknown')) },
        { head: t('renewable'), numeric: true, cell: row => figure(format.share(row.renewableShare), t('unknown')) },
        { head: t('version'), numeric: true, cell: row => figure(row.scenarioVersion === undefined ? null : String(row.scenarioVersion), t('unknown')) },
        { head: t('method'), numeric: true, cell: row => figure(row.methodVersion === undefined ? null : String(row.methodVersion), t('unknown')) },
        { head: t('from'), cell: row => radio('from', row, from) },
        { head: t('to'), cell: row => radio('to', row, to) },
        {
            head: t('look'),
            cell: row =>
                html`<button
                    type="button"
                    class="quiet small"
                    aria-label=${t('lookAt', { time: format.dateAndTime(row.recordedAt) ?? '' })}
                    @click=${() => choose({ asOf: row.recordedAt, view: null })}
                >
                    ${t('look')}
                </button>`,
        },
    ];
}

function radio(side: 'from' | 'to', row: Vintage, chosen: string | null): TemplateResult {
    return html`<input
        type="radio"
        name="moved-${side}"
        class="large"
        aria-label=${t(side === 'from' ? 'fromAt' : 'toAt', { time: format.dateAndTime(row.recordedAt) ?? '' })}
        .checked=${chosen === row.recordedAt}
        @change=${() => choose({ [side]: row.recordedAt })}
    />`;
}

/** What is typed is UTC, as the API counts. */
function instantOf(field: HTMLInputElement): string | null {
    const time = new Date(`${field.value}Z`);
    return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

customElements.define('nz-roadmap-history', History);
