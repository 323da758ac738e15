import { html, nothing, type TemplateResult } from 'lit';
import { Problem, write } from '../../api/api';
import { dictionary } from '../../language/language';
import { words } from '../../language/words';
import { refusal } from '../../parts/apiText';
import { ask } from '../../parts/dialog';
import { announce } from '../../parts/notice';
import { Part } from '../../parts/part';

const t = dictionary(
    {
        title: 'Tell a step',
        step: 'Step',
        energy: 'Energy, MWh',
        all: 'all of it where empty',
        on: 'On',
        note: 'Note',
        tell: 'Tell',
        done: 'The step is on file.',
        sure: 'Tell that it has expired?',
        sureHint: 'What of it is not retired expires. Provisional allocations end with it.',
    },
    {
        title: '登记步骤',
        step: '步骤',
        energy: '电量（兆瓦时）',
        all: '留空为全部',
        on: '日期',
        note: '备注',
        tell: '登记',
        done: '步骤已登记。',
        sure: '登记为已过期？',
        sureHint: '未注销的部分过期，暂定分配将随之结束。',
    },
);

const STEPS = ['BOUGHT', 'TRANSFERRED', 'EXPIRED'] as const;

/** Tells that an instrument was bought, handed on or has expired. Fires `told`. */
class CertificateStep extends Part {
    static override properties = { address: {} };

    declare address: string;
    private problem: Problem | null = null;

    protected override render(): TemplateResult {
        return html`<h3>${t('title')}</h3>
            <form class="form-row" @submit=${this.submit}>
                <span class="labelled">
                    <label for="step-kind">${t('step')}</label>
                    <select id="step-kind" name="step">
                        ${STEPS.map(step => html`<option value=${step}>${words(step)}</option>`)}
                    </select>
                </span>
                <span class="labelled">
                    <label for="step-energy">${t('energy')}</label>
                    <input id="step-energy" name="energy" inputmode="decimal" placeholder=${t('all')} />
                </span>
                <span class="labelled">
                    <label for="step-on">${t('on')}</label>
                    <input id="step-on" name="on" type="date" />
                </span>
                <span class="labelled">
                    <label for="step-note">${t('note')}</label>
                    <input id="step-note" name="note" />
                </span>
                <button type="submit">${t('tell')}</button>
                ${this.problem === null ? nothing : html`<p id="step-problem" class="problem" role="alert">${refusal(this.problem)}</p>`}
            </form>`;
    }

    private readonly submit = async (event: SubmitEvent): Promise<void> => {
        event.preventDefault();
        const form = event.target as HTMLFormElement;
        const fields = new FormData(form);
        const text = (name: string): string | undefined => String(fields.get(name) ?? '').trim() || undefined;
        const energy = text('energy');
        const request = {
            step: text('step'),
            quantity: energy === undefined ? undefined : { value: energy, unit: 'MWh' },
            on: text('on'),
            note: text('note'),
        };
        const told = async (): Promise<void> => {
            await write('POST', this.address, request);
            this.problem = null;
            form.reset();
            announce(t('done'));
            this.dispatchEvent(new CustomEvent('told'));
            this.requestUpdate();
        };
        if (request.step === 'EXPIRED') {
            ask({ id: 'tell-expired', title: t('sure'), body: () => html`<p>${t('sureHint')}</p>`, confirm: t('tell'), dangerous: true, done: told });
            return;
        }
        try {
            await told();
        } catch (failure) {
            this.problem = Problem.of(failure);
        }
        this.requestUpdate();
    };
}

customElements.define('nz-certificate-step', CertificateStep);
