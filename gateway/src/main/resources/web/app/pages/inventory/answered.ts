import { html, type TemplateResult } from 'lit';
import { dictionary } from '../../language/language';
import type { Query } from '../../parts/query';

const t = dictionary({ loading: 'Loading…', retry: 'Try again' }, { loading: '正在加载…', retry: '重试' });

/** What a query gave, within a section that shows more than that. */
export function answered<T>(query: Query<T>, body: (answer: T) => unknown): TemplateResult {
    const problem =
        query.problem === null
            ? ''
            : html`<p class="problem" role="alert">
                  <strong>${query.problem.title}.</strong> ${query.problem.detail}
                  <button type="button" class="quiet small" @click=${() => query.refresh()}>${t('retry')}</button>
              </p>`;
    if (query.answer === null) {
        return html`${problem}${query.loading || query.problem === null ? html`<p class="loading" role="status">${t('loading')}</p>` : ''}`;
    }
    return html`${problem}${body(query.answer)}`;
}
