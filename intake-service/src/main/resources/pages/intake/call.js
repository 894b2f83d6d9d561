/* 受理台: what happens between the first ring and the number that is read back. */
import { advise } from './advice.js';
import { history } from './history.js';
import { judge } from './elements.js';
import { attach } from './files.js';

const { toast, announce, serverNow } = await import(document.getElementById('ui').src);

const form = document.getElementById('call');
const again = document.getElementById('again');
const field = (name) => form.elements[name];
const bar = (part) => document.getElementById(`bar-${part}`);

/* ---- the call ---- */

let startedAt = null;
let caller = {};

/** The call begins with the first thing that is written down, not with the page. */
function begin() {
    if (startedAt) return;
    startedAt = serverNow();
    bar('time').dataset.since = startedAt;
    bar('time').textContent = '00:00';
    bar('state').hidden = false;
    for (const other of [again, document.getElementById('no-ticket')])
        other.elements.startedAt.value = new Date(startedAt).toISOString();
}

function end() {
    startedAt = null;
    delete bar('time').dataset.since;
    bar('state').hidden = true;
}

const CALLER = ['caller.phone', 'caller.name', 'caller.confidential', 'caller.anonymous', 'caller.wantsReply'];
const BOXES = CALLER.slice(2);

function rememberCaller() {
    caller = Object.fromEntries(CALLER.map((name) => [name, BOXES.includes(name) ? field(name).checked : field(name).value]));
}

function putCallerBack() {
    for (const [name, value] of Object.entries(caller))
        if (BOXES.includes(name)) field(name).checked = value;
        else field(name).value = value;
    showCaller();
}

/* ---- the bar and the history follow the number ---- */

const grouped = (digits) =>
    /^1\d{10}$/.test(digits) ? digits.replace(/^(...)(....)(....)$/, '$1 $2 $3') : digits;

function showCaller() {
    const digits = field('caller.phone').value.replace(/[^\d+]/g, '');
    bar('number').textContent = digits ? grouped(digits) : '等待来电';
    bar('number').classList.toggle('muted', !digits);
    bar('caller').textContent = field('caller.name').value.trim();
    history.follow(digits, (found) => {
        bar('open').className = found.open ? 'tag tag-yellow' : '';
        bar('open').textContent = found.open ? `有 ${found.open} 件在办` : '';
    });
}

/* ---- five elements, title, advice follow the text ---- */

const selectOf = (name) => field(name);
const optionOf = (select, value) => [...select.options].find((option) => option.value === value);

const advice = advise({
    base: form.dataset.routing,
    place: document.getElementById('advice'),
    adopt(name, value) {
        const select = selectOf(name);
        const option = optionOf(select, value);
        if (!option) return;
        select.value = value;
        for (const kind of ['input', 'change']) select.dispatchEvent(new Event(kind, { bubbles: true }));
        announce(`已采用：${option.text}`);
    },
    chosen: (name) => selectOf(name)?.value,
    announce,
});

function follow() {
    const content = field('content').value;
    const length = [...content].length;
    document.getElementById('count').textContent = length > 3600 ? `${length} / 4000 字` : '';
    judge(document.getElementById('elements'), {
        content,
        place: field('place.text').value || field('place.divisionCode').value,
        name: field('caller.name').value,
    });
    const clause = content.trim().split(/[。！？!?；;\n]/)[0].trim();
    field('title').placeholder = clause ? `${[...clause].slice(0, 30).join('')}${[...clause].length > 30 ? '…' : ''}` : '不填时取诉求的第一句';
    advice.follow({
        title: field('title').value.trim(),
        content: content.trim(),
        kind: form.querySelector('[name=kind]:checked')?.value,
        place: { text: field('place.text').value.trim(), divisionCode: field('place.divisionCode').value },
    });
}

form.addEventListener('input', (event) => {
    begin();
    if (event.target.name === 'caller.phone' || event.target.name === 'caller.name') showCaller();
    follow();
});
form.addEventListener('change', follow);
form.addEventListener('draft:restored', () => {
    hazard.dispatchEvent(new Event('change'));
    follow();
});

attach(form, document.getElementById('files'));

/* ---- hazard ---- */

const hazard = document.getElementById('is-hazard');
hazard.addEventListener('change', () => {
    const more = document.getElementById('hazard');
    more.hidden = more.disabled = !hazard.checked;
});

/* ---- layers: one writes in them at once ---- */

for (const button of document.querySelectorAll('[data-opens]'))
    button.addEventListener('click', () => {
        begin();
        setTimeout(() => document.querySelector(button.dataset.opens).querySelector('input:checked, textarea').focus());
    });

/* ---- refusal and transfer share a layer ---- */

