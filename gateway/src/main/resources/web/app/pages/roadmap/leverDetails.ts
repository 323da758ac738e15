import { html, nothing, type TemplateResult } from 'lit';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { words } from '../../language/words';
import { choiceField, type Edit, evidenceFields, flagField, foldedFields, numberField, PERCENT, textField, wrongAt } from './field';
import { categoriesOf, categoryName, kindOf, wholeName } from './leverKinds';
import type { Evidence, Lever, Scenario } from './shapes';

const t = dictionary(
    {
        evidence: 'Name, evidence and more',
        name: 'Name',
        node: 'Step at which it acts',
        part: 'Part of the scope',
        place: 'Where it acts',
        everywhere: 'Everywhere',
        region: 'Region {id}',
        zone: 'Market zone {id}',
        renewed: 'Built and paid again after its life',
        group: 'Group of alternatives, of which a scenario holds one',
        requires: 'Deployed no further than',
        currency: 'Currency of its cost',
        learning: 'Capital falls with experience',
        rate: 'Each doubling takes off',
        experience: 'Experience grows a year by',
        assumedHere: 'Assumed.',
    },
    {
        evidence: '名称、依据及其他',
        name: '名称',
        node: '作用环节',
        part: '范围中的部分',
        place: '作用地点',
        everywhere: '全公司',
        region: '区域 {id}',
        zone: '电网区域 {id}',
        renewed: '寿命期满后重建并再次付费',
        group: '互斥组（情景中只保留其一）',
        requires: '部署不超过',
        currency: '成本币种',
        learning: '投资随经验下降',
        rate: '每翻一番下降',
        experience: '经验每年增长',
        assumedHere: '假设。',
    },
);

/** What of a lever is seldom changed: its name, evidence, place, step, requirements and learning. */
export function leverDetails(lever: Lever, index: number, scenario: Scenario, edit: Edit): TemplateResult {
    const path = `levers[${index}]`;
    const of = named(lever.name);
    const at = (to: Scenario): Lever | undefined => leverIn(to, lever.id);
    const text = (name: 'name' | 'exclusiveGroup', label: string) =>
        textField(edit, {
            path: `${path}.${name}`,
            id: name === 'name' ? `lever-${lever.id}-text` : `lever-${lever.id}-group`,
            label,
            of,
            value: lever[name],
            set: (to, value) => change(at(to), each => {
                if (name === 'name') {
                    each.name = value ?? '';
                } else {
                    each.exclusiveGroup = value;
                }
            }),
        });
    return foldedFields(
        edit,
        path,
        html`${text('name', t('name'))} ${evidenceFields(edit, path, of, lever, at)} ${scopePart(lever, index, edit)} ${node(lever, index, edit)}
        ${place(lever, index, scenario, edit)}
        ${flagField(edit, {
            path: `${path}.deployment.renewed`,
            label: t('renewed'),
            of,
            value: lever.deployment.renewed === true,
            set: (to, value) => change(at(to), each => { each.deployment.renewed = value ? true : undefined; }),
        })}
        ${requirements(lever, index, scenario, edit)} ${text('exclusiveGroup', t('group'))} ${cost(lever, index, edit)}`,
        ['name', 'provenance', 'source', 'node', 'region', 'marketZone', 'requires', 'exclusiveGroup', 'effect.category', 'cost.currency', 'cost.learning'],
        t('evidence'),
    );
}

/** A lever by its id: where it stands may have changed before a change comes to its turn. */
export function leverIn(scenario: Scenario, id: string): Lever | undefined {
    return scenario.levers?.find(each => each.id === id);
}

function change(lever: Lever | undefined, by: (lever: Lever) => void): void {
    if (lever !== undefined) {
        by(lever);
    }
}

function node(lever: Lever, index: number, edit: Edit): unknown {
    const nodes = kindOf(lever.effect)?.nodes(lever.effect.category) ?? [];
    return nodes.length < 2
        ? nothing
        : choiceField(edit, {
              path: `levers[${index}].node`,
              label: t('node'),
              of: named(lever.name),
              value: lever.node,
              options: nodes.map(each => [each, words(each)]),
              set: (to, value) => change(leverIn(to, lever.id), each => { each.node = value ?? lever.node; }),
          });
}

/** Of scope 3 the category is as the inventory names it. */
function scopePart(lever: Lever, index: number, edit: Edit): unknown {
    const kind = kindOf(lever.effect);
    const { category } = lever.effect;
    if (kind === undefined || (kind.name !== 'scope2' && kind.name !== 'scope3')) {
        return nothing;
    }
    const offered = categoriesOf(kind, edit.categories);
    return choiceField(edit, {
        path: `levers[${index}].effect.category`,
        label: t('part'),
        of: named(lever.name),
        value: category,
        options: category === undefined || offered.some(([value]) => value === category) ? offered : [...offered, [category, categoryName(category)]],
        nothing: wholeName(),
        set: (to, value) => change(leverIn(to, lever.id), each => { each.effect.category = value; }),
    });
}

