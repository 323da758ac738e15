import { html, nothing, type TemplateResult } from 'lit';
import { named } from '../language/names';
import { get, onSignedOut, Problem } from '../api/api';
import { forget, may, resume, session, signOut } from '../api/session';
import { stream, type StreamState } from '../api/stream';
import { clock } from '../language/format';
import { dictionary, language, languageReady } from '../language/language';
import { comma, words } from '../language/words';
import '../parts/notice';
import { Part } from '../parts/part';
import { choosePeriod, keepBaseYear, period, periods } from './period';
import { preferences } from './preferences';
import { printedHead } from './printed';
import { onPrinting } from './printing';
import { href, PAGES, type PageName, route } from './route';
import './signIn';

const t = dictionary(
    {
        overview: 'Overview',
        inventory: 'Inventory',
        energy: 'Energy',
        datacenters: 'Data centres',
        roadmap: 'Roadmap',
        data: 'Data',
        product: 'Net zero',
        pages: 'Pages',
        skip: 'Skip to the figures',
        period: 'Period',
        signOut: 'Sign out',
        ended: 'Your session has ended. Sign in again.',
        connecting: 'Connecting…',
        live: 'Live',
        lost: 'Not live, reconnecting…',
        baseYear: 'base year {year}',
        dash: '“–” means that there is no figure, and says why; it never means zero.',
        api: 'All figures through the API',
        clock: 'Times are those of this device ({zone}), those of a facility or meter those of its site; beside a date the clock is named.',
        outdated: 'This part of the dashboard cannot be loaded: the suite was updated since, or does not answer.',
        reload: 'Load the dashboard again',
        unnamed: 'No organization is on file',
        unread: 'Who reports could not be read',
        sendsOnly: 'This key may send readings and see nothing. Sign in with a key of another role.',
    },
    {
        overview: '总览',
        inventory: '排放清单',
        energy: '能源',
        datacenters: '数据中心',
        roadmap: '路线图',
        data: '数据',
        product: '净零',
        pages: '页面',
        skip: '跳到数据',
        period: '期间',
        signOut: '退出',
        ended: '会话已结束，请重新登录。',
        connecting: '正在连接…',
        live: '实时',
        lost: '已断线，正在重连…',
        baseYear: '基准年 {year}',
        dash: '“–”表示没有数据并说明原因，绝不表示零。',
        api: '通过 API 获取全部数据',
        clock: '时间按本设备时区（{zone}），数据中心和计量表按所在场所时区；日期后注明时区。',
        outdated: '无法加载此部分：系统已更新，或没有响应。',
        reload: '重新加载',
        unnamed: '尚未登记组织',
        unread: '无法读取组织信息',
        sendsOnly: '此密钥只能发送读数，不能查看。请用其他角色的密钥登录。',
    },
);

/** Each page comes when it is gone to. */
const LOAD: Record<PageName, () => Promise<unknown>> = {
    overview: () => import('../pages/overview/overview'),
    inventory: () => import('../pages/inventory/inventory'),
    energy: () => import('../pages/energy/energy'),
    datacenters: () => import('../pages/datacenters/datacenters'),
    roadmap: () => import('../pages/roadmap/roadmap'),
    data: () => import('../pages/data/data'),
};

interface Organization {
    name: string;
    consolidationApproach?: string;
    baseYear?: number;
    gwpSet?: string;
}

/** The frame of all pages: who reports, where the reader is, for which period, and whether it is live. */
class App extends Part {
    private state: 'starting' | 'out' | 'in' = 'starting';
    private message: string | Problem | null = null;
    private organization: Organization | null = null;
    /** Where it is not known whether there is one. */
    private unread = false;
    private shown: PageName | null = null;
    private outdated = false;

    override connectedCallback(): void {
        super.connectedCallback();
        onSignedOut(() => this.leave(t('ended')));
        onPrinting(() => this.requestUpdate());
        stream.onChange(change => {
            if (change === 'inventory' || change === 'everything') {
                void this.know();
            }
        });
        addEventListener('hashchange', () => this.followed());
        stream.onState(() => {
            this.requestUpdate();
            if (stream.state === 'lost' && this.state === 'in') {
                // the stream does not say why it ended; this does where the session is over
                void get('/api/session').catch(() => undefined);
            }
        });
        // while the session is asked for
        void this.load();
        void this.start();
    }

    protected override render(): unknown {
        if (this.state === 'starting') {
            return nothing;
        }
        return this.state === 'out'
            ? html`<nz-sign-in .message=${this.message} @signed-in=${() => void this.enter()}></nz-sign-in>`
            : this.dashboard();
    }

    protected override updated(): void {
        const { page } = route();
        document.title = `${t(page)} · ${this.organization === null ? t('product') : this.name()}`;
        if (this.state === 'in' && page !== this.shown) {
            const moved = this.shown !== null;
            this.shown = page;
            if (moved) {
                scrollTo(0, 0);
                this.focusTitle();
            }
        }
    }

