import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import type { LeverEffect } from './shapes';

const t = dictionary(
    {
        scope1: 'Cut scope 1',
        scope2: 'Use less electricity or heat (scope 2)',
        scope3: 'Cut scope 3',
        pue: 'Reach a PUE',
        electrification: 'Electrify: electricity in the place of fuel',
        own: 'Generate electricity',
        green: 'Buy green power up to a share',
        certificates: 'Retire certificates, so many MWh a year',
        depth: 'Cut',
        pueReached: 'PUE it reaches',
        share: 'Renewable share it reaches',
        shareOfElectricity: 'Generation, of electricity',
        added: 'Added electricity',
        mwhPerYear: 'Certificates a year',
        mwhPerTonne: 'MWh/t',
        all: 'All of it',
        DATA_CENTERS: 'Data centres',
        OFFICES: 'Offices',
        HEAT: 'Heat, steam and cooling',
    },
    {
        scope1: '削减范围一',
        scope2: '减少用电或用热（范围二）',
        scope3: '削减范围三',
        pue: '达到某一 PUE',
        electrification: '电气化：以电代燃料',
        own: '自建发电',
        green: '购买绿电至某一占比',
        certificates: '每年注销一定量证书',
        depth: '削减比例',
        pueReached: '达到的 PUE',
        share: '达到的可再生占比',
        shareOfElectricity: '发电占用电量',
        added: '新增用电',
        mwhPerYear: '每年证书',
        mwhPerTonne: '兆瓦时/吨',
        all: '全部',
        DATA_CENTERS: '数据中心',
        OFFICES: '办公室',
        HEAT: '热力、蒸汽与冷量',
    },
);

export type EffectNumber = 'depth' | 'pue' | 'share' | 'shareOfElectricity' | 'addedMwhPerTonne' | 'mwhPerYear';

/** A kind of lever: what it changes, the steps at which it may act, and the numbers it has. */
export interface LeverKind {
    name: 'scope1' | 'scope2' | 'scope3' | 'pue' | 'electrification' | 'own' | 'green' | 'certificates';
    effect: LeverEffect;
    /** The usual one first. */
    nodes: (category: string | undefined) => string[];
    numbers: EffectNumber[];
}

const ANY_ACTIVITY = ['DEMAND', 'EFFICIENCY'];

/** Every kind of lever that the API takes. */
export const LEVER_KINDS: LeverKind[] = [
    { name: 'scope1', effect: { kind: 'REDUCTION', scope: 1 }, nodes: () => ['FUEL_AND_REFRIGERANT', ...ANY_ACTIVITY, 'RESIDUAL'], numbers: ['depth'] },
    {
        name: 'scope2',
        effect: { kind: 'REDUCTION', scope: 2 },
        nodes: category => (category === 'HEAT' ? ['EFFICIENCY', 'DEMAND', 'FUEL_AND_REFRIGERANT', 'RESIDUAL'] : ['EFFICIENCY', 'DEMAND']),
        numbers: ['depth'],
    },
    { name: 'scope3', effect: { kind: 'REDUCTION', scope: 3 }, nodes: () => ['SUPPLIER_FACTOR', ...ANY_ACTIVITY, 'RESIDUAL'], numbers: ['depth'] },
    { name: 'pue', effect: { kind: 'PUE_TARGET' }, nodes: () => ['EFFICIENCY'], numbers: ['pue'] },
    { name: 'electrification', effect: { kind: 'ELECTRIFICATION' }, nodes: () => ['ELECTRIFICATION'], numbers: ['depth', 'addedMwhPerTonne'] },
    { name: 'own', effect: { kind: 'OWN_GENERATION' }, nodes: () => ['OWN_RENEWABLES'], numbers: ['shareOfElectricity'] },
    { name: 'green', effect: { kind: 'RENEWABLE_SHARE_TARGET' }, nodes: () => ['GREEN_POWER'], numbers: ['share'] },
    { name: 'certificates', effect: { kind: 'CERTIFICATES' }, nodes: () => ['GREEN_POWER'], numbers: ['mwhPerYear'] },
];

/** The kind of a lever, or undefined of one that this page does not know. */
export function kindOf(effect: LeverEffect): LeverKind | undefined {
    return LEVER_KINDS.find(each => each.effect.kind === effect.kind && each.effect.scope === effect.scope);
}

export function kindName(kind: LeverKind): string {
    return t(kind.name);
}

/** The parts of a scope that a reduction may be of; none where it cuts the whole. */
export function categoriesOf(kind: LeverKind, scope3: string[]): [value: string, name: string][] {
    switch (kind.name) {
        case 'scope2':
            return (['DATA_CENTERS', 'OFFICES', 'HEAT'] as const).map(each => [each, t(each)]);
        case 'scope3':
            return scope3.map(each => [each, words(each)]);
        default:
            return [];
    }
}

/** What a category of a lever is called. */
export function categoryName(category: string): string {
    return category === 'DATA_CENTERS' || category === 'OFFICES' || category === 'HEAT' ? t(category) : words(category);
}

export function wholeName(): string {
    return t('all');
}

/** What a number of an effect is called, its unit, and what is shown of it. */
export function numberOf(name: EffectNumber, megawattHours: string): { label: string; unit: string; factor?: number } {
    switch (name) {
        case 'depth':
            return { label: t('depth'), unit: '%', factor: 100 };
        case 'pue':
            return { label: t('pueReached'), unit: '' };
        case 'share':
            return { label: t('share'), unit: '%', factor: 100 };
        case 'shareOfElectricity':
            return { label: t('shareOfElectricity'), unit: '%', factor: 100 };
        case 'addedMwhPerTonne':
            return { label: t('added'), unit: t('mwhPerTonne') };
        case 'mwhPerYear':
            return { label: t('mwhPerYear'), unit: megawattHours };
    }
}
