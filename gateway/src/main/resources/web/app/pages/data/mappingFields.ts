import { html, nothing, type TemplateResult } from 'lit';
import { dictionary } from '../../language/language';
import type { ColumnOfKind, Mapping } from './shapes';

const t = dictionary(
    {
        constants: 'What the file lacks, the same in every row; a mandatory column needs a value here or a column of the file',
        needed: 'mandatory',
        spelling: 'How it is spelt',
        decimal: 'Decimal sign', thousands: 'Between thousands', date: 'Dates',
        point: 'point (1.5)', comma: 'comma (1,5)', nothing: 'nothing', apostrophe: 'apostrophe', blank: 'blank',
        datePlaceholder: 'yyyy-MM-dd',
        name: 'Name of the mapping', keep: 'Save the mapping',
        hint: 'Name it with letters, digits and . _ : @ + -. A mapping is kept for all files of this kind; saved under the same name it is a new revision.',
    },
    {
        constants: '文件中没有、每行相同的内容；必填列须在此填写，或对应文件中的一列',
        needed: '必填',
        spelling: '书写格式',
        decimal: '小数点', thousands: '千位分隔', date: '日期',
        point: '点（1.5）', comma: '逗号（1,5）', nothing: '无', apostrophe: '撇号', blank: '空格',
        datePlaceholder: 'yyyy-MM-dd',
        name: '映射名称', keep: '保存映射',
        hint: '名称使用英文字母、数字和 . _ : @ + -。映射可用于此类数据的所有文件；以同名保存即成为新版本。',
    },
);

const CONSTANT = 'constant.';

/** The rest of a mapping, beside which column becomes which. */
export function mappingFields(missing: ColumnOfKind[], keep: (name: string, stated: Omit<Mapping, 'columns'>) => void): TemplateResult {
    return html`<form
        id="new-mapping"
        @submit=${(event: Event) => {
            event.preventDefault();
            const fields = new FormData(event.target as HTMLFormElement);
            keep(valueOf(fields, 'name'), stated(fields));
        }}
    >
        <fieldset>
            <legend>${t('constants')}</legend>
            <div class="fields">
                ${[...missing].sort((a, b) => Number(b.required) - Number(a.required)).map(constant)}
            </div>
        </fieldset>
        <fieldset>
            <legend>${t('spelling')}</legend>
            <div class="fields">
                <label class="field"
                    >${t('decimal')}
                    <select name="decimal">
                        <option value="">${t('point')}</option>
                        <option value=",">${t('comma')}</option>
                    </select></label
                >
                <label class="field"
                    >${t('thousands')}
                    <select name="thousands">
                        <option value="">${t('nothing')}</option>
                        <option value=".">.</option>
                        <option value=",">,</option>
                        <option value="'">${t('apostrophe')}</option>
                        <option value=" ">${t('blank')}</option>
                    </select></label
                >
                <label class="field">${t('date')} <input name="date" placeholder=${t('datePlaceholder')} autocomplete="off" size="24" /></label>
            </div>
        </fieldset>
        <div class="fields">
            <label class="field">${t('name')} <input name="name" required maxlength="100" autocomplete="off" /></label>
            <button type="submit">${t('keep')}</button>
        </div>
        <p class="hint">${t('hint')}</p>
    </form>`;
}

function constant({ name, required, values }: ColumnOfKind): TemplateResult {
    return html`<label class="field"
        ><span>${name} ${required ? html`<span class="why">${t('needed')}</span>` : nothing}</span>
        ${values === undefined
            ? html`<input name="${CONSTANT}${name}" autocomplete="off" />`
            : html`<select name="${CONSTANT}${name}">
                  <option value=""></option>
                  ${values.map(value => html`<option value=${value}>${value}</option>`)}
              </select>`}</label
    >`;
}

function stated(fields: FormData): Omit<Mapping, 'columns'> {
    const constants: Record<string, string> = {};
    for (const [name, value] of fields) {
        if (name.startsWith(CONSTANT) && typeof value === 'string' && value.trim() !== '') {
            constants[name.slice(CONSTANT.length)] = value.trim();
        }
    }
    return {
        constants,
        decimalSeparator: valueOf(fields, 'decimal') || undefined,
        // a blank is one of them
        thousandsSeparator: String(fields.get('thousands')) || undefined,
        datePattern: valueOf(fields, 'date') || undefined,
    };
}

function valueOf(fields: FormData, name: string): string {
    return String(fields.get(name) ?? '').trim();
}
