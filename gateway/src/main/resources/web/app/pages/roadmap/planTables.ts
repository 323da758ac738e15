import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { named } from '../../language/names';
import { comma, words } from '../../language/words';
import { verbatim } from '../../parts/apiText';
import { figure } from '../../parts/figure';
import { folded, table } from '../../parts/table';
import { currencyName } from './money';
import type { Plan, Projection } from './shapes';

const t = dictionary(
    {
        targets: 'Targets, gaps and shadow prices',
        target: 'Target',
        years: 'Years',
        level: 'Target level',
        reached: 'Reached',
        gap: 'Gap',
        shadow: 'A tonne less costs',
        missedShadow: 'missed: at no price is more to be had',
        noShadow: 'prices do not explain the whole cost, so none is told',
        kept: 'kept',
        shares: 'Renewable share',
        share: 'Asked for',
        reachedShare: 'Reached',
        gapMwh: 'Missing',
        shadowMwh: 'A MWh more costs',
        binding: 'What keeps the gap from being smaller',
        limit: 'Limit',
        of: 'Of',
        all: 'all levers',
        closes: 'One unit more closes',
        unknown: 'not known',
        always: 'all years',
        blocked: 'Why credits are not used',
        assumed: 'What nobody stated for the plan ({n})',
        field: 'Term',
        value: 'Assumed',
        reason: 'Why',
        equations: 'Equations of the plan ({n})',
        figure: 'Figure',
        equation: 'Equation',
        unit: '{tonnes} or MWh',
        pathOfGross: 'Path of gross emissions',
        pathOfShare: 'Path of the renewable share',
    },
    {
        targets: '目标、差距与影子价格',
        target: '目标',
        years: '年份',
        level: '目标值',
        reached: '达到',
        gap: '差距',
        shadow: '再减一吨的成本',
        missedShadow: '未达到：任何价格都无法再减',
        noShadow: '价格不能解释全部成本，故不给出',
        kept: '达到',
        shares: '可再生电力占比',
        share: '要求',
        reachedShare: '达到',
        gapMwh: '缺少',
        shadowMwh: '再增一兆瓦时的成本',
        binding: '限制差距缩小的因素',
        limit: '限制',
        of: '对象',
        all: '全部措施',
        closes: '每放宽一单位可缩小',
        unknown: '未知',
        always: '全部年份',
        blocked: '为何不使用碳信用',
        assumed: '规划中的假设（{n} 项）',
        field: '条件',
        value: '假设值',
        reason: '理由',
        equations: '规划的公式（{n} 条）',
        figure: '指标',
        equation: '公式',
        unit: '{tonnes} 或兆瓦时',
        pathOfGross: '总排放路径',
        pathOfShare: '可再生占比路径',
    },
);