const REASONS = {
    REJECT: {
        title: '不予受理',
        send: '记为不予受理',
        quick: [
            '已进入诉讼、仲裁程序，请按司法程序办理。',
            '已进入行政复议、信访程序，请在原渠道查询。',
            '不属于行政管理职责，请依法或协商解决。',
            '涉及国家秘密、商业秘密或他人隐私，依规不予受理。',
        ],
    },
    TRANSFER_OUT: {
        title: '转其他热线',
        send: '记为已转出',
        quick: ['已转 110 报警。', '已转 119 火警。', '已转 120 急救。', '已转 122 交通事故报警。', '已转当地 12345。'],
    },
};

for (const button of document.querySelectorAll('[data-mode]'))
    button.addEventListener('click', () => {
        const mode = REASONS[button.dataset.mode];
        document.getElementById('reason-title').textContent = mode.title;
        const send = document.getElementById('reason-send');
        send.value = button.dataset.mode;
        send.firstChild.textContent = `${mode.send} `;
        document.getElementById('reason-quick').replaceChildren(...mode.quick.map(quick));
        const reason = field('reason');
        if (Object.values(REASONS).some((other) => other !== mode && other.quick.includes(reason.value))) reason.value = '';
    }, true);

function quick(words) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-small';
    button.textContent = words;
    button.addEventListener('click', () => {
        field('reason').value = words;
        field('reason').focus();
    });
    return button;
}

/* ---- sent ---- */

const ownLayers = () => document.querySelectorAll('#call dialog[open], #again-layer[open], #call-layer[open]');

document.addEventListener('htmx:configRequest', (event) => {
    if (event.detail.elt === form) rememberCaller();
});

// The layer with the number comes next: what was asked on the way is done.
document.addEventListener('htmx:beforeSwap', (event) => {
    if (![form, again].includes(event.detail.requestConfig.elt) || event.detail.xhr.status >= 300) return;
    for (const layer of ownLayers()) layer.close();
});

// What is wrong in the page beneath a layer cannot be put right in the layer.
document.addEventListener('htmx:responseError', (event) => {
    if (event.detail.requestConfig.elt !== form) return;
    const wrong = form.querySelector('[aria-invalid="true"]:not([hidden])');
    for (const layer of ownLayers())
        if (wrong && !layer.contains(wrong)) {
            layer.addEventListener('close', () => setTimeout(() => wrong.focus()), { once: true });
            layer.close();
        }
});

form.addEventListener('reset', () => setTimeout(() => {
    hazard.dispatchEvent(new Event('change'));
    showCaller();
    follow();
}));

function nextCall() {
    field('callId').value = '';
    caller = {};
    form.reset();
    end();
    setTimeout(() => field('caller.phone').focus());
}

document.addEventListener('click', (event) => {
    const layer = event.target.closest('#layer dialog');
    if (!layer) return;
    if (event.target.closest('[data-next-call]')) layer.close();
    if (event.target.closest('[data-same-call]')) sameCall(layer);
});

// Closed by any way but the next ticket of the same call, the call is over.
document.getElementById('layer').addEventListener('close', (event) => {
    if (event.target.dataset.number && event.target.dataset.same === undefined) nextCall();
}, true);

/** 同一来电再登一件: the call gets a record of its own, which both tickets belong to. */
async function sameCall(layer) {
    const { number, call } = layer.dataset;
    const callId = call || (await recordCall(number));
    if (!callId) return toast('来电记录没有存上，请再按一次。', true);
    layer.dataset.same = '';
    layer.close();
    field('callId').value = callId;
    putCallerBack();
    field('content').focus();
}

async function recordCall(number) {
    const answer = await fetch(`${form.dataset.base}api/v1/calls`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `call-of-${number}` },
        body: JSON.stringify({ startedAt: new Date(startedAt).toISOString(), outcome: 'TICKETS', tickets: [number] }),
    }).catch(() => null);
    return answer?.ok ? (await answer.json()).callId : null;
}

/* ---- 就此事再来电: about a ticket the caller has ---- */

function callAgain(ticket) {
    begin();
    again.elements.number.value = ticket.number;
    document.getElementById('again-number').textContent = ticket.number;
    document.getElementById('again-about').textContent = ticket.title;
}

/* ---- a call without a ticket ---- */

document.addEventListener('htmx:afterRequest', (event) => {
    if (event.detail.requestConfig.elt?.id !== 'no-ticket' || !event.detail.successful) return;
    document.getElementById('call-layer').close();
    nextCall();
});

/* ---- begin ---- */

history.into(document.getElementById('history'), document.getElementById('history-total'), form.dataset.base, callAgain);
showCaller();
hazard.dispatchEvent(new Event('change'));
follow();
if (document.activeElement === document.body) field('caller.phone').focus();
