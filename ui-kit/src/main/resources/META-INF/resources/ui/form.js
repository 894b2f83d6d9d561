/* Forms that htmx sends. Never twice: one Idempotency-Key per form until it succeeded. Enter goes to the next field.
   A refusal (RFC 9457 problem) shows its Chinese sentence above the form and each of its errors[] under its field. */
import { composing } from './ime.js';
import { toast } from './say.js';
import * as draft from './draft.js';

const STOPS = 'input:not([type=hidden]):not([type=checkbox]), select, textarea';

/* ---- the key ---- */

/** A random UUID; crypto.randomUUID is missing on plain http addresses and in Chromium 90. */
export function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/* The element a key belongs to: the form, or the single button that acts without one. */
const actorOf = (element) => element.closest('form') || element;

function keyOf(actor, path) {
    // One form may have two ways to be sent (派单, 直接答复): the server scopes keys by path, and so do we.
    const keys = actor.idempotencyKeys || (actor.idempotencyKeys = draft.keys(actor));
    return keys[path] || (keys[path] = newKey());
}

function forgetKeys(actor) {
    actor.idempotencyKeys = {};
}

/* ---- on the way ---- */

// htmx would queue a second press and send it after the first had its answer: it must not even get so far.
document.addEventListener('htmx:confirm', (event) => {
    const { verb, elt } = event.detail;
    if (verb !== 'get' && actorOf(elt).dataset.busy !== undefined) event.preventDefault();
});

document.addEventListener('htmx:configRequest', (event) => {
    const { verb, path, headers, elt } = event.detail;
    if (verb === 'get') return;
    const actor = actorOf(elt);
    headers['Idempotency-Key'] = keyOf(actor, path);
    draft.save(actor);
});

document.addEventListener('htmx:beforeRequest', (event) => {
    const { requestConfig, elt } = event.detail;
    if (requestConfig.verb === 'get') return;
    const actor = actorOf(elt);
    actor.dataset.busy = '';
    busy(buttonOf(event, actor));
    clear(actor);
});

const buttonOf = (event, actor) => {
    const submitter = event.detail.requestConfig.triggeringEvent?.submitter;
    if (submitter) return submitter;
    return actor.matches('button') ? actor : event.detail.elt.matches('button') ? event.detail.elt : primaryOf(actor);
};

/* A form's buttons may stand outside it, as in the bar below the desk. */
const buttonsOf = (actor) => (actor.matches('form') ? [...actor.elements] : [...actor.querySelectorAll('button')]);
const primaryOf = (actor) => buttonsOf(actor).find((one) => one.matches('.btn-primary'));

function busy(button) {
    if (!button) return;
    button.dataset.words = button.innerHTML;
    button.textContent = button.dataset.busyWords || `正在${bareWords(button)}…`;
    button.setAttribute('aria-disabled', 'true'); // not "disabled": the focus must stay where it is
}

function bareWords(button) {
    const copy = button.cloneNode(true);
    for (const kbd of copy.querySelectorAll('kbd')) kbd.remove();
    return copy.textContent.trim();
}

function free(actor) {
    delete actor.dataset.busy;
    for (const button of [actor, ...buttonsOf(actor)]) {
        if (button.dataset.words === undefined) continue;
        button.innerHTML = button.dataset.words;
        delete button.dataset.words;
        button.removeAttribute('aria-disabled');
    }
}

document.addEventListener('htmx:afterRequest', (event) => {
    const { requestConfig, elt, xhr, successful } = event.detail;
    if (requestConfig.verb === 'get') return;
    const actor = actorOf(elt);
    free(actor);
    if (successful && xhr.status < 300) {
        forgetKeys(actor);
        draft.forget(actor);
        if (actor.dataset.after === 'clear') actor.reset();
    }
});

/* ---- when it did not go ---- */

document.addEventListener('htmx:beforeSwap', (event) => {
    const { xhr } = event.detail;
    // A service may answer a refused form with the form itself, drawn with its errors.
    if (xhr.status === 422 && (xhr.getResponseHeader('Content-Type') || '').startsWith('text/html')) {
        event.detail.shouldSwap = true;
        event.detail.isError = false;
    }
});

document.addEventListener('htmx:responseError', (event) => {
    const { xhr, elt, requestConfig, target } = event.detail;
    const problem = problemOf(xhr);
    if (requestConfig.verb === 'get') return missing(target, problem.detail);
    if (problem.code === 'IDEMPOTENCY_KEY_REUSED') forgetKeys(actorOf(elt));
    show(actorOf(elt), problem);
});

const unsent = (event) => {
    const { elt, requestConfig, target } = event.detail;
    if (requestConfig?.verb === 'get') return missing(target, '网络不通，没有取到最新内容。');
    show(actorOf(elt), { detail: '网络不通，没有收到答复。内容还在，请再按一次，不会重复登记。' });
};
document.addEventListener('htmx:sendError', unsent);
document.addEventListener('htmx:timeout', unsent);

/* What could not be fetched is no fault of the form around it: a part says in its data-trouble what works all the same. */
function missing(target, detail) {
    if (!target?.dataset.trouble) return toast(detail, true);
    const box = document.createElement('p');
    box.className = 'trouble';
    box.textContent = target.dataset.trouble;
    target.replaceChildren(box);
}

