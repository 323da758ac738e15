import { html, nothing, type TemplateResult } from 'lit';
import { dictionary } from '../../language/language';
import { type Edit, foldedEvidence, numberField, PERCENT, removeButton, textField, wrongAt } from './field';
import type { Assumption, Region, Scenario } from './shapes';

const t = dictionary(
    {
        dataCenterShare: 'Share of data centres in electricity',
        itLoad: 'Mean IT load over IT capacity',
        location: 'Change of the grid average',
        residual: 'Change of the residual mix',
        contract: 'Emissions of renewable contracts',
        value: 'Value',
        yearly: '% a year',
        perMwh: 't CO₂e/MWh',
        regions: 'Regions',
        noRegions: 'The company is one region. Regions have shares of the base year, which sum to 100 %, and a grid and market zone of their own.',
        region: 'Region {i}',
        id: 'Id',
        zone: 'Market zone',
        shareOfElectricity: 'Of electricity',
        shareOfScope1: 'Of scope 1',
        shareOfScope3: 'Of scope 3',
        relativeGridFactor: 'Grid factor, in one measure',
        relativeResidualFactor: 'Residual factor, in that measure',
        asScenario: 'as the scenario',
        own: 'A change of its own: {of}',
        noOwn: 'Change as the scenario: {of}',
        add: 'Add a region',
        assumed: 'Assumed.',
    },
    {
        dataCenterShare: '数据中心占用电量',
        itLoad: '平均 IT 负载占 IT 容量',
        location: '电网平均因子变化',
        residual: '剩余组合因子变化',
        contract: '可再生电力合同的排放',
        value: '数值',
        yearly: '%/年',
        perMwh: '吨 CO₂e/兆瓦时',
        regions: '区域',
        noRegions: '公司为单一区域。各区域有基准年占比（合计 100 %）以及各自的电网因子和电网区域。',
        region: '区域 {i}',
        id: '标识',
        zone: '电网区域',
        shareOfElectricity: '占用电',
        shareOfScope1: '占范围一',
        shareOfScope3: '占范围三',
        relativeGridFactor: '电网因子（统一口径）',
        relativeResidualFactor: '剩余组合因子（同一口径）',
        asScenario: '与情景相同',
        own: '另设变化：{of}',
        noOwn: '与情景相同：{of}',
        add: '新增区域',
        assumed: '假设。',
    },
);

/** What a scenario assumes of data centres, grids and markets. */
export function editElectricity(scenario: Scenario, edit: Edit): TemplateResult {
    const { electricity } = scenario;
    const grid = electricity?.gridFactors;
    return html`<div class="levers">
        ${card('electricity.dataCenterShare', t('dataCenterShare'), '%', electricity?.dataCenterShare, to => to.electricity?.dataCenterShare, edit)}
        ${card('electricity.itLoad', t('itLoad'), '%', electricity?.itLoad, to => to.electricity?.itLoad, edit)}
        ${card('electricity.gridFactors.locationChangePerYear', t('location'), t('yearly'), grid?.locationChangePerYear, to => to.electricity?.gridFactors?.locationChangePerYear, edit)}
        ${card('electricity.gridFactors.residualChangePerYear', t('residual'), t('yearly'), grid?.residualChangePerYear, to => to.electricity?.gridFactors?.residualChangePerYear, edit)}
        ${card('electricity.gridFactors.contractTonnesPerMwh', t('contract'), t('perMwh'), grid?.contractTonnesPerMwh, to => to.electricity?.gridFactors?.contractTonnesPerMwh, edit, 1)}
    </div>`;
}

type Of = (scenario: Scenario) => Assumption | undefined;

function card(path: string, name: string, unit: string, assumption: Assumption | undefined, of: Of, edit: Edit, factor = PERCENT): TemplateResult {
    const id = path.replaceAll('.', '-');
    return html`<article class="lever" id=${id} aria-labelledby="${id}-name">
        <header><h3 id="${id}-name">${name}</h3></header>
        <div class="fields">${assumed(path, t('value'), name, unit, assumption, of, edit, factor)}</div>
        ${foldedEvidence(edit, path, name, assumption ?? {}, of)}
    </article>`;
}

function assumed(path: string, label: string, name: string, unit: string, assumption: Assumption | undefined, of: Of, edit: Edit, factor = PERCENT): TemplateResult {
    return numberField(edit, {
        path: `${path}.value`,
        also: path,
        label,
        of: name,
        unit,
        factor,
        value: assumption?.value,
        set: (scenario, value) => {
            const to = of(scenario);
            if (to !== undefined) {
                to.value = value;
            }
        },
    });
}

