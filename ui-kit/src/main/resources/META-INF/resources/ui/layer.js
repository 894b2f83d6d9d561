/* Layers are <dialog> elements: the browser holds the focus in them and Esc closes them. Here: opening what htmx
   brought, giving the focus back, buttons that wait a moment, copying. */
import { toast } from './say.js';

/** Shows a dialog as a layer; when it closes, the focus returns to where it was. */
export function open(dialog) {
    if (dialog.open) return;
    const before = document.activeElement;
    dialog.showModal();
    for (const button of dialog.querySelectorAll('[data-guard]')) guard(button);
    const first = dialog.querySelector('[autofocus]') || fieldIn(dialog) || dialog.querySelector('.btn-primary');
    first?.focus();
    dialog.addEventListener('close', () => {
        const back = (dialog.dataset.back && document.querySelector(dialog.dataset.back)) || before;
        if (back?.isConnected) back.focus();
        if (dialog.closest('#layer')) dialog.remove();
    }, { once: true });
}

/* Whoever opens a form writes: its first field, of a row of radio buttons the one that is chosen. */
function fieldIn(dialog) {
    const visible = [...dialog.querySelectorAll('form :is(input, select, textarea)')].filter(
        (field) => !field.disabled && field.tabIndex >= 0 && field.getClientRects().length > 0,
    );
    const chosen = visible[0]?.type === 'radio' && visible.find((field) => field.name === visible[0].name && field.checked);
    return chosen || visible[0];
}

/** Opens every dialog marked data-open in what was just put into the page. */
export function openMarked(root) {
    const marked = root.matches?.('dialog[data-open]') ? [root] : root.querySelectorAll('dialog[data-open]');
    for (const dialog of marked) open(dialog);
}

// A button that opens under somebody's finger must not take the keystroke meant for the one before it.
function guard(button) {
    button.setAttribute('aria-disabled', 'true');
    setTimeout(() => button.removeAttribute('aria-disabled'), Number(button.dataset.guard) || 1000);
}

async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
    } catch {
        copyByHand(text); // inside a plain http network there is no clipboard object
    }
    toast(`已复制 ${text}`);
}

function copyByHand(text) {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'visually-hidden';
    const place = document.querySelector('dialog[open]') || document.body;
    const before = document.activeElement;
    place.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
    before?.focus();
}

window.addEventListener('click', (event) => {
    const button = event.target.closest?.('[aria-disabled="true"]');
    if (!button) return;
    event.preventDefault();
    event.stopImmediatePropagation();
}, true);

document.addEventListener('click', (event) => {
    const at = (selector) => event.target.closest(selector);
    if (at('[data-close]')) (at('.toast') || at('dialog'))?.[at('.toast') ? 'remove' : 'close']();
    if (at('[data-copy]')) copy(at('[data-copy]').dataset.copy);
    if (at('[data-print]')) window.print();
    const opener = at('[data-opens]');
    if (opener) {
        const dialog = document.querySelector(opener.dataset.opens);
        if (dialog) open(dialog);
    }
});
