import { html, nothing, type TemplateResult } from 'lit';
import { baseYearOfOrganization, period, thisYear } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { comma, semicolon } from '../../language/words';
import { tiles } from '../../parts/figure';
import { findings } from '../../parts/findings';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import './certificates';
import './cost';
import { pathOf } from './greenPath';
import { shareOf } from './renewableShare';
import type { Balance, Progress } from './shapes';
import './target';

const t = dictionary(
    {
        share: 'Renewable share of electricity',
        shareOf: 'Renewable share of {period}',
        path: 'Path to green power',
        points: 'points',
        soFar: 'Pace so far',
        needed: 'Pace needed',
        aYear: 'points a year',
        until: 'to {year}',
        onFile: 'from years on file: {years}',
        onePoint: 'needs two years on file',
        noTrend: 'fewer than three years, so no trend',
        distanceTile: 'Distance to the path',
        ahead: 'ahead of the path of {year}',
        behind: 'behind the path of {year}, {energy}',
        noneStated: 'no path is stated, or nothing of {year} is on file',
        noElectricity: 'no electricity on file',
        findings: 'Findings of the path',
        noneFound: 'No findings about the path.',
    },
    {
        share: '电力中的可再生占比',
        shareOf: '{period} 年可再生占比',
        path: '绿电路径',
        points: '百分点',
        soFar: '目前进度',
        needed: '所需进度',
        aYear: '百分点/年',
        until: '至 {year} 年',
        onFile: '依据有数据的年份：{years}',
        onePoint: '需要两个有数据的年份',
        noTrend: '少于三年，不构成趋势',
        distanceTile: '与路径的差距',
        ahead: '领先于 {year} 年路径',
        behind: '落后于 {year} 年路径，{energy}',
        noneStated: '没有设定路径，或 {year} 年没有数据',
        noElectricity: '没有电力数据',
        findings: '路径中发现的问题',
        noneFound: '路径没有发现问题。',
    },
);

const LAST_YEAR = 2030;

/** How green the electricity is, what it is to become, and the instruments that make it so. */
class Green extends Part {
    private readonly balance = new Query<Balance>(this, () => `/api/energy/balance?period=${period()}`, { on: ['energy'] });
    private readonly progress = new Query<Progress>(
        this,
        progressPath,
        { on: ['energy'] },
    );

    protected override render(): TemplateResult {
        const { answer } = this.progress;
        return html`${answer === null && this.balance.answer === null ? '' : this.tiles()}
            ${panel(
                {
                    id: 'renewable-share',
                    title: t('shareOf', { period: period() }),
                    saved: { path: `/api/energy/balance?period=${period()}`, name: `energy-balance-${period()}` },
                },
                this.balance,
                shareOf,
            )}
            ${panel(
                {
                    id: 'green-path',
                    title: t('path'),
                    saved: { path: progressPath(), name: 'green-power-progress' },
                },
                this.progress,
                pathOf,
            )}
            ${answer === null
                ? nothing
                : html`<nz-green-target
                      class="parts"
                      .version=${answer.targetVersion ?? null}
                      @stated=${() => this.progress.refresh()}
                  ></nz-green-target>`}
            <nz-certificates class="parts"></nz-certificates>
            <nz-instrument-cost class="parts"></nz-instrument-cost>
            ${answer === null
                ? nothing
                : panel({ id: 'green-findings', title: t('findings'), wide: true }, this.progress, progress => findings(progress.findings, t('noneFound')))}`;
    }

    private tiles(): TemplateResult {
        const balance = this.balance.answer;
        const share = format.preciseShare(balance?.renewableShare?.value);
        const progress = this.progress.answer;
        const pace = progress?.pace;
        const year = progress?.years.find(each => each.year === period());
        const points = format.number(year?.distancePoints);
        const soFar = format.ratio(pace?.pointsAYearSoFar);
        const needed = format.ratio(pace?.pointsAYearNeeded);
        return tiles([
            {
                id: 'green-share',
                title: t('share'),
                value: share === null ? null : { text: share, unit: '' },
                note: balance === null ? '' : share === null ? t('noElectricity') : (fraction(balance) ?? ''),
            },
            {
                id: 'green-distance',
                title: t('distanceTile'),
                value: points === null ? null : { text: format.ratio(Math.abs(points)) ?? '', unit: t('points') },
                state: points === null ? undefined : points > 0 ? 'bad' : 'good',
                note:
                    progress === null
                      ? ''
                      : points === null
                        ? t('noneStated', { year: period() })
                        : points > 0
                          ? t('behind', { year: period(), energy: format.joined(format.energy(year?.distanceMwh)) ?? '' })
                          : t('ahead', { year: period() }),
            },
            {
                id: 'green-pace',
                title: t('soFar'),
                value: soFar === null ? null : { text: soFar, unit: t('aYear') },
                note:
                    progress === null
                      ? ''
                      : soFar === null
                        ? t('onePoint')
                        : `${t('onFile', { years: pace?.yearsOnFile.join(comma()) ?? '' })}${pace?.trend ? '' : `${semicolon()}${t('noTrend')}`}`,
            },
            {
                id: 'green-pace-needed',
                title: t('needed'),
                value: needed === null ? null : { text: needed, unit: t('aYear') },
                note: pace === undefined ? '' : needed === null ? t('noneStated', { year: period() }) : t('until', { year: pace.until }),
            },
        ]);
    }
}

customElements.define('nz-green', Green);

function progressPath(): string {
    const first = Math.min(baseYearOfOrganization() ?? period(), period());
    return `/api/energy/green-power/progress?from=${first}&to=${Math.max(LAST_YEAR, thisYear(), period())}`;
}

function fraction(balance: Balance | null): string | null {
    const numerator = format.amount(balance?.renewableShare?.numeratorMwh);
    const denominator = format.amount(balance?.renewableShare?.denominatorMwh);
    return numerator === null || denominator === null ? null : `${numerator} / ${denominator} ${format.megawattHours()}`;
}