/** The regions of a scenario, whose shares sum to one; until they do, none is stored. */
export function editRegions(scenario: Scenario, edit: Edit): TemplateResult {
    const regions = scenario.regions ?? [];
    return html`${regions.length === 0 ? html`<p class="why">${t('noRegions')}</p>` : nothing} ${wrongAt(edit, 'regions')}
        <div class="levers">${regions.map((region, i) => regionCard(region, i, edit))}</div>
        <p><button type="button" class="quiet small" id="add-region" @click=${() => edit.change(addRegion)}>${t('add')}</button></p>`;
}

const SHARES = ['shareOfElectricity', 'shareOfScope1', 'shareOfScope3'] as const;
const FACTORS = ['relativeGridFactor', 'relativeResidualFactor'] as const;
const OWN_CHANGES = [['locationChangePerYear', 'location'], ['residualChangePerYear', 'residual']] as const;

function regionCard(region: Region, index: number, edit: Edit): TemplateResult {
    const path = `regions[${index}]`;
    const name = region.id ?? t('region', { i: index + 1 });
    const id = `region-${index}`;
    const at = (to: Scenario): Region | undefined => to.regions?.[index];
    const text = (part: 'id' | 'marketZone', label: string) =>
        textField(edit, {
            path: `${path}.${part}`,
            label,
            of: name,
            value: region[part],
            set: (to, value) => {
                const one = at(to);
                if (one !== undefined) {
                    one[part] = value;
                }
            },
        });
    const number = (part: (typeof SHARES)[number] | (typeof FACTORS)[number], unit: string, factor?: number) =>
        numberField(edit, {
            path: `${path}.${part}`,
            label: t(part),
            of: name,
            unit,
            factor,
            value: region[part],
            set: (to, value) => {
                const one = at(to);
                if (one !== undefined) {
                    one[part] = value;
                }
            },
        });
    return html`<article class="lever" id=${id} aria-labelledby="${id}-name">
        <header>
            <h3 id="${id}-name">${name}</h3>
            ${removeButton(edit, name, to => removeRegion(to, index))}
        </header>
        ${wrongAt(edit, path)}
        <div class="fields">
            ${text('id', t('id'))} ${text('marketZone', t('zone'))} ${SHARES.map(each => number(each, '%', PERCENT))} ${FACTORS.map(each => number(each, ''))}
            ${OWN_CHANGES.map(([part, label]) =>
                region[part] === undefined
                    ? html`<p class="field">
                          <button type="button" class="quiet small" @click=${() => edit.change(to => changeAsScenario(at(to), part, to))}>${t('own', { of: t(label) })}</button>
                          <span class="why">${t('asScenario')}</span>
                      </p>`
                    : html`${assumed(`${path}.${part}`, t(label), name, t('yearly'), region[part], to => at(to)?.[part], edit)}`,
            )}
        </div>
        ${OWN_CHANGES.map(([part, label]) =>
            region[part] === undefined
                ? nothing
                : html`${foldedEvidence(edit, `${path}.${part}`, `${name}, ${t(label)}`, region[part] ?? {}, to => at(to)?.[part])}
                      <p><button type="button" class="quiet small" @click=${() => edit.change(to => { delete at(to)?.[part]; })}>${t('noOwn', { of: t(label) })}</button></p>`,
        )}
        ${foldedEvidence(edit, path, name, region, at)}
    </article>`;
}

/** The first region is the whole company, so that nothing changes before shares are typed. */
function addRegion(scenario: Scenario): void {
    const all = scenario.regions ?? [];
    const share = all.length === 0 ? 1 : 0;
    const taken = new Set(all.map(each => each.id));
    const id = Array.from({ length: all.length + 1 }, (_, i) => `region-${i + 1}`).find(each => !taken.has(each));
    scenario.regions = [
        ...all,
        {
            id,
            marketZone: all[0]?.marketZone ?? 'market-1',
            shareOfElectricity: share,
            shareOfScope1: share,
            shareOfScope3: share,
            relativeGridFactor: 1,
            provenance: 'ESTIMATED',
            source: t('assumed'),
        },
    ];
}

function removeRegion(scenario: Scenario, index: number): void {
    const rest = (scenario.regions ?? []).filter((_, i) => i !== index);
    scenario.regions = rest.length === 0 ? undefined : rest;
}

function changeAsScenario(region: Region | undefined, part: (typeof OWN_CHANGES)[number][0], scenario: Scenario): void {
    if (region !== undefined) {
        region[part] = { ...scenario.electricity?.gridFactors?.[part] };
    }
}
