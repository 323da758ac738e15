import { html, type TemplateResult } from 'lit';
import { period } from '../../frame/period';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { facts, figure } from '../../parts/figure';
import { panel } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';
import type { SubmeterBalance } from './shapes';

const t = dictionary(
    {
        title: 'Sub-meters beside the main meters in {year}',
        main: 'Main meters',
        sub: 'Sub-meters',
        residual: 'Seen by no sub-meter',
        hours: 'Over hours known in all of them',
        fails: 'The sub-meters stand above the main meters by more than 5 %: what is made of the input is held.',
        holds: 'The sub-meters do not stand above the main meters by more than 5 %.',
        unknown: 'not known',
        nothing: 'No hour of {year} is known in all main meters and sub-meters.',
    },
    {
        title: '{year} 年分表与总表',
        main: '总表',
        sub: '分表',
        residual: '未被分表计量',
        hours: '所有表均已知的小时',
        fails: '分表比总表多出 5 % 以上：由总输入得出的指标暂不给出。',
        holds: '分表没有比总表多出 5 % 以上。',
        unknown: '未知',
        nothing: '{year} 年没有总表和分表均已知的小时。',
    },
);


/** What entered a facility beside what its sub-meters saw of it. */
class Submeters extends Part {
    static override properties = { facilityId: {} };

    declare facilityId: string;
    private readonly balance = new Query<SubmeterBalance>(
        this,
        () => `/api/datacenters/${encodeURIComponent(this.facilityId)}/balance?period=${period()}`,
        { on: ['indicator'] },
    );

    protected override render(): TemplateResult {
        return panel({ id: 'submeters', title: t('title', { year: period() }), wide: true }, this.balance, body);
    }
}

customElements.define('nz-submeters', Submeters);

function body(balance: SubmeterBalance): TemplateResult {
    if (balance.hours === 0) {
        return html`<p class="muted">– ${t('nothing', { year: period() })}</p>`;
    }
    const energy = (kilowattHours: format.Amount): unknown => figure(format.amount(format.megawattHoursOf(kilowattHours)), t('unknown'), format.megawattHours());
    const share = format.share(balance.residualShare);
    const all: [string, unknown][] = [
        [t('main'), energy(balance.mainKwh)],
        [t('sub'), energy(balance.subKwh)],
        [t('residual'), html`${energy(balance.residualKwh)} ${share === null ? '' : html`<span class="why">${share}</span>`}`],
        [t('hours'), format.count(balance.hours)],
    ];
    return html`${facts(all, true)}
        <p class=${balance.fails ? 'problem' : 'notes'}>${balance.fails ? t('fails') : t('holds')}</p>`;
}
