import { html, type TemplateResult } from 'lit';
import { get } from '../../api/api';
import { period } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { comma, words } from '../../language/words';
import { chooser, chosenOf } from '../../parts/choice';
import { facts, figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import type { Savings as SavingsAnswer } from './shapes';

const t = dictionary(
    {
        title: 'Saving against the baseline in {year}',
        baseline: 'Baseline',
        expected: 'Expected by the baseline',
        used: 'Used',
        saved: 'Saved',
        share: 'Share saved',
        emissions: 'Emissions saved',
        uncertainty: 'Uncertainty',
        halfWidth: '± {energy} at {confidence} confidence',
        noUncertainty: 'a stated building has none',
        intervals: 'Intervals compared',
        of: '{known} of {expected}',
        effect: 'Where it counts',
        flags: 'Flags',
        noFlags: 'none',
        unknown: 'not known',
        nothing: 'No baseline is registered for this data centre, so nothing is saved against it. Register one through the API.',
        missing: 'Missing: {codes}.',
    },
    {
        title: '{year} 年相对基线的节能',
        baseline: '基线',
        expected: '基线预期',
        used: '实际用能',
        saved: '节约',
        share: '节约比例',
        emissions: '减少的排放',
        uncertainty: '不确定度',
        halfWidth: '± {energy}，置信度 {confidence}',
        noUncertainty: '按建筑设定的基线没有不确定度',
        intervals: '比较的时段',
        of: '{expected} 中的 {known}',
        effect: '计入方式',
        flags: '标记',
        noFlags: '无',
        unknown: '未知',
        nothing: '该数据中心没有登记基线，因此没有节能数据。请通过 API 登记。',
        missing: '缺失：{codes}。',
    },
);


interface Baseline {
    baselineId: string;
}

/** What a facility did without, compared with what its baseline expects. */
class Savings extends Part {
    static override properties = { facilityId: {} };

    declare facilityId: string;
    private readonly baselines = new Query<Baseline[]>(this, () => `${this.address()}/baselines`, {}, (path, signal) => get(path, signal));
    private readonly savings = new Query<SavingsAnswer>(this, () => this.question(), { on: ['indicator'] });

    protected override render(): TemplateResult {
        const options = { id: 'savings', title: t('title', { year: period() }) };
        const question = this.question();
        if (question === null) {
            return panel(options, this.baselines, () => html`<p class="muted">– ${t('nothing')}</p>`);
        }
        return panel(
            {
                ...options,
                controls: this.options().length > 1 ? chooser('baseline', t('baseline'), this.options()) : undefined,
                saved: { path: question, name: `${this.facilityId}-savings-${period()}` },
            },
            this.savings,
            factsOf,
        );
    }

    private address(): string {
        return `/api/datacenters/${encodeURIComponent(this.facilityId)}`;
    }

    private options(): { value: string; name: string }[] {
        return (this.baselines.answer ?? []).map(each => ({ value: each.baselineId, name: each.baselineId }));
    }

    private question(): string | null {
        const chosen = chosenOf('baseline', this.options());
        return chosen === '' ? null : `${this.address()}/savings?period=${period()}&baseline=${encodeURIComponent(chosen)}`;
    }
}

customElements.define('nz-savings', Savings);

function factsOf(savings: SavingsAnswer): TemplateResult {
    const energy = (value: format.Amount): unknown => figure(format.amount(format.megawattHoursOf(value)), t('unknown'), format.megawattHours());
    const { uncertainty } = savings;
    const halfWidth = format.joined(format.energy(format.megawattHoursOf(uncertainty?.halfWidthKwh)));
    const all: [string, unknown][] = [
        [t('baseline'), savings.registered.baselineId],
        [t('expected'), energy(savings.baselineKwh)],
        [t('used'), energy(savings.actualKwh)],
        [t('saved'), energy(savings.savedKwh)],
        [t('share'), figure(format.share(savings.savedShare), t('unknown'))],
        [t('emissions'), figure(format.amount(format.tonnesOf(savings.savedKgCo2e)), t('unknown'), format.tonnes())],
        [
            t('uncertainty'),
            figure(halfWidth === null ? null : t('halfWidth', { energy: halfWidth, confidence: format.share(uncertainty?.confidence) ?? '–' }), t('noUncertainty')),
        ],
        [t('intervals'), t('of', { known: format.count(savings.intervals), expected: format.count(savings.expectedIntervals) })],
        [t('effect'), words(savings.effect)],
        [t('flags'), savings.flags.length === 0 ? t('noFlags') : savings.flags.map(words).join(comma())],
    ];
    return html`${facts(all)}
        ${savings.missing.length === 0 ? '' : html`<p class="notes">${t('missing', { codes: savings.missing.map(words).join(comma()) })}</p>`}`;
}
