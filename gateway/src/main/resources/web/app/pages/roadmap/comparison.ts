import { html, nothing, type TemplateResult } from 'lit';
import { choose, parameter } from '../../frame/route';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { verbatim } from '../../parts/apiText';
import type { ColourName } from '../../parts/chart';
import { chart } from '../../parts/chart';
import { chosenIn } from '../../parts/choice';
import { figure } from '../../parts/figure';
import { panel, section } from '../../parts/panel';
import { Query } from '../../parts/query';
import { type Column, folded, table } from '../../parts/table';
import { asOf, View } from './address';
import { yearLines } from './lines';
import { figureName } from './names';
import type { ComparedFigure, Comparison } from './shapes';
import { changed, unitName, written } from './written';

const t = dictionary(
    {
        title: 'Scenarios side by side',
        choose: 'Scenarios to compare',
        hint: 'Choose two to four; each is held against “{first}”.',
        few: 'Choose one more scenario to compare with.',
        label: '{figure} of the scenarios, year by year. The figures are in the table below.',
        figure: 'Figure',
        year: 'Year',
        last: 'All figures of {year}',
        byYear: '{figure} by year',
        unknown: 'not projected',
        difference: 'against the first',
        met: '{met} of {targets} targets met',
    },
    {
        title: '情景并列对比',
        choose: '要对比的情景',
        hint: '请选择两到四个情景；均与“{first}”相比。',
        few: '请再选择一个情景进行对比。',
        label: '各情景逐年{figure}。数据见下表。',
        figure: '指标',
        year: '年份',
        last: '{year} 年全部指标',
        byYear: '逐年{figure}',
        unknown: '未预测',
        difference: '与首个相比',
        met: '达到 {met}/{targets} 个目标',
    },
);

const MOST = 4;
const COLOURS: ColourName[] = ['series-1', 'series-3', 'series-2', 'series-4'];
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'] as const;
const LINES = ['solid', 'dashed', 'dotted', 'dashed'] as const;
const FIRST_FIGURE = 'grossTonnes';

/** Two to four scenarios year by year, each held against the chosen one. */
class ComparisonView extends View {
    private readonly comparison = new Query<Comparison>(this, () => this.address(), { on: ['projection'], collectedSeconds: 15 });

    protected override render(): TemplateResult {
        const chosen = this.chosen();
        const address = this.address();
        const choice = section({ id: 'compared', title: t('choose'), wide: true }, this.choices(chosen));
        if (address === null) {
            return html`${choice}
                <p class="problem absent wide" id="too-few">${t('few')}</p>`;
        }
        return html`${choice}
        ${panel(
            { id: 'comparison', title: t('title'), wide: true, controls: this.figureChoice(), saved: { path: address, name: `comparison-${chosen.join('-')}` } },
            this.comparison,
            all => this.shown(all),
        )}`;
    }

    /** The scenario of the page first, then those in the address; or the next one on file. */
    private chosen(): string[] {
        const given = parameter('compare');
        const known = new Set(this.scenarios.map(each => each.id));
        const others = given === null ? this.scenarios.filter(each => each.id !== this.scenario.id).slice(0, 1).map(each => each.id) : given.split(',');
        return [this.scenario.id, ...others.filter(id => known.has(id) && id !== this.scenario.id)].slice(0, MOST);
    }

    private address(): string | null {
        const chosen = this.chosen();
        if (chosen.length < 2) {
            return null;
        }
        const query = new URLSearchParams({ scenarios: chosen.join(','), ...(asOf() === null ? {} : { asOf: asOf() ?? '' }) });
        return `/api/roadmap/comparison?${query}`;
    }

    private choices(chosen: string[]): TemplateResult {
        return html`<fieldset class="picks" aria-describedby="compared-hint">
            <legend class="unseen">${t('choose')}</legend>
            ${this.scenarios.map(each => {
                const first = each.id === this.scenario.id;
                const checked = chosen.includes(each.id);
                return html`<label class="pick"
                    ><input
                        type="checkbox"
                        name="compare"
                        value=${each.id}
                        .checked=${checked}
                        ?disabled=${first || (!checked && chosen.length >= MOST)}
                        @change=${(event: Event) => this.pick(each.id, (event.target as HTMLInputElement).checked)}
                    />
                    ${verbatim(named(each.name))}</label
                >`;
            })}
            <p class="why" id="compared-hint">${t('hint', { first: named(this.scenario.name) })}</p>
        </fieldset>`;
    }