/** A region or a market zone; where the company is one region there is nothing to choose. */
function place(lever: Lever, index: number, scenario: Scenario, edit: Edit): unknown {
    const regions = scenario.regions ?? [];
    const stated = placeOf(lever);
    if (regions.length === 0 && stated === undefined) {
        return wrongAt(edit, `levers[${index}].region`, `levers[${index}].marketZone`);
    }
    return html`${choiceField(edit, {
        path: `levers[${index}].region`,
        also: `levers[${index}].marketZone`,
        label: t('place'),
        of: named(lever.name),
        value: stated,
        options: places(scenario),
        nothing: t('everywhere'),
        set: (to, value) => change(leverIn(to, lever.id), each => Object.assign(each, placed(value))),
    })}`;
}

const REGION = 'region:';
const ZONE = 'zone:';

/** Where levers of a scenario may act, other than everywhere. */
export function places(scenario: Scenario): [value: string, name: string][] {
    const regions = scenario.regions ?? [];
    const zones = [...new Set(regions.map(each => each.marketZone ?? ''))].filter(zone => zone !== '');
    return [
        ...regions.map((each): [string, string] => [`${REGION}${each.id ?? ''}`, t('region', { id: each.id ?? '' })]),
        ...zones.map((zone): [string, string] => [`${ZONE}${zone}`, t('zone', { id: zone })]),
    ];
}

export function everywhere(): string {
    return t('everywhere');
}

function placeOf(lever: Lever): string | undefined {
    return lever.region !== undefined ? `${REGION}${lever.region}` : lever.marketZone !== undefined ? `${ZONE}${lever.marketZone}` : undefined;
}

/** A place that was chosen, as a lever states it. */
export function placed(chosen: string | undefined): Pick<Lever, 'region' | 'marketZone'> {
    return {
        region: chosen?.startsWith(REGION) ? chosen.slice(REGION.length) : undefined,
        marketZone: chosen?.startsWith(ZONE) ? chosen.slice(ZONE.length) : undefined,
    };
}

function requirements(lever: Lever, index: number, scenario: Scenario, edit: Edit): unknown {
    const others = (scenario.levers ?? []).filter(each => each.id !== lever.id);
    const required = lever.requires ?? [];
    const path = `levers[${index}].requires`;
    return others.length === 0
        ? nothing
        : html`<fieldset class="ticks">
              <legend>${t('requires')}</legend>
              ${others.map(other =>
                  flagField(edit, {
                      path: `${path}[${required.includes(other.id) ? required.indexOf(other.id) : ''}]`,
                      id: `lever-${lever.id}-requires-${other.id}`,
                      label: other.name,
                      of: `${t('requires')}, ${named(lever.name)}`,
                      value: required.includes(other.id),
                      set: (to, value) => change(leverIn(to, lever.id), each => {
                          const rest = (each.requires ?? []).filter(id => id !== other.id);
                          const all = value ? [...rest, other.id] : rest;
                          each.requires = all.length === 0 ? undefined : all;
                      }),
                  }),
              )}
              ${wrongAt(edit, path)}
          </fieldset>`;
}

function cost(lever: Lever, index: number, edit: Edit): unknown {
    if (lever.cost === undefined) {
        return nothing;
    }
    const path = `levers[${index}].cost`;
    const { currency, learning } = lever.cost;
    const of = named(lever.name);
    const learningOf = (to: Scenario): Evidence | undefined => leverIn(to, lever.id)?.cost?.learning;
    const number = (name: 'learningRate' | 'experienceGrowthPerYear', label: string) =>
        numberField(edit, {
            path: `${path}.learning.${name}`,
            label,
            of,
            unit: '%',
            factor: PERCENT,
            value: learning?.[name],
            set: (to, value) => change(leverIn(to, lever.id), each => {
                if (each.cost?.learning !== undefined) {
                    each.cost.learning[name] = value;
                }
            }),
        });
    return html`${textField(edit, {
        path: `${path}.currency`,
        label: t('currency'),
        of,
        value: currency,
        set: (to, value) => change(leverIn(to, lever.id), each => {
            if (each.cost !== undefined) {
                each.cost.currency = value;
            }
        }),
    })}
    ${flagField(edit, {
        path: `${path}.learning`,
        label: t('learning'),
        of,
        value: learning !== undefined,
        set: (to, value) => change(leverIn(to, lever.id), each => {
            if (each.cost !== undefined) {
                each.cost.learning = value ? { learningRate: 0, experienceGrowthPerYear: 0, provenance: 'ESTIMATED', source: t('assumedHere') } : undefined;
            }
        }),
    })}
    ${learning === undefined
        ? nothing
        : html`${number('learningRate', t('rate'))} ${number('experienceGrowthPerYear', t('experience'))} ${evidenceFields(edit, `${path}.learning`, of, learning, learningOf)}`}`;
}