const WORDS = {
    401: '登录已过期，内容已存草稿。请重新登录后继续。',
    403: '您的岗位不能做这一步。',
    404: '没有找到这件工单，请刷新后再试。',
    409: '这件工单刚被别人处理过，请查看最新情况。',
    413: '内容太大，请删减后再试。',
    429: '操作太快，请稍后再试。',
    503: '系统正忙，请稍后再按一次，不会重复登记。',
};

function problemOf(xhr) {
    const fallback = { status: xhr.status, detail: WORDS[xhr.status] || '系统没有办成，内容还在。请稍后再按一次，不会重复登记。' };
    try {
        const problem = JSON.parse(xhr.responseText);
        return problem && typeof problem === 'object' ? { ...fallback, ...problem, detail: problem.detail || fallback.detail } : fallback;
    } catch {
        return fallback;
    }
}

/** Shows a problem in its form: the sentence above, errors under their fields, the focus on the first. */
export function show(actor, problem) {
    clear(actor);
    const lost = [];
    let first = null;
    for (const { field, detail } of problem.errors || []) {
        const input = fieldOf(actor, field);
        if (!input) {
            lost.push(detail);
            continue;
        }
        place(actor, input, detail);
        first = first || input;
    }
    const words = [problem.detail, ...lost].filter(Boolean).join(' ');
    const alert = actor.matches('form') ? alertOf(actor) : null;
    if (alert) {
        alert.textContent = words;
        alert.hidden = false;
        (first || alert).scrollIntoView({ block: 'nearest' });
    } else {
        toast(words, true);
    }
    first?.focus();
}

function alertOf(form) {
    if (form.alertBox?.isConnected) return form.alertBox;
    let alert = form.querySelector('.form-alert');
    if (!alert) {
        alert = document.createElement('div');
        alert.className = 'form-alert';
        alert.setAttribute('role', 'alert');
        if (form.matches('.desk, .split')) form.before(alert); // these lay out their children as columns
        else form.prepend(alert);
    }
    return (form.alertBox = alert);
}

/* errors[].field may be a path (caller.phone) where the form has its own name (phone), marked data-field. */
function fieldOf(actor, name) {
    if (!name) return null;
    const quoted = CSS.escape(name);
    const last = CSS.escape(name.split('.').pop());
    return actor.querySelector(`[name="${quoted}"]:not([type=hidden]), [data-field="${quoted}"], [name="${last}"]:not([type=hidden])`);
}

function place(actor, input, detail) {
    const name = input.name;
    const group = input.type === 'radio' ? input.closest('.choices') : null;
    group?.classList.add('choices-invalid');
    const shown = input.combo || input;
    for (const one of [input, shown]) one.setAttribute('aria-invalid', 'true');
    let text = actor.querySelector(`[data-error-for="${CSS.escape(name)}"]`);
    if (!text) {
        text = document.createElement('p');
        text.className = 'field-error';
        text.dataset.errorFor = name;
        text.id = `e-${name}`;
        (group || input.closest('.combo') || input).after(text);
        input.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') || ''} ${text.id}`.trim());
    }
    text.textContent = detail;
    text.hidden = false;
}

function clear(actor) {
    for (const text of actor.querySelectorAll('.field-error')) text.hidden = true;
    for (const input of actor.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
    for (const group of actor.querySelectorAll('.choices-invalid')) group.classList.remove('choices-invalid');
    if (actor.alertBox) actor.alertBox.hidden = true;
}

// What is being put right is no longer marked wrong.
document.addEventListener('input', (event) => {
    const input = event.target;
    const form = input.form;
    if (!form || !input.name || !input.hasAttribute('aria-invalid')) return;
    input.removeAttribute('aria-invalid');
    input.closest('.choices')?.classList.remove('choices-invalid');
    const text = form.querySelector(`[data-error-for="${CSS.escape(input.name)}"]`);
    if (text) text.hidden = true;
});

/* ---- Enter: next field, Shift+Enter: the one before; in forms marked data-enter ---- */

document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.defaultPrevented || composing(event)) return;
    const field = event.target;
    const form = field.closest?.('form[data-enter]');
    if (!form || field.matches('textarea, button, a, [type=submit], [type=button]')) return;
    event.preventDefault();
    // One stop per row of radio buttons; at the end the main button, which a second Enter presses knowingly.
    const seen = new Set();
    const stops = [...form.querySelectorAll(STOPS), primaryOf(form)].filter((stop) => {
        if (!stop) return false;
        if (stop.disabled || stop.tabIndex < 0 || !stop.getClientRects().length) return false;
        if (stop.type !== 'radio') return true;
        if (seen.has(stop.name)) return false;
        return seen.add(stop.name);
    });
    const at = stops.findIndex((stop) => stop === field || (stop.type === 'radio' && stop.name === field.name));
    let next = stops[at + (event.shiftKey ? -1 : 1)];
    if (!next) return;
    if (next.type === 'radio') next = form.querySelector(`[name="${CSS.escape(next.name)}"]:checked`) || next;
    next.focus();
    if (next.matches('input:not([type=radio])')) next.select();
});
