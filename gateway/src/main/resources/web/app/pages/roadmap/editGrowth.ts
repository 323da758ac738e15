import { html, nothing, type TemplateResult } from 'lit';
import { dictionary } from '../../language/language';
import { colon, comma, words } from '../../language/words';
import { choiceField, type Edit, foldedEvidence, numberField, PERCENT, removeButton, wrongAt } from './field';
import type { Activity, Growth, Scenario } from './shapes';

const t = dictionary(
    {
        electricity: 'Growth of electricity',
        other: 'Growth of scope 1 and scope 3 activity',
        first: 'First year',
        long: 'Settles to',
        damping: 'Kept of the difference a year',
        rate: '% a year',
        logarithmic: 'Rates are logarithmic: r a year multiplies by e^r.',
        derived: 'Its provenance is “Derived”, so the first year is read from the inventories on file; what is typed holds where they allow none.',
        otherwise: 'What grows otherwise',
        otherwiseNote: 'The narrowest that fits holds: category and region, then category, then region, then scope.',
        scope: 'Scope',
        category: 'Category',
        region: 'Region',
        every: 'all',
        part: 'Growth {i}',
        add: 'Let a part grow otherwise',
        assumed: 'Assumed.',
    },
    {
        electricity: '用电增长',
        other: '范围一和范围三活动增长',
        first: '首年',
        long: '逐渐趋于',
        damping: '每年保留差值',
        rate: '%/年',
        logarithmic: '增长率为对数增长率：每年 r 即乘以 e^r。',
        derived: '数据来源为“推导”，首年取自已有清单；清单不足时采用所填数值。',
        otherwise: '增长不同的部分',
        otherwiseNote: '以最具体者为准：类别加区域，其次类别，其次区域，最后范围。',
        scope: '范围',
        category: '类别',
        region: '区域',
        every: '全部',
        part: '增长 {i}',
        add: '为某一部分另设增长',
        assumed: '假设。',
    },
);

const DERIVED = 'DERIVED';

/** The growth of electricity, of all else, and of parts that grow otherwise. */
export function editGrowth(scenario: Scenario, edit: Edit): TemplateResult {
    return html`<div class="levers">
            ${growthCard('growth-electricity', 'electricity.growth', t('electricity'), scenario.electricity?.growth, to => to.electricity?.growth, edit)}
            ${growthCard('growth-other', 'otherActivity', t('other'), scenario.otherActivity, to => to.otherActivity, edit)}
            ${(scenario.activities ?? []).map((activity, i) => activityCard(activity, i, scenario, edit))}
        </div>
        <p class="why">${t('logarithmic')} ${(scenario.activities ?? []).length === 0 ? nothing : t('otherwiseNote')}</p>
        ${wrongAt(edit, 'activities')}
        <p><button type="button" class="quiet small" id="add-activity" @click=${() => edit.change(addActivity)}>${t('add')}</button></p>`;
}

type Of = (scenario: Scenario) => Growth | undefined;

function growthCard(id: string, path: string, name: string, growth: Growth | undefined, of: Of, edit: Edit): TemplateResult {
    return html`<article class="lever" id=${id} aria-labelledby="${id}-name">
        <header><h3 id="${id}-name">${name}</h3></header>
        ${growthFields(path, name, growth ?? {}, of, edit)}
    </article>`;
}

function growthFields(path: string, name: string, growth: Growth, of: Of, edit: Edit): TemplateResult {
    const rate = (part: 'initialGrowthPerYear' | 'longTermGrowthPerYear' | 'damping', label: string, unit: string) =>
        numberField(edit, {
            path: `${path}.${part}`,
            label,
            of: name,
            unit,
            factor: PERCENT,
            value: growth[part],
            set: (scenario, value) => {
                const to = of(scenario);
                if (to !== undefined) {
                    to[part] = value;
                }
            },
        });
    return html`${wrongAt(edit, path)}
        <div class="fields">
            ${rate('initialGrowthPerYear', t('first'), t('rate'))} ${rate('longTermGrowthPerYear', t('long'), t('rate'))} ${rate('damping', t('damping'), '%')}
        </div>
        ${growth.provenance === DERIVED ? html`<p class="why">${t('derived')}</p>` : nothing} ${foldedEvidence(edit, path, name, growth, of)}`;
}

function activityCard(activity: Activity, index: number, scenario: Scenario, edit: Edit): TemplateResult {
    const path = `activities[${index}]`;
    const name = t('part', { i: index + 1 });
    const id = `activity-${index}`;
    const at = (to: Scenario): Activity | undefined => to.activities?.[index];
    const set = (part: 'category' | 'region') => (to: Scenario, value: string | undefined) => {
        const one = at(to);
        if (one !== undefined) {
            one[part] = value;
        }
    };
    const regions = (scenario.regions ?? []).map((each): [string, string] => [each.id ?? '', each.id ?? '']);
    return html`<article class="lever" id=${id} aria-labelledby="${id}-name">
        <header>
            <h3 id="${id}-name">${t('otherwise')}${colon()}${words(`SCOPE_${activity.scope ?? ''}`)}${activity.category === undefined ? nothing : html`${comma()}${words(activity.category)}`}${activity.region === undefined ? nothing : html`${comma()}${activity.region}`}</h3>
            ${removeButton(edit, name, to => removeActivity(to, index))}
        </header>
        ${wrongAt(edit, path)}
        <div class="fields">
            ${choiceField(edit, {
                path: `${path}.scope`,
                label: t('scope'),
                of: name,
                value: activity.scope === undefined ? undefined : String(activity.scope),
                options: ['1', '2', '3'].map(each => [each, words(`SCOPE_${each}`)]),
                set: (to, value) => {
                    const one = at(to);
                    if (one !== undefined) {
                        one.scope = Number(value);
                        one.category = one.scope === 3 ? one.category : undefined;
                    }
                },
            })}
            ${activity.scope !== 3
                ? nothing
                : choiceField(edit, {
                      path: `${path}.category`,
                      label: t('category'),
                      of: name,
                      value: activity.category,
                      options: edit.categories.map(each => [each, words(each)]),
                      nothing: t('every'),
                      set: set('category'),
                  })}
            ${regions.length === 0 && activity.region === undefined
                ? nothing
                : choiceField(edit, { path: `${path}.region`, label: t('region'), of: name, value: activity.region, options: regions, nothing: t('every'), set: set('region') })}
        </div>
        ${growthFields(`${path}.growth`, name, activity.growth ?? {}, to => at(to)?.growth, edit)}
    </article>`;
}

/** It grows as it did until a rate is typed. */
function addActivity(scenario: Scenario): void {
    const all = scenario.activities ?? [];
    const free = [3, 1, 2].find(scope => !all.some(each => each.scope === scope && each.category === undefined && each.region === undefined)) ?? 3;
    const growth = free === 2 ? scenario.electricity?.growth : scenario.otherActivity;
    scenario.activities = [...all, { scope: free, growth: { ...growth, provenance: 'ESTIMATED', source: t('assumed') } }];
}

function removeActivity(scenario: Scenario, index: number): void {
    const rest = (scenario.activities ?? []).filter((_, i) => i !== index);
    scenario.activities = rest.length === 0 ? undefined : rest;
}
