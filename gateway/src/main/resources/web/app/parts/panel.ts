import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../api/api';
import { isCut } from '../api/pages';
import { count, timeOfDay } from '../language/format';
import { dictionary } from '../language/language';
import { refusal } from './apiText';
import { type Saved, downloads } from './download';
import type { Query } from './query';

const t = dictionary(
    {
        loading: 'Loading…',
        updated: 'updated {time}',
        stale: 'The figures below are the last ones known.',
        forbidden: 'You are not allowed to see this.',
        forbiddenDetail: 'Your key has no role that may read it. Ask an administrator for one that does.',
        retry: 'Try again',
        cut: 'These are the first {count}; there are more.',
    },
    {
        loading: '正在加载…',
        updated: '更新于 {time}',
        stale: '下面是最近一次已知的数据。',
        forbidden: '您没有查看权限。',
        forbiddenDetail: '您的密钥没有相应角色。请向管理员申请。',
        retry: '重试',
        cut: '以上为前 {count} 项，后面还有。',
    },
);

const NOT_FOUND = 404;
const FORBIDDEN = 403;

interface Options {
    id: string;
    title: string;
    /** As wide as the page. */
    wide?: boolean;
    /** Beside the title. */
    controls?: unknown;
    saved?: Saved;
}

/** A section of a page: its answer, and when that came, or why there is none. */
export function panel<T>(options: Options, query: Query<T>, body: (answer: T) => unknown): TemplateResult {
    return html`<section
        id=${options.id}
        class="panel ${options.wide ? 'wide' : ''} ${query.stale ? 'stale' : ''}"
        aria-labelledby="${options.id}-title"
        aria-busy=${query.loading}
    >
        ${head(options, query)} ${answered(query, body)}
    </section>`;
}

/** What a query gave, or why it gave nothing. */
export function answered<T>(query: Query<T>, body: (answer: T) => unknown): TemplateResult {
    return html`${query.problem === null ? nothing : explained(query.problem, query)} ${query.answer === null ? placeholder(query) : html`${body(query.answer)} ${end(query.answer)}`}`;
}

/** Where a list ends before all is told. */
function end(answer: unknown): unknown {
    return Array.isArray(answer) && isCut(answer) ? html`<p class="notes">${t('cut', { count: count(answer.length) })}</p>` : nothing;
}

/** A section of a page that shows what other sections load. */
export function section(options: Options, body: unknown): TemplateResult {
    return html`<section id=${options.id} class="panel ${options.wide ? 'wide' : ''}" aria-labelledby="${options.id}-title">
        ${head(options, null)} ${body}
    </section>`;
}

function head(options: Options, query: Query<unknown> | null): TemplateResult {
    return html`<header>
        <h2 id="${options.id}-title">${options.title}</h2>
        ${options.controls ?? nothing}
        <span class="end">
            ${query?.at ? html`<span class="stamp">${t('updated', { time: timeOfDay(query.at) })}</span>` : nothing}
            ${options.saved === undefined ? nothing : downloads(options.saved)}
        </span>
    </header>`;
}

function placeholder(query: Query<unknown>): unknown {
    return query.loading ? html`<p class="loading" role="status">${t('loading')}</p>` : nothing;
}

function explained(problem: Problem, query: Query<unknown>): TemplateResult {
    if (problem.status === FORBIDDEN) {
        return html`<p class="problem absent" role="alert"><strong>${t('forbidden')}</strong> ${t('forbiddenDetail')}</p>`;
    }
    return html`<p class="problem ${problem.status === NOT_FOUND ? 'absent' : ''}" role="alert">
        ${refusal(problem)} ${query.stale ? t('stale') : nothing}
        <button type="button" class="quiet small" @click=${() => query.refresh()}>${t('retry')}</button>
    </p>`;
}