    private pick(id: string, wanted: boolean): void {
        const others = this.chosen().slice(1).filter(each => each !== id);
        choose({ compare: (wanted ? [...others, id] : others).join(',') || 'none' });
    }

    private figureChoice(): unknown {
        const figures = this.comparison.answer?.years[0]?.figures ?? [];
        const chosen = this.figure();
        return figures.length === 0
            ? nothing
            : html`<label class="choice"
                  >${t('figure')}
                  <select id="compared-figure" @change=${(event: Event) => choose({ figure: chosenIn(event) })}>
                      ${figures.map(each => html`<option value=${each.figure} .selected=${each.figure === chosen}>${figureName(each.figure)}</option>`)}
                  </select></label
              >`;
    }

    private figure(): string {
        const asked = parameter('figure');
        return this.comparison.answer?.years[0]?.figures.some(each => each.figure === asked) && asked !== null ? asked : FIRST_FIGURE;
    }

    private shown(all: Comparison): TemplateResult {
        const chosen = this.figure();
        const years = all.years.map(year => ({ year: year.year, of: year.figures.find(each => each.figure === chosen) }));
        const unit = years.find(each => each.of !== undefined)?.of?.unit ?? '1';
        const last = all.years.at(-1);
        const about = { figure: chosen, unit };
        return html`${chart(
            t('label', { figure: figureName(chosen) }),
            ground =>
                yearLines(ground, {
                    years: years.map(each => each.year),
                    unit: unitName(unit),
                    axis: chosen === 'renewableShare' ? format.axisShare : unit === '1' ? value => format.ratio(value) ?? '' : format.axis,
                    written: value => {
                        const text = written(about, value);
                        return text === null ? null : `${text} ${unitName(unit)}`.trim();
                    },
                    lines: all.scenarios.map((scenario, i) => ({
                        name: named(scenario.name),
                        colour: ground.palette(COLOURS[i] ?? 'rest'),
                        symbol: SYMBOLS[i],
                        type: LINES[i],
                        values: years.map(each => each.of?.values.find(value => value.scenarioId === scenario.id)?.value),
                    })),
                }),
            'tall',
        )}
        <p class="notes">
            ${all.scenarios.map(each => html`<span class="said"><strong>${verbatim(named(each.name))}</strong>: ${t('met', { met: each.targetsMet ?? '–', targets: each.targets ?? '–' })}</span> `)}
        </p>
        ${last === undefined ? nothing : table({ caption: t('last', { year: last.year }) }, figureColumns(all), last.figures)}
        ${folded(table({ caption: t('byYear', { figure: figureName(chosen) }) }, yearColumns(all, unitName(unit)), years))}`;
    }
}

interface Year {
    year: number;
    of: ComparedFigure | undefined;
}

function figureColumns(all: Comparison): Column<ComparedFigure>[] {
    return [
        { head: t('figure'), cell: row => html`${figureName(row.figure)} <span class="unit">${unitName(row.unit)}</span>` },
        ...all.scenarios.map((scenario, i) => ({
            head: named(scenario.name),
            numeric: true,
            cell: (row: ComparedFigure) => valueOf(row, scenario.id, i > 0),
        })),
    ];
}

function yearColumns(all: Comparison, unit: string): Column<Year>[] {
    return [
        { head: t('year'), cell: row => String(row.year) },
        ...all.scenarios.map((scenario, i) => ({
            head: named(scenario.name),
            unit: unit === '' ? undefined : unit,
            numeric: true,
            cell: (row: Year) => (row.of === undefined ? figure(null, t('unknown')) : valueOf(row.of, scenario.id, i > 0)),
        })),
    ];
}

function valueOf(row: ComparedFigure, id: string, compared: boolean): TemplateResult {
    const value = row.values.find(each => each.scenarioId === id);
    const difference = format.number(value?.difference);
    const told = !compared || difference === null ? null : changed(row, difference);
    return html`${figure(written(row, value?.value), t('unknown'))}${told === null ? nothing : html`<span class="why against" title=${t('difference')}>${told}</span>`}`;
}

customElements.define('nz-roadmap-comparison', ComparisonView);
