import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { verbatim } from '../../parts/apiText';
import { figure } from '../../parts/figure';
import { type Column, folded, table } from '../../parts/table';
import type { Balance } from './shapes';

const t = dictionary(
    {
        shareOf: 'Renewable share of {period}',
        numerator: 'Renewable electricity',
        denominator: 'Electricity used',
        purchased: 'bought as renewable',
        covered: 'of which covered by instruments',
        own: 'own generation used, attributes kept',
        sold: 'attributes sold',
        bought: 'bought',
        ownUsed: 'own renewable generation used',
        chp: 'own combined heat and power',
        storageLoss: 'lost in storage',
        value: 'Share',
        item: 'Item',
        energy: 'Energy',
        notStated: 'not on file',
        convention: 'How the share is counted',
    },
    {
        shareOf: '{period} 年可再生占比',
        numerator: '可再生电力',
        denominator: '用电量',
        purchased: '外购可再生电力',
        covered: '其中有证书或合同覆盖',
        own: '自发自用、保留环境属性',
        sold: '环境属性已出售',
        bought: '外购电力',
        ownUsed: '自用可再生发电',
        chp: '自有热电联产',
        storageLoss: '储能损耗',
        value: '占比',
        item: '项目',
        energy: '电量',
        notStated: '没有数据',
        convention: '占比的计算口径',
    },
);

interface Item {
    name: string;
    text: string | null;
    kind: 'total' | 'category';
}

/** What the renewable share is made of, and how it is counted. */
export function shareOf(balance: Balance): TemplateResult {
    const total = (name: string, value: format.Amount): Item => ({ name, text: format.amount(value), kind: 'total' });
    const part = (name: string, value: format.Amount): Item => ({ name, text: format.amount(value), kind: 'category' });
    const { renewable, electricity, renewableShare } = balance;
    const items: Item[] = [
        total(t('numerator'), renewableShare?.numeratorMwh),
        part(t('purchased'), renewable?.purchasedMwh),
        part(t('covered'), renewable?.coveredByInstrumentsMwh),
        part(t('own'), renewable?.ownMwh),
        part(t('sold'), renewable?.attributesSoldMwh),
        total(t('denominator'), renewableShare?.denominatorMwh),
        part(t('bought'), electricity?.purchasedMwh),
        part(t('ownUsed'), electricity?.ownRenewableMwh),
        part(t('chp'), electricity?.ownCogenerationMwh),
        part(t('storageLoss'), electricity?.storageLossMwh),
        { name: t('value'), text: format.preciseShare(renewableShare?.value), kind: 'total' },
    ];
    const columns: Column<Item>[] = [
        { head: t('item'), cell: row => row.name },
        { head: t('energy'), unit: format.megawattHours(), numeric: true, cell: row => figure(row.text, t('notStated')) },
    ];
    return html`${table({ caption: t('shareOf', { period: balance.period }), quietCaption: true }, columns, items, row => row.kind)}
    ${renewableShare?.convention === undefined
        ? nothing
        : folded(html`<p class="notes">${verbatim(renewableShare.convention)}</p>`, t('convention'))}`;
}
