import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { choiceField, type Edit, foldedEvidence, numberField, PERCENT, removeButton, wrongAt } from './field';
import type { Scenario, StatedTarget } from './shapes';

const t = dictionary(
    {
        none: 'This scenario has no targets, so there is no path to hold its emissions against.',
        name: '{metric} {year}',
        metric: 'What it is about',
        year: 'Year',
        level: 'Stated as',
        tonnes: 'Level',
        changeFromBase: 'Change from the base year',
        share: 'Share of electricity',
        add: 'Add a target',
        assumed: 'Assumed.',
    },
    {
        none: '该情景没有目标，因此没有可对照的路径。',
        name: '{year} 年{metric}',
        metric: '目标对象',
        year: '年份',
        level: '表述方式',
        tonnes: '目标值',
        changeFromBase: '较基准年变化',
        share: '占用电比例',
        add: '新增目标',
        assumed: '假设。',
    },
);

const SHARE_METRIC = 'RENEWABLE_SHARE';
const METRICS = ['NET_EMISSIONS', 'GROSS_EMISSIONS', 'SCOPE_1_2', 'SCOPE_3', SHARE_METRIC];

type Level = 'tonnes' | 'changeFromBase' | 'share';

const LEVELS: Level[] = ['tonnes', 'changeFromBase', 'share'];

/** The targets of a scenario, each with its level in the way it is stated. */
export function editTargets(scenario: Scenario, edit: Edit): TemplateResult {
    const targets = scenario.targets ?? [];
    return html`${targets.length === 0 ? html`<p class="why">${t('none')}</p>` : nothing} ${wrongAt(edit, 'targets')}
        <div class="levers">${targets.map((target, i) => card(target, i, edit))}</div>
        <p><button type="button" class="quiet small" id="add-target" @click=${() => edit.change(addTarget)}>${t('add')}</button></p>`;
}

function card(target: StatedTarget, index: number, edit: Edit): TemplateResult {
    const path = `targets[${index}]`;
    const id = `target-${target.id ?? index}`;
    const name = t('name', { metric: words(target.metric ?? ''), year: target.year ?? '–' });
    const at = (to: Scenario): StatedTarget | undefined => to.targets?.[index];
    const change = (to: Scenario, by: (target: StatedTarget) => void): void => {
        const one = at(to);
        if (one !== undefined) {
            by(one);
        }
    };
    return html`<article class="lever" id=${id} aria-labelledby="${id}-name">
        <header>
            <h3 id="${id}-name">${name}</h3>
            ${removeButton(edit, name, to => { to.targets?.splice(index, 1); })}
        </header>
        ${wrongAt(edit, path, `${path}.id`)}
        <div class="fields">
            ${choiceField(edit, {
                path: `${path}.metric`,
                label: t('metric'),
                of: name,
                value: target.metric,
                options: METRICS.map(each => [each, words(each)]),
                set: (to, value) => change(to, one => ofMetric(one, value)),
            })}
            ${numberField(edit, { path: `${path}.year`, id: `${id}-year`, label: t('year'), of: name, value: target.year, set: (to, value) => change(to, one => { one.year = value; }) })}
            ${level(target, path, id, name, change, edit)}
        </div>
        ${foldedEvidence(edit, path, name, target, at)}
    </article>`;
}

function level(target: StatedTarget, path: string, id: string, of: string, change: (to: Scenario, by: (target: StatedTarget) => void) => void, edit: Edit): TemplateResult {
    const stated = levelOf(target);
    const value = numberField(edit, {
        path: `${path}.${stated}`,
        id: `${id}-level`,
        label: t(stated),
        of,
        unit: stated === 'tonnes' ? format.tonnes() : '%',
        factor: stated === 'tonnes' ? undefined : PERCENT,
        value: target[stated],
        set: (to, typed) => change(to, one => { one[stated] = typed; }),
    });
    return stated === 'share'
        ? value
        : html`${choiceField(edit, {
              path: `${path}.level`,
              label: t('level'),
              of,
              value: stated,
              options: (['tonnes', 'changeFromBase'] as const).map(each => [each, each === 'tonnes' ? format.tonnes() : t('changeFromBase')]),
              set: (to, chosen) => change(to, one => stateAs(one, chosen === 'tonnes' ? 'tonnes' : 'changeFromBase')),
          })}
          ${value}`;
}

/** How the level is stated; of a target that states none, as its metric usually is. */
function levelOf(target: StatedTarget): Level {
    return LEVELS.find(each => target[each] !== undefined) ?? (target.metric === SHARE_METRIC ? 'share' : 'tonnes');
}

/** A share of electricity is stated as a share, emissions in tonnes; nothing is emitted, or all is renewable, until another level is typed. */
function ofMetric(target: StatedTarget, metric: string | undefined): void {
    target.metric = metric;
    const isShare = metric === SHARE_METRIC;
    if (isShare !== (levelOf(target) === 'share')) {
        stateAs(target, isShare ? 'share' : 'tonnes');
    }
}

/** Nothing can be converted without the inventory, so that the level begins at the end of what is aimed at. */
function stateAs(target: StatedTarget, level: Level): void {
    for (const each of LEVELS) {
        delete target[each];
    }
    target[level] = level === 'share' ? 1 : level === 'tonnes' ? 0 : -1;
}

function addTarget(scenario: Scenario): void {
    const all = scenario.targets ?? [];
    const year = scenario.targetYear;
    const metric = METRICS.find(each => !all.some(target => target.metric === each && target.year === year)) ?? METRICS[0];
    const taken = new Set(all.map(each => each.id));
    const id = Array.from({ length: all.length + 1 }, (_, i) => `target-${i + 1}`).find(each => !taken.has(each));
    const target: StatedTarget = { id, metric, year, provenance: 'ESTIMATED', source: t('assumed') };
    stateAs(target, metric === SHARE_METRIC ? 'share' : 'tonnes');
    scenario.targets = [...all, target];
}