    private dashboard(): TemplateResult {
        const { page } = route();
        return html`<div id="dashboard" @organization-changed=${() => void this.know()}>
            <a class="skip" href="#figures" @click=${this.skip}>${t('skip')}</a>
            <header class="masthead">
                <div class="identity">
                    <p id="organization">${this.name()}</p>
                    <p class="muted">${this.describe()}</p>
                </div>
                <div class="controls">
                    <label class="choice"
                        >${t('period')}
                        <select id="period" @change=${(event: Event) => choosePeriod(Number((event.target as HTMLSelectElement).value))}>
                            ${periods().map(year => html`<option value=${year} .selected=${year === period()}>${year}</option>`)}
                        </select></label
                    >
                    <p id="stream" class="stream" role="status" data-state=${stream.state}>${t(stream.state satisfies StreamState)}</p>
                    ${preferences()}
                    <p class="who">
                        <span id="who" class="muted">${session()?.name} (${session()?.roles.map(each => (language() === 'zh' ? words(each) : each)).join(comma())})</span>
                        <button id="sign-out" type="button" class="quiet" @click=${() => void this.signOut()}>${t('signOut')}</button>
                    </p>
                </div>
            </header>
            <nav class="pages" aria-label=${t('pages')}>
                ${PAGES.map(each => html`<a href=${href(each)} aria-current=${each === page ? 'page' : nothing}>${t(each)}</a>`)}
            </nav>
            <main id="figures" tabindex="-1">
                <h1 id="page-title" class="unseen" tabindex="-1">${t(page)}</h1>
                ${printedHead(this.organization?.gwpSet)}
                ${this.page(page)}
            </main>
            <nz-notice></nz-notice>
            <footer class="muted">${t('dash')} ${t('clock', { zone: clock() })} <a href="/api/docs">${t('api')}</a></footer>
        </div>`;
    }

    private page(page: PageName): TemplateResult {
        void this.load();
        if (this.outdated) {
            return html`<p class="problem" role="alert">
                ${t('outdated')} <button type="button" class="quiet small" @click=${() => location.reload()}>${t('reload')}</button>
            </p>`;
        }
        switch (page) {
            case 'overview':
                return html`<nz-overview class="page"></nz-overview>`;
            case 'inventory':
                return html`<nz-inventory class="page"></nz-inventory>`;
            case 'energy':
                return html`<nz-energy class="page"></nz-energy>`;
            case 'datacenters':
                return html`<nz-datacenters class="page"></nz-datacenters>`;
            case 'roadmap':
                return html`<nz-roadmap class="page"></nz-roadmap>`;
            case 'data':
                return html`<nz-data class="page"></nz-data>`;
        }
    }

    private async load(): Promise<void> {
        await LOAD[route().page]().catch(() => this.outdate());
    }

    /** A part of the page is no longer there: the gateway has another build than this page, or is away. */
    private outdate(): void {
        if (!this.outdated) {
            this.outdated = true;
            this.requestUpdate();
        }
    }

    private name(): string {
        return named(this.organization?.name ?? t(this.unread ? 'unread' : 'unnamed'));
    }

    private describe(): string {
        const { consolidationApproach, baseYear } = this.organization ?? {};
        return [
            consolidationApproach === undefined ? null : words(consolidationApproach),
            baseYear === undefined ? null : t('baseYear', { year: baseYear }),
        ]
            .filter(part => part !== null)
            .join(' · ');
    }

    /** Where the link that led on is gone, the focus would be nowhere. */
    private followed(): void {
        const before = document.activeElement;
        requestAnimationFrame(() => {
            if (before !== document.body && document.activeElement === document.body) {
                this.focusTitle();
            }
        });
    }

    /** Screen readers say where the reader has come to. */
    private focusTitle(): void {
        this.querySelector<HTMLElement>('#page-title')?.focus({ preventScroll: true });
    }

    /** The address of the page is its hash, so the skip link moves the focus instead. */
    private skip(event: Event): void {
        event.preventDefault();
        this.querySelector<HTMLElement>('main')?.focus();
    }

    private async start(): Promise<void> {
        await languageReady().catch(() => undefined);
        try {
            if ((await resume()) === null) {
                this.leave(null);
            } else {
                await this.enter();
            }
        } catch (failure) {
            this.leave(Problem.of(failure));
        }
    }

    private async enter(): Promise<void> {
        if (!may('viewer', 'analyst', 'steward')) {
            await signOut();
            this.leave(t('sendsOnly'));
            return;
        }
        stream.open();
        await this.know();
        this.state = 'in';
        this.message = null;
        this.requestUpdate();
    }

    private async know(): Promise<void> {
        try {
            this.organization = await get<Organization>('/api/organization');
            this.unread = false;
        } catch (failure) {
            this.unread = Problem.of(failure).status !== 404;
            this.organization = this.unread ? this.organization : null;
        }
        keepBaseYear(this.organization?.baseYear ?? null);
        this.requestUpdate();
    }

    private leave(message: string | Problem | null): void {
        stream.close();
        forget();
        this.state = 'out';
        this.shown = null;
        this.message = message;
        this.requestUpdate();
    }

    private async signOut(): Promise<void> {
        await signOut();
        this.leave(null);
    }
}

customElements.define('nz-app', App);
