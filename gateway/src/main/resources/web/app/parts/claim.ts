import { html, nothing, type TemplateResult } from 'lit';
import { href } from '../frame/route';
import * as format from '../language/format';
import { dictionary } from '../language/language';
import { words } from '../language/words';
import { translated } from './apiText';
import { answered } from './panel';
import { Part } from './part';
import { Query } from './query';

const t = dictionary(
    {
        BLOCKED: 'Net zero may not be claimed for {year}',
        ALLOWED: 'Net zero may be claimed for {year}',
        allowedIf: 'Net zero may be claimed for {year}, if all of this is delivered',
        NOT_YET_DUE: 'No net claim is due for {year} yet',
        NO_NET_TARGET: 'This scenario has no net target',
        blockedHint: 'Credits are not counted until nothing blocks the claim.',
        notJudged: 'The claim was not judged.',
        chance: 'The net target of {year} is met in {share} of {runs} runs with drawn growth, delivery and delays.',
        unlikely: 'That is less likely than not.',
        unknown: 'How likely the net target of {year} is met is not known.',
        loading: 'How likely is it? Loading…',
        how: 'How sure the projection is',
    },
    {
        BLOCKED: '{year} 年不得声明净零',
        ALLOWED: '{year} 年可以声明净零',
        allowedIf: '若全部落实，{year} 年可以声明净零',
        NOT_YET_DUE: '{year} 年尚不涉及净零声明',
        NO_NET_TARGET: '该情景没有净零目标',
        blockedHint: '在声明受阻期间，不计入碳信用。',
        notJudged: '未判定声明。',
        chance: '在对增长、落实程度和延迟随机抽样的 {runs} 次模拟中，{share} 达到 {year} 年净排放目标。',
        unlikely: '达到的可能性不足一半。',
        unknown: '{year} 年净排放目标达到的可能性未知。',
        loading: '可能性有多大？正在加载…',
        how: '预测的可靠程度',
    },
);

const CLAIMS = ['BLOCKED', 'ALLOWED', 'NOT_YET_DUE', 'NO_NET_TARGET'] as const;
const NET = 'NET_EMISSIONS';
const HALF = 0.5;
/** The runs take both processors for a moment; the figures that a page is opened for come first. */
const AFTER_MILLIS = 1_000;

/** A year of which a claim is judged. */
interface Claimed {
    year: number;
    actual: boolean;
    grossTonnes?: format.Amount;
    targetTonnes?: format.Amount;
    gapTonnes?: format.Amount;
    renewableShare?: format.Amount;
    targetRenewableShare?: format.Amount;
    creditsNeededTonnes?: format.Amount;
    claim?: { status: string; reasons: string[]; grounds?: string[] };
}

/** The reasons in Chinese, by their codes; the API has them in English. */
const CHINESE: Record<string, string> = {
    NO_NET_TARGET: '该情景没有净排放目标。',
    NET_TARGET_LATER: '净零目标尚未开始，此前不使用碳信用。',
    NO_GROSS_PATH: '没有覆盖全部总排放的目标：请为“总排放”设定目标，或同时为“范围一和二”与“范围三”设定。',
    GROSS_ABOVE_PATH: '总排放 {gross}，比路径 {path} 高 {gap}。',
    NO_SHARE_PATH: '没有可再生电力占比的目标。',
    SHARE_BELOW_PATH: '可再生电力占比 {share} 低于路径 {askedShare}。',
    NOT_PERMITTED: '高于净零目标的排放为 {needed}，而该情景不允许使用碳信用。',
    ABOVE_MAXIMUM: '高于净零目标的排放为 {needed}，超过该情景每年允许的碳信用。',
    BEYOND_REGISTER: '高于净零目标的排放为 {needed}，多于登记册中可用且未注销的碳信用。',
    GROSS_ON_PATH: '总排放 {gross}，不高于路径 {path}。',
    SHARE_ON_PATH: '可再生电力占比 {share}，不低于路径 {askedShare}。',
    REMAINDER_BY_CREDITS: '以碳信用抵消其余 {needed} 不是减排：总排放不变；预测年份的以上各项只有在全部措施落实时才成立。',
};

/** The scenario that is run with drawn inputs, as of an instant where that is looked back to, and its targets. */
interface Drawn {
    scenarioId: string;
    asOf?: string | null;
    targets: readonly { targetId: string; metric: string; year: number }[];
}

