/* Shortcuts. Most are written in the page: data-key="Ctrl+Enter" on a button, link or field; data-key-words names it
   in the help layer. Others are registered by scripts. Single letters stay silent in fields and can be turned off. */
import { composing } from './ime.js';
import { open } from './layer.js';

const registered = [];
const SILENCED = 'hotline.keys.single';
const FIELDS = 'input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]), textarea, select, [contenteditable]';

/** Adds a shortcut: {key: 'J', words: '下一件', run}. Returns a function that takes it away again. */
export function register(shortcut) {
    registered.push(shortcut);
    return () => registered.splice(registered.indexOf(shortcut), 1);
}

const singleKeysOn = () => localStorage.getItem(SILENCED) !== 'off';

/** The way a key press is written in data-key: Ctrl+Shift+Enter, F4, Alt+1, J, /. */
function written(event) {
    let key = event.key;
    // Alt and a letter gives another character on some keyboards: read the key itself.
    if (event.altKey && /^(Key|Digit)/.test(event.code)) key = event.code.replace(/^(Key|Digit)/, '');
    if (key.length === 1) key = key.toUpperCase();
    const shift = event.shiftKey && (key.length > 1 || /[A-Z0-9]/.test(key));
    return (event.ctrlKey ? 'Ctrl+' : '') + (event.altKey ? 'Alt+' : '') + (shift ? 'Shift+' : '') + key;
}

const layerOf = () => [...document.querySelectorAll('dialog[open]')].pop();
const visible = (element) => element.getClientRects().length > 0;

function find(key) {
    const scope = layerOf() || document; // an open layer hides the keys of the page beneath it
    for (const element of scope.querySelectorAll('[data-key]'))
        if (element.dataset.key.split(' ').some((one) => one.toUpperCase() === key.toUpperCase()) && visible(element)) return element;
    return null;
}

function use(element) {
    if (element.matches(FIELDS)) {
        element.focus();
        element.select?.();
    } else if (element.matches('fieldset, [data-digits]')) {
        (element.querySelector('input:checked') || element.querySelector('input'))?.focus();
    } else {
        element.click();
    }
}

function pressed(event) {
    if (composing(event) || event.defaultPrevented) return;
    const single = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
    const inField = event.target.matches?.(FIELDS);
    if (event.key === 'F1' || (event.key === '?' && !inField && singleKeysOn())) return done(event, help);
    if (single && event.target.closest?.('[data-digits]') && /[1-9]/.test(event.key)) return digit(event);
    if (single && (inField || !singleKeysOn())) return;
    if (event.key === 'Enter' && !event.ctrlKey) return; // plain Enter belongs to the focused element
    const key = written(event);
    const element = find(key);
    if (element) return done(event, () => use(element));
    const shortcut = layerOf() ? null : registered.find((one) => one.key.toUpperCase() === key.toUpperCase());
    if (shortcut) return done(event, () => shortcut.run(event));
    if (key === 'J' || key === 'K') step(event, key === 'J' ? 1 : -1);
}

function done(event, run) {
    event.preventDefault();
    if (!event.repeat) run();
}

function digit(event) {
    const radio = event.target.closest('[data-digits]').querySelectorAll('input[type=radio]')[Number(event.key) - 1];
    if (!radio) return;
    event.preventDefault();
    radio.focus();
    radio.click();
}

/* J and K walk through the rows of a list marked data-rows. */
function step(event, by) {
    const rows = [...(layerOf() || document).querySelectorAll('[data-rows] .row')].filter(visible);
    if (!rows.length) return;
    const at = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
    const current = at >= 0 ? at : rows.findIndex((row) => row.hasAttribute('aria-current'));
    const next = rows[current < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, current + by))];
    event.preventDefault();
    (next.matches('a, button, [tabindex]') ? next : next.querySelector('a, button'))?.focus();
}

/* ---- help layer ---- */

function listed() {
    const entries = new Map();
    for (const element of document.querySelectorAll('[data-key]')) {
        if (element.closest('#help') || !visible(element)) continue;
        const words = element.dataset.keyWords || element.getAttribute('aria-label') || bare(element);
        entries.set(element.dataset.key.split(' ')[0], words);
    }
    for (const { key, words } of registered) entries.set(key, words);
    if (document.querySelector('[data-rows]')) entries.set('J / K', '下一件 / 上一件');
    if (document.querySelector('[data-enter]')) entries.set('Enter / Shift+Enter', '下一格 / 上一格');
    if (document.querySelector('[data-digits]')) entries.set('1 – 9', '选择（光标在选项上）');
    entries.set('Esc', '关闭弹层');
    entries.set('F1', '快捷键');
    return entries;
}

function bare(element) {
    const copy = element.cloneNode(true);
    for (const kbd of copy.querySelectorAll('kbd')) kbd.remove();
    return copy.textContent.trim();
}

/** Shows all keys that work on this page now. */
export function help() {
    if (layerOf()?.id === 'help') return layerOf().close();
    const dialog = document.createElement('dialog');
    dialog.id = 'help';
    dialog.className = 'layer-wide';
    dialog.setAttribute('aria-labelledby', 'help-title');
    dialog.innerHTML = '<h2 id="help-title">快捷键</h2><ul class="keys"></ul>'
        + '<p class="field-hint"><label class="check"><input type="checkbox" id="help-single"><span>启用单字母快捷键（在输入框内始终无效）</span></label></p>'
        + '<div class="btn-row"><button class="btn" type="button" data-close autofocus>关闭 <kbd>Esc</kbd></button></div>';
    const list = dialog.querySelector('ul');
    for (const [key, words] of listed()) {
        const item = document.createElement('li');
        const name = document.createElement('span');
        name.textContent = words;
        const kbd = document.createElement('kbd');
        kbd.textContent = key;
        item.append(name, kbd);
        list.append(item);
    }
    const single = dialog.querySelector('#help-single');
    single.checked = singleKeysOn();
    single.addEventListener('change', () => localStorage.setItem(SILENCED, single.checked ? 'on' : 'off'));
    document.getElementById('layer').append(dialog);
    open(dialog);
}

document.addEventListener('keydown', pressed);
document.addEventListener('click', (event) => {
    if (event.target.closest('[data-help]')) help();
});

/** Tells assistive technology of the keys written in the page. */
export function mark(root) {
    for (const element of root.querySelectorAll('[data-key]'))
        element.setAttribute('aria-keyshortcuts', element.dataset.key.replace(/Ctrl/g, 'Control'));
}
