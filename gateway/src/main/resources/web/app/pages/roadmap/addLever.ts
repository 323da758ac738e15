import { html, type TemplateResult } from 'lit';
import { dictionary } from '../../language/language';
import { folded } from '../../parts/table';
import type { Lever, LeverEffect } from './shapes';

const t = dictionary(
    {
        title: 'Add a lever',
        name: 'Name',
        what: 'What it does',
        scope1: 'Cut scope 1, in %',
        scope2: 'Cut the use of electricity (scope 2), in %',
        scope3: 'Cut scope 3, in %',
        pue: 'Reach a PUE',
        own: 'Generate a share of electricity, in %',
        green: 'Reach a renewable share, in %',
        value: 'By how much',
        start: 'Start, year',
        ramp: 'Ramp a year, in %',
        source: 'Source: where the numbers are from',
        add: 'Add the lever',
    },
    {
        title: '新增措施',
        name: '名称',
        what: '作用',
        scope1: '削减范围一，%',
        scope2: '削减用电（范围二），%',
        scope3: '削减范围三，%',
        pue: '达到某一 PUE',
        own: '自有发电占用电量，%',
        green: '达到可再生占比，%',
        value: '数值',
        start: '开始年份',
        ramp: '每年推进，%',
        source: '出处：数据来自哪里',
        add: '新增',
    },
);

const PERCENT = 100;

interface Kind {
    name: Parameters<typeof t>[0];
    node: string;
    effect: (value: number) => LeverEffect;
}

/** The common kinds of levers, and the step at which each acts. */
const KINDS: Kind[] = [
    { name: 'scope1', node: 'FUEL_AND_REFRIGERANT', effect: value => ({ kind: 'REDUCTION', scope: 1, depth: fraction(value) }) },
    { name: 'scope2', node: 'EFFICIENCY', effect: value => ({ kind: 'REDUCTION', scope: 2, depth: fraction(value) }) },
    { name: 'scope3', node: 'SUPPLIER_FACTOR', effect: value => ({ kind: 'REDUCTION', scope: 3, depth: fraction(value) }) },
    { name: 'pue', node: 'EFFICIENCY', effect: value => ({ kind: 'PUE_TARGET', pue: value }) },
    { name: 'own', node: 'OWN_RENEWABLES', effect: value => ({ kind: 'OWN_GENERATION', shareOfElectricity: fraction(value) }) },
    { name: 'green', node: 'GREEN_POWER', effect: value => ({ kind: 'RENEWABLE_SHARE_TARGET', share: fraction(value) }) },
];

/** A small form for one more lever; what is wrong with it stands at its fields once it is among the others. */
export function addLever(levers: Lever[], firstYear: number, add: (lever: Lever) => void): TemplateResult {
    return folded(
        html`<form
            id="add-lever"
            class="fields"
            @submit=${(event: Event) => {
                event.preventDefault();
                const form = event.target as HTMLFormElement;
                add(leverOf(new FormData(form), levers));
                form.reset();
            }}
        >
            <p class="field"><label for="add-name">${t('name')}</label><span class="input"><input id="add-name" name="name" required maxlength="200" /></span></p>
            <p class="field">
                <label for="add-kind">${t('what')}</label>
                <select id="add-kind" name="kind">
                    ${KINDS.map(each => html`<option value=${each.name}>${t(each.name)}</option>`)}
                </select>
            </p>
            ${numberField('value', t('value'))} ${numberField('start', t('start'), firstYear)} ${numberField('ramp', t('ramp'))}
            <p class="field"><label for="add-source">${t('source')}</label><span class="input"><input id="add-source" name="source" required maxlength="2000" /></span></p>
            <p class="field"><button type="submit">${t('add')}</button></p>
        </form>`,
        t('title'),
    );
}

function numberField(name: string, label: string, value?: number): TemplateResult {
    return html`<p class="field">
        <label for="add-${name}">${label}</label>
        <span class="input"><input id="add-${name}" name=${name} type="number" step="any" required value=${value ?? ''} /></span>
    </p>`;
}

function leverOf(given: FormData, levers: Lever[]): Lever {
    const text = (name: string): string => String(given.get(name) ?? '').trim();
    const kind = KINDS.find(each => each.name === text('kind')) ?? KINDS[0];
    if (kind === undefined) {
        throw new Error('A lever is of one of the kinds offered');
    }
    return {
        id: idOf(text('name'), new Set(levers.map(each => each.id))),
        name: text('name'),
        node: kind.node,
        effect: kind.effect(Number(text('value'))),
        deployment: { startYear: Number(text('start')), rampPerYear: fraction(Number(text('ramp'))) },
        provenance: 'ESTIMATED',
        source: text('source'),
    };
}

const ID_LETTERS = 60;

/** An id that no other lever has: of the name's plain letters, or of a number. */
function idOf(name: string, taken: Set<string>): string {
    const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, ID_LETTERS);
    const tries = [...(plain === '' ? [] : [plain]), ...Array.from({ length: taken.size + 1 }, (_, i) => `${plain === '' ? 'lever' : plain}-${i + 2}`)];
    return tries.find(each => !taken.has(each)) ?? plain;
}

function fraction(percent: number): number {
    return Number((percent / PERCENT).toPrecision(10));
}
