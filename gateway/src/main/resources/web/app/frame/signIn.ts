import { html, nothing, type TemplateResult } from 'lit';
import { Problem } from '../api/api';
import { type Session, signIn } from '../api/session';
import { dictionary } from '../language/language';
import { refusal } from '../parts/apiText';
import { Part } from '../parts/part';
import { preferences } from './preferences';

const t = dictionary(
    {
        title: 'Net zero',
        lead: 'Carbon accounts from the meter to the 2030 roadmap.',
        key: 'API key',
        signIn: 'Sign in',
        hint: 'The first key is printed when the suite starts and kept in admin.key in its data folder. It is sent once; this browser then keeps a session cookie, not the key.',
        empty: 'Enter an API key.',
        characters: 'This key has characters that no key has. Copy it again.',
        unknown: 'This key is not valid: it is unknown or was revoked. Check that you copied all of it.',
    },
    {
        title: '净零',
        lead: '从计量表到 2030 路线图的碳账本。',
        key: 'API 密钥',
        signIn: '登录',
        hint: '首个密钥在系统启动时显示，并保存在数据目录的 admin.key 中。密钥只发送一次；此后浏览器只保存会话 Cookie，不保存密钥。',
        empty: '请输入 API 密钥。',
        characters: '密钥中含有不允许的字符，请重新复制。',
        unknown: '密钥无效：不存在或已被吊销。请检查是否复制完整。',
    },
);

/** What a header can carry: printable ASCII without spaces. */
const PRINTABLE = /^[!-~]+$/;

/** The first page for whoever is not signed in. Fires `signed-in`. */
class SignIn extends Part {
    static override properties = { message: {} };

    declare message: string | Problem | null;

    protected override render(): TemplateResult {
        const message = this.message ?? '';
        return html`<main id="sign-in" class="sign-in">
            <h1>${t('title')}</h1>
            <p class="lead">${t('lead')}</p>
            <form @submit=${this.submit} novalidate>
                <label for="key">${t('key')}</label>
                <input
                    id="key"
                    name="key"
                    type="password"
                    autocomplete="current-password"
                    spellcheck="false"
                    autocapitalize="off"
                    aria-invalid=${message !== ''}
                    aria-describedby="sign-in-problem key-hint"
                />
                <p id="sign-in-problem" class="problem" role="alert" ?hidden=${message === ''}>${message instanceof Problem ? refusal(message) : message === '' ? nothing : message}</p>
                <button type="submit">${t('signIn')}</button>
                <p id="key-hint" class="hint">${t('hint')}</p>
            </form>
            <p class="preferences">${preferences()}</p>
        </main>`;
    }

    protected override firstUpdated(): void {
        this.field.focus();
    }

    private get field(): HTMLInputElement {
        return this.querySelector('#key') as HTMLInputElement;
    }

    private async submit(event: Event): Promise<void> {
        event.preventDefault();
        const key = this.field.value.trim();
        const wrong = key === '' ? t('empty') : PRINTABLE.test(key) ? null : t('characters');
        if (wrong !== null) {
            this.message = wrong;
            return;
        }
        try {
            const session = await signIn(key);
            this.dispatchEvent(new CustomEvent<Session>('signed-in', { detail: session, bubbles: true }));
        } catch (failure) {
            this.message = reason(failure);
            this.field.select();
        }
    }
}

function reason(failure: unknown): string | Problem {
    const problem = Problem.of(failure);
    return problem.status === 401 ? t('unknown') : problem;
}

customElements.define('nz-sign-in', SignIn);
