import { html, type TemplateResult } from 'lit';
import { dictionary } from '../../language/language';
import { chosenOf, views } from '../../parts/choice';
import { Part } from '../../parts/part';
import './consumption';
import './green';
import './hours';
import './onsite';

const t = dictionary(
    {
        views: 'Views of energy',
        use: 'Consumption',
        green: 'Green power and certificates',
        onsite: 'Generation, storage, microgrid',
        hours: 'Hour by hour',
    },
    { views: '能源视图', use: '消费', green: '绿电与证书', onsite: '发电、储能与微电网', hours: '逐小时匹配' },
);

const VIEWS = ['use', 'green', 'onsite', 'hours'] as const;

/** The page of energy: what was used, how green it was, what the sites make themselves, and how both meet hour by hour. */
class Energy extends Part {
    protected override render(): TemplateResult {
        const options = VIEWS.map(view => ({ value: view, name: t(view) }));
        return html`${views(t('views'), options)} ${this.shown(chosenOf('view', options) as (typeof VIEWS)[number])}`;
    }

    private shown(view: (typeof VIEWS)[number]): TemplateResult {
        switch (view) {
            case 'use':
                return html`<nz-consumption class="parts"></nz-consumption>`;
            case 'green':
                return html`<nz-green class="parts"></nz-green>`;
            case 'onsite':
                return html`<nz-on-site class="parts"></nz-on-site>`;
            case 'hours':
                return html`<nz-hours class="parts"></nz-hours>`;
        }
    }
}

customElements.define('nz-energy', Energy);
