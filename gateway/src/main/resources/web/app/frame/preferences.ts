import { html, type TemplateResult } from 'lit';
import { chooseLanguage, dictionary, type Language, language } from '../language/language';
import { chosenIn } from '../parts/choice';
import { chooseTheme, theme, type Theme } from './theme';

const t = dictionary(
    { language: 'Language', theme: 'Colours', auto: 'As the system', light: 'Light', dark: 'Dark' },
    { language: '语言', theme: '颜色', auto: '跟随系统', light: '浅色', dark: '深色' },
);

const THEMES: Theme[] = ['auto', 'light', 'dark'];
/** Each by its own name, so that whoever cannot read the page finds theirs. */
const LANGUAGES: [Language, string][] = [['en', 'English'], ['zh', '中文']];

/** Language and colours, kept in this browser. */
export function preferences(): TemplateResult {
    return html`<label class="choice"
            ><span class="unseen">${t('language')}</span>
            <select id="language" @change=${(event: Event) => chooseLanguage(chosenIn(event) as Language)}>
                ${LANGUAGES.map(([code, name]) => html`<option value=${code} lang=${code} .selected=${code === language()}>${name}</option>`)}
            </select></label
        ><label class="choice"
            ><span class="unseen">${t('theme')}</span>
            <select id="theme" @change=${(event: Event) => chooseTheme(chosenIn(event) as Theme)}>
                ${THEMES.map(each => html`<option value=${each} .selected=${each === theme()}>${t(each as 'auto')}</option>`)}
            </select></label
        >`;
}