/** What a plan says beside its years. */
export function planTables(plan: Plan, projection: Projection | null): TemplateResult {
    const targetName = (id: string): string => nameOfTarget(id, projection);
    const currency = currencyName(plan.currency);
    const nameOf = (id: string): string => named(plan.levers.find(lever => lever.id === id)?.name ?? words(id));
    const blocked = plan.years.filter(year => (year.creditsBlockedBy ?? []).length > 0);
    return html`<div id="plan-targets" class="spaced">
            ${table(
                { caption: t('targets') },
                [
                    { head: t('target'), cell: (row: Plan['targets'][number]) => targetName(row.id) },
                    { head: t('years'), cell: row => (row.fromYear === undefined || row.fromYear === row.untilYear ? String(row.untilYear) : `${row.fromYear}–${row.untilYear}`) },
                    { head: t('level'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(row.tonnes), t('unknown')) },
                    { head: t('reached'), unit: format.tonnes(), numeric: true, cell: row => figure(format.amount(row.reachedTonnes), t('unknown')) },
                    { head: t('gap'), unit: format.tonnes(), numeric: true, cell: row => gap(row.gapTonnes) },
                    { head: t('shadow'), unit: currency, numeric: true, cell: row => shadow(row.shadowPricePerTonne, row.gapTonnes) },
                ],
                plan.targets,
            )}
            ${plan.shareTargets.length === 0
                ? nothing
                : table(
                      { caption: t('shares') },
                      [
                          { head: t('target'), cell: (row: Plan['shareTargets'][number]) => targetName(row.id) },
                          { head: t('years'), cell: row => String(row.year) },
                          { head: t('share'), numeric: true, cell: row => figure(format.preciseShare(row.share), t('unknown')) },
                          { head: t('reachedShare'), numeric: true, cell: row => figure(format.preciseShare(row.reachedShare), t('unknown')) },
                          { head: t('gapMwh'), unit: format.megawattHours(), numeric: true, cell: row => gap(row.gapMwh) },
                          { head: t('shadowMwh'), unit: currency, numeric: true, cell: row => shadow(row.shadowPricePerMwh, row.gapMwh) },
                      ],
                      plan.shareTargets,
                  )}
        </div>
        ${plan.bindingLimits.length === 0
            ? nothing
            : html`<div id="binding" class="spaced">
                  ${table(
                      { caption: t('binding') },
                      [
                          { head: t('limit'), cell: (row: Plan['bindingLimits'][number]) => words(row.kind) },
                          { head: t('of'), cell: row => (row.subject === '' ? t('all') : nameOf(row.subject)) },
                          { head: t('years'), cell: row => (row.years.length === 0 ? t('always') : spans(row.years)) },
                          {
                              head: t('closes'),
                              unit: t('unit', { tonnes: format.tonnes() }),
                              numeric: true,
                              cell: row => figure(format.amount(row.gapPerUnit), t('unknown')),
                          },
                      ],
                      plan.bindingLimits,
                  )}
              </div>`}
        ${blocked.length === 0
            ? nothing
            : html`<h3 class="spaced">${t('blocked')}</h3>
                  <ul class="plain">
                      ${blocked.map(year => html`<li>${year.year}: ${verbatim((year.creditsBlockedBy ?? []).join(' '))}</li>`)}
                  </ul>`}
        ${folded(
            table(
                { caption: t('assumed', { n: plan.assumed.length }), quietCaption: true },
                [
                    { head: t('field'), cell: (row: Plan['assumed'][number]) => html`<code>${row.field}</code>` },
                    { head: t('value'), cell: row => verbatim(row.value) },
                    { head: t('reason'), cell: row => html`<span class="comment">${verbatim(row.reason)}</span>` },
                ],
                plan.assumed,
            ),
            t('assumed', { n: plan.assumed.length }),
        )}
        <div class="unprinted">
        ${folded(
            table(
                { caption: t('equations', { n: plan.equations.length }), quietCaption: true },
                [
                    { head: t('figure'), cell: (row: Plan['equations'][number]) => html`<code>${row.figure}</code>` },
                    { head: t('years'), cell: row => String(row.year ?? t('always')) },
                    { head: t('equation'), cell: row => html`<code>${row.text}</code>` },
                ],
                plan.equations,
            ),
            t('equations', { n: plan.equations.length }),
        )}
        </div>`;
}

/** Years that follow each other as one span. */
function spans(years: number[]): string {
    const all: [number, number][] = [];
    for (const year of [...years].sort((a, b) => a - b)) {
        const last = all.at(-1);
        if (last !== undefined && last[1] === year - 1) {
            last[1] = year;
        } else {
            all.push([year, year]);
        }
    }
    return all.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(comma());
}

const PATHS: Record<string, 'pathOfGross' | 'pathOfShare'> = { 'path-of-gross': 'pathOfGross', 'path-of-share': 'pathOfShare' };

/** A target by what it is about; those that the plan adds by itself say of which year they are after an @. */
function nameOfTarget(id: string, projection: Projection | null): string {
    const name = id.split('@')[0] ?? id;
    const path = PATHS[name];
    return path === undefined ? words(projection?.targets?.find(each => each.targetId === id)?.metric ?? name) : t(path);
}

function gap(value: format.Amount): TemplateResult {
    return format.number(value) === 0 ? html`<span class="badge pass">${t('kept')}</span>` : figure(format.amount(value), t('unknown'));
}

/** What one more would cost; a target that is missed has no such price. */
function shadow(price: format.Amount, missing: format.Amount): TemplateResult {
    return figure(format.amount(price), t((format.number(missing) ?? 0) > 0 ? 'missedShadow' : 'noShadow'));
}
