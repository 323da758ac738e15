import { html, type TemplateResult } from 'lit';
import { get, Problem, write } from '../../api/api';
import { may } from '../../api/session';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { refusal, verbatim } from '../../parts/apiText';
import { announce } from '../../parts/notice';
import { section } from '../../parts/panel';
import { Part } from '../../parts/part';
import { Query } from '../../parts/query';

const t = dictionary(
    {
        title: 'Target for green power',
        stated: 'Stated by {by} on {at}, version {version}.',
        evidence: 'Evidence',
        years: 'Shares to be reached, a year and a percentage each',
        example: 'such as 2021 1.5, 2025 40, 2030 100',
        none: 'No path to green power is stated yet.',
        noneHint: 'State at least two years and their shares.',
        noRight: 'Only stewards and administrators may state the path.',
        state: 'State the path',
        done: 'The path to green power is stated; the one before stays in the history.',
        loading: 'Loading…',
        wrong: 'Write each year with its percentage, such as 2030 100; at least two years.',
    },
    {
        title: '绿电目标',
        stated: '{by} 于 {at} 设定，第 {version} 版。',
        evidence: '依据',
        years: '应达到的占比，每项为年份和百分比',
        example: '例如 2021 1.5, 2025 40, 2030 100',
        none: '尚未设定绿电路径。',
        noneHint: '请至少填写两个年份及其占比。',
        noRight: '只有数据管理员和管理员可以设定路径。',
        state: '设定路径',
        done: '绿电路径已设定；原有路径保留在历史记录中。',
        loading: '正在加载…',
        wrong: '请为每个年份写上百分比，例如 2030 100；至少两个年份。',
    },
);

interface Share {
    year: number;
    share: format.Amount;
}

interface Target {
    version: number;
    shares: Share[];
    evidence?: string | null;
    statedBy: string;
    statedAt: string;
}

const PAIR = /^\s*(\d{4})\D+?(\d+(?:[.]\d+)?)\s*%?\s*$/;
const PERCENT_DECIMALS = 2;

/** The path to green power, to be stated anew by whoever may. */
class GreenTarget extends Part {
    static override properties = { version: { attribute: false } };

    /** Of the path that counts, or null where none is stated. */
    declare version: number | null;
    private readonly target = new Query<Target>(this, () => (this.version === null ? null : `/api/energy/green-power-target?version=${this.version}`), {}, (path, signal) =>
        get<Target>(path.replace(/[?].*/, ''), signal),
    );
    private problem: string | Problem = '';

    protected override render(): TemplateResult {
        return section({ id: 'green-target', title: t('title'), wide: true }, html`${this.stated()} ${this.form()}`);
    }

    private stated(): TemplateResult {
        const { answer, problem } = this.target;
        if (answer !== null) {
            return html`<p>
                ${t('stated', { by: answer.statedBy, at: format.date(answer.statedAt) ?? '', version: answer.version })}
                ${verbatim(answer.evidence ?? '')}
            </p>`;
        }
        if (this.version === null) {
            return html`<p class="muted">– ${t('none')} ${may('steward') ? t('noneHint') : ''}</p>`;
        }
        return problem === null
            ? html`<p class="loading" role="status">${t('loading')}</p>`
            : html`<p class="problem" role="alert">${refusal(problem)}</p>`;
    }

    private form(): TemplateResult {
        if (!may('steward')) {
            return html`<p class="notes">${t('noRight')}</p>`;
        }
        return html`<form class="form-row" @submit=${this.submit}>
            <span class="labelled">
                <label for="path-shares">${t('years')}</label>
                <input
                    id="path-shares"
                    name="shares"
                    .value=${written(this.target.answer?.shares ?? [])}
                    aria-describedby="path-example path-problem"
                    aria-invalid=${this.problem !== ''}
                />
            </span>
            <span class="labelled">
                <label for="path-evidence">${t('evidence')}</label>
                <input id="path-evidence" name="evidence" .value=${this.target.answer?.evidence ?? ''} />
            </span>
            <button type="submit">${t('state')}</button>
            <span id="path-example" class="why">${t('example')}</span>
            <p id="path-problem" class="problem" role="alert" ?hidden=${this.problem === ''}>${this.problem instanceof Problem ? refusal(this.problem) : this.problem}</p>
        </form>`;
    }

    private async submit(event: SubmitEvent): Promise<void> {
        event.preventDefault();
        const fields = new FormData(event.target as HTMLFormElement);
        const shares = read(String(fields.get('shares')));
        if (shares === null) {
            this.say(t('wrong'));
            return;
        }
        try {
            await write('PUT', '/api/energy/green-power-target', { shares, evidence: String(fields.get('evidence')) });
            this.say('');
            announce(t('done'));
            this.dispatchEvent(new CustomEvent('stated', { bubbles: true }));
        } catch (failure) {
            this.say(Problem.of(failure));
        }
    }

    private say(problem: string | Problem): void {
        this.problem = problem;
        this.requestUpdate();
    }
}

customElements.define('nz-green-target', GreenTarget);

function written(shares: Share[]): string {
    return shares.map(each => `${each.year} ${percent(each.share)}`).join(', ');
}

/** A share as a percentage, without trailing zeros and without losing what was stated. */
function percent(share: format.Amount): string {
    const [whole, decimals = ''] = String(share).split('.');
    const digits = whole + decimals.padEnd(PERCENT_DECIMALS, '0');
    const cut = digits.length - Math.max(decimals.length - PERCENT_DECIMALS, 0);
    const rest = digits.slice(cut).replace(/0+$/, '');
    return `${Number(digits.slice(0, cut))}${rest === '' ? '' : `.${rest}`}`;
}

/** The years and their shares as fractions, or null where the text is none. */
function read(text: string): { year: string; share: string }[] | null {
    const pairs = text.split(/[,;，；]/).filter(each => each.trim() !== '').map(each => PAIR.exec(each));
    if (pairs.length < 2 || pairs.some(pair => pair === null)) {
        return null;
    }
    return pairs.flatMap(pair => (pair === null ? [] : [{ year: pair[1], share: fractionOf(pair[2]) }]));
}

function fractionOf(percentage: string): string {
    const [whole, decimals = ''] = percentage.split('.');
    const padded = whole.padStart(PERCENT_DECIMALS + 1, '0');
    return `${padded.slice(0, -PERCENT_DECIMALS)}.${padded.slice(-PERCENT_DECIMALS)}${decimals}`;
}
