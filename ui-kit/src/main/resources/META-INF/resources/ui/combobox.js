/* A select marked data-combobox becomes a field one types into: code, word or 拼音 initials (data-search). The select
   stays in the form and keeps the value; without this script it simply remains a select. ARIA combobox pattern. */
import { composing } from './ime.js';

let count = 0;

export function grow(root) {
    for (const select of root.querySelectorAll('select[data-combobox]')) if (!select.combo) build(select);
}

function build(select) {
    const listId = `combo-${++count}`;
    const box = document.createElement('div');
    box.className = 'combo';
    const input = document.createElement('input');
    input.className = 'input select';
    input.autocomplete = 'off';
    input.id = select.id;
    for (const name of ['aria-describedby', 'aria-required', 'aria-invalid', 'data-key', 'data-key-words'])
        if (select.hasAttribute(name)) {
            input.setAttribute(name, select.getAttribute(name));
            if (name.startsWith('data-key')) select.removeAttribute(name);
        }
    const list = document.createElement('ul');
    list.className = 'combo-list';
    list.id = listId;
    list.hidden = true;
    set(list, { role: 'listbox', 'aria-label': '可选项' });
    set(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': listId, 'aria-expanded': 'false' });
    select.id += '-select';
    select.hidden = true;
    select.tabIndex = -1;
    select.before(box);
    box.append(input, list, select);
    select.combo = input;

    let shown = [];
    let at = -1;
    const chosen = () => select.selectedOptions[0];
    const settle = () => (input.value = chosen()?.value ? chosen().text : '');
    const placeholder = [...select.options].find((option) => !option.value);
    if (placeholder) input.placeholder = placeholder.text;
    settle();

    function draw(words) {
        const asked = words.trim().toLowerCase();
        shown = [...select.options].filter((option) => option.value && (!asked || found(option, asked))).slice(0, 50);
        list.replaceChildren(...shown.map((option, index) => item(option, index)));
        if (!shown.length) list.replaceChildren(nothing());
        at = shown.length && asked ? 0 : shown.indexOf(chosen());
        point();
        list.hidden = false;
        list.scrollIntoView({ block: 'nearest' });
        input.setAttribute('aria-expanded', 'true');
    }

    function item(option, index) {
        const line = document.createElement('li');
        line.id = `${listId}-${index}`;
        set(line, { role: 'option', 'aria-selected': 'false' });
        line.textContent = option.text;
        return line;
    }

    function nothing() {
        const line = document.createElement('li');
        line.className = 'combo-none';
        line.textContent = '没有符合的选项，请换个说法';
        return line;
    }

    function point() {
        [...list.children].forEach((line, index) => line.setAttribute('aria-selected', String(index === at)));
        if (at >= 0) {
            input.setAttribute('aria-activedescendant', `${listId}-${at}`);
            list.children[at].scrollIntoView({ block: 'nearest' });
        } else input.removeAttribute('aria-activedescendant');
    }

    function shut() {
        list.hidden = true;
        input.setAttribute('aria-expanded', 'false');
        input.removeAttribute('aria-activedescendant');
    }

    function take(option) {
        if (option && select.value !== option.value) {
            select.value = option.value;
            for (const kind of ['input', 'change']) select.dispatchEvent(new Event(kind, { bubbles: true }));
        }
        settle();
        shut();
    }

    input.addEventListener('input', (event) => {
        event.stopPropagation();
        draw(input.value);
        input.removeAttribute('aria-invalid');
    });
    input.addEventListener('click', () => (list.hidden ? draw('') : shut()));
    input.addEventListener('blur', () => {
        if (!input.value.trim() && placeholder) take(placeholder);
        else take(null);
    });
    input.addEventListener('keydown', (event) => {
        if (composing(event)) return;
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            if (list.hidden) return draw('');
            at = Math.min(shown.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)));
            point();
        } else if (event.key === 'Enter' && !list.hidden && !event.ctrlKey) {
            take(shown[at]); // and on to the next field, as everywhere
        } else if (event.key === 'Escape' && !list.hidden) {
            event.preventDefault();
            event.stopPropagation();
            settle();
            shut();
        }
    });
    list.addEventListener('mousedown', (event) => {
        event.preventDefault();
        const index = [...list.children].indexOf(event.target.closest('li'));
        if (shown[index]) take(shown[index]);
    });
    select.addEventListener('change', settle);
    select.form?.addEventListener('reset', () => setTimeout(settle));
    select.form?.addEventListener('draft:restored', settle);
}

const found = (option, asked) =>
    option.text.toLowerCase().includes(asked)
    || option.value.toLowerCase().startsWith(asked)
    || (option.dataset.search || '').toLowerCase().split(/\s+/).some((word) => word.startsWith(asked));

function set(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
