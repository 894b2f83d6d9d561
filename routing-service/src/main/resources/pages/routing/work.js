/* Inbox and dispatch desk: which row is open, several rows at once, who writes, what changed meanwhile, files. */
import './upload.js';
import './meanwhile.js';
const { register, announce } = await import(document.getElementById('ui').src);

const narrow = matchMedia('(max-width: 820px)');
const pane = () => document.getElementById('ticket');
const rows = () => [...document.querySelectorAll('[data-rows] .row')];

/* ---- the list shows which ticket is open, and the address can be handed on ---- */

function mark() {
    const number = pane()?.dataset.number;
    for (const row of rows()) {
        if (row.id === `row-${number}`) row.setAttribute('aria-current', 'true');
        else row.removeAttribute('aria-current');
    }
    const address = new URL(location.href);
    if (!number || narrow.matches || address.searchParams.get('number') === number) return;
    address.searchParams.set('number', number);
    history.replaceState(history.state, '', address);
}

document.addEventListener('htmx:afterSettle', (event) => {
    mark();
    batchKeys();
    chosen();
    // Whoever acted by keyboard goes on from the ticket, not from the top of the page.
    const acted = event.detail.requestConfig?.verb !== 'get' && event.target === pane();
    if (acted && document.activeElement === document.body) pane().focus({ preventScroll: true });
});

// On a narrow screen the ticket is a page of its own: the way back is the browser's.
document.addEventListener('htmx:confirm', (event) => {
    if (!narrow.matches || !event.target.matches('.row-open')) return;
    event.preventDefault();
    location.assign(event.target.href);
});

document.querySelector('.tabs-many [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

document.addEventListener('change', (event) => {
    if (event.target.matches('[data-submits]')) event.target.form.requestSubmit();
    if (event.target.matches('[data-all]')) choose(event.target.checked);
    if (event.target.matches('.row-check input')) chosen(true);
});

document.addEventListener('click', (event) => {
    const more = event.target.closest('[data-more]');
    if (!more) return;
    const open = more.closest('.acts').classList.toggle('acts-open');
    more.setAttribute('aria-expanded', String(open));
    more.textContent = open ? '收起' : '更多';
});

/* ---- several at once ---- */

const boxes = () => [...document.querySelectorAll('.row-check input')];

function choose(all) {
    for (const box of boxes()) box.checked = all;
    chosen(true);
}

function chosen(say = false) {
    const batch = document.getElementById('batch');
    if (!batch) return;
    const all = boxes();
    const count = all.filter((box) => box.checked).length;
    const words = count ? `已选 ${count} 件` : '没有选中';
    const place = batch.querySelector('[data-chosen]');
    if (place.textContent !== words) place.textContent = words;
    batch.querySelector('[data-all]').checked = count > 0 && count === all.length;
    const button = batch.querySelector('[type=submit]');
    if (button.dataset.words === undefined) button.setAttribute('aria-disabled', String(count === 0));
    if (say && count) announce(words);
}

function chooseOne() {
    const at = document.activeElement?.closest?.('.row') || document.querySelector('.row[aria-current]');
    const box = at?.querySelector('.row-check input');
    if (box) box.click();
}

let keyed = false;

/** The keys of the boxes, once there are any: a list may fill while the page is open. */
function batchKeys() {
    if (keyed || !document.getElementById('batch')) return;
    keyed = true;
    register({ key: 'V', words: '选中这一件', run: chooseOne });
    register({ key: 'A', words: '全选 / 全不选', run: () => choose(boxes().some((box) => !box.checked)) });
}

batchKeys();
chosen();
