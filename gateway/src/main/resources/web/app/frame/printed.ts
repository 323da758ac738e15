import { html, nothing, type TemplateResult } from 'lit';
import * as format from '../language/format';
import { dictionary } from '../language/language';
import { words } from '../language/words';
import { period } from './period';

const t = dictionary(
    { period: 'Period', gwp: 'Warming potentials of the organization', printed: 'Printed', address: 'Address' },
    { period: '期间', gwp: '组织采用的 GWP 值', printed: '打印时间', address: '地址' },
);

/** What a sheet of paper has to say of itself, and a screen says elsewhere. */
export function printedHead(gwpSet: string | undefined): TemplateResult {
    return html`<dl class="printed">
        ${fact(t('period'), String(period()))} ${gwpSet === undefined ? nothing : fact(t('gwp'), words(gwpSet))}
        ${fact(t('printed'), format.dateAndTime(new Date().toISOString()) ?? '')} ${fact(t('address'), html`<span translate="no">${location.href}</span>`)}
    </dl>`;
}

function fact(name: string, value: unknown): TemplateResult {
    return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