interface Chances {
    runs: number;
    targets: { targetId: string; probability?: format.Amount }[];
}

/** Whether net zero may be claimed of a year, why or why not, and how likely it comes to that. */
export function claim(year: Claimed, drawn: Drawn): TemplateResult {
    return html`<nz-claim class="parts" .year=${year} .drawn=${drawn}></nz-claim>`;
}

class Claim extends Part {
    static override properties = { year: { attribute: false }, drawn: { attribute: false }, due: { state: true } };

    declare year: Claimed;
    declare drawn: Drawn;
    private declare due: boolean;
    private waiting: ReturnType<typeof setTimeout> | undefined;

    private readonly chances = new Query<Chances>(this, () => (this.due ? this.address() : null), { on: ['projection'], collectedSeconds: 15 });

    override connectedCallback(): void {
        super.connectedCallback();
        this.due = false;
        this.waiting = setTimeout(() => (this.due = true), AFTER_MILLIS);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        clearTimeout(this.waiting);
    }

    protected override render(): TemplateResult {
        const { year, actual, claim: judged } = this.year;
        if (judged === undefined) {
            return html`<p class="muted">– ${t('notJudged')}</p>`;
        }
        const { status, reasons, grounds } = judged;
        const open = status === 'ALLOWED' && !actual;
        const known = open ? 'allowedIf' : CLAIMS.find(each => each === status);
        return html`<div class="claim ${open ? this.likelihood() : status.toLowerCase().replaceAll('_', '-')}" id="claim" data-status=${status}>
            <h3>${known === undefined ? words(status) : t(known, { year })}</h3>
            ${this.target === undefined ? nothing : this.chance()}
            <ul>
                ${reasons.map((reason, i) => html`<li>${translated(inChinese(this.year, grounds?.[i]), reason)}</li>`)}
            </ul>
            ${status === 'BLOCKED' ? html`<p class="muted">${t('blockedHint')}</p>` : nothing}
        </div>`;
    }

    /** What is still to be met: of a year that is over it is known. */
    private get target(): Drawn['targets'][number] | undefined {
        const { year, actual } = this.year;
        return actual ? undefined : this.drawn.targets.find(each => each.metric === NET && each.year === year);
    }

    private address(): string | null {
        const { scenarioId, asOf } = this.drawn;
        const at = asOf ? `?${new URLSearchParams({ asOf })}` : '';
        return this.target === undefined ? null : `/api/roadmap/scenarios/${encodeURIComponent(scenarioId)}/uncertainty${at}`;
    }

    private get probability(): number | null {
        return format.number(this.chances.answer?.targets.find(each => each.targetId === this.target?.targetId)?.probability);
    }

    /** What may be claimed if all goes well looks good only where that is likely. */
    private likelihood(): string {
        return this.probability === null ? 'uncertain' : this.probability < HALF ? 'unlikely' : 'allowed';
    }

    private chance(): TemplateResult {
        if (!this.due || (this.chances.loading && this.chances.answer === null)) {
            return html`<p class="loading" role="status">${t('loading')}</p>`;
        }
        return html`<div id="claim-chance">${answered(this.chances, ({ runs }) => this.said(runs))}</div>`;
    }

    private said(runs: number): TemplateResult {
        const { probability } = this;
        const { year } = this.year;
        return html`<p>
            ${probability === null
                ? html`– ${t('unknown', { year })}`
                : html`<strong>${t('chance', { year, share: format.share(probability) ?? '', runs: format.count(runs) })}</strong> ${probability < HALF ? t('unlikely') : nothing}`}
            <a href=${href('roadmap', { scenario: this.drawn.scenarioId, asOf: this.drawn.asOf ?? null, view: 'uncertainty' })}>${t('how')}</a>
        </p>`;
    }
}

customElements.define('nz-claim', Claim);

function inChinese(of: Claimed, ground: string | undefined): string | undefined {
    const mass = (tonnes: format.Amount): string => format.joined(format.mass(tonnes)) ?? '–';
    const values: Record<string, string> = {
        gross: mass(of.grossTonnes),
        path: mass(of.targetTonnes),
        gap: mass(of.gapTonnes),
        share: format.share(of.renewableShare) ?? '–',
        askedShare: format.share(of.targetRenewableShare) ?? '–',
        needed: mass(of.creditsNeededTonnes),
    };
    return ground === undefined ? undefined : CHINESE[ground]?.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '–');
}
