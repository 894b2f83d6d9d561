/* What others do to the open ticket: they hear who writes; whoever writes hears what has changed, beside what they typed
   and without losing any of it. Nothing that is typed is sent before the form is. */
const { toast, announce } = await import(document.getElementById('ui').src);

const EVERY = 15e3;
const here = location.pathname.split('/').slice(0, 2).join('/'); // base path of the service, such as /routing
const pane = () => document.getElementById('ticket');
const beside = (number, what) => `${here}/beside/${encodeURIComponent(number)}/${what}`;

/* ---- who writes ---- */

/* A button of a form may send it elsewhere than the form itself does. */
const formOf = (element) => element.closest?.('form[data-writes]');

let writing = null;

function tell(form) {
    const number = pane()?.dataset.number;
    if (!number) return;
    if (writing?.form === form && Date.now() - writing.at < EVERY) return;
    writing = { form, number, at: Date.now() };
    fetch(`${beside(number, 'writing')}?what=${form.dataset.writes}`, { method: 'POST' }).catch(() => {});
}

function stopped() {
    if (!writing) return;
    fetch(beside(writing.number, 'writing'), { method: 'DELETE', keepalive: true }).catch(() => {});
    writing = null;
}

document.addEventListener('input', (event) => {
    const form = event.target.form?.closest?.('form[data-writes]');
    if (!form) return;
    form.dataset.typed = '';
    tell(form);
});
document.addEventListener('close', stopped, true);
document.addEventListener('htmx:afterRequest', (event) => {
    if (event.detail.successful && formOf(event.detail.elt)) stopped();
});
addEventListener('pagehide', stopped);

/* ---- what changed meanwhile ---- */

const typedForm = () =>
    document.querySelector('dialog[open] form[data-writes]') || document.querySelector('#ticket form[data-typed]');

/** Fetches what has changed and puts it beside the form. */
async function compare(form) {
    const section = pane();
    const answer = await fetch(`${beside(section.dataset.number, 'changes')}?since=${section.dataset.seen}`, {
        headers: { 'HX-Request': 'true' },
    }).catch(() => null);
    if (!answer?.ok || !form.isConnected) return;
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.changes');
    if (!found) return;
    const place = form.closest('.beside');
    place.querySelector(':scope > .changes')?.remove();
    place.classList.add('beside-both');
    place.append(document.adoptNode(found));
    form.closest('dialog')?.classList.add('layer-both');
    const version = form.querySelector('[name=version]');
    if (version) version.value = found.dataset.version; // whoever sends now has seen it
    announce('您填写期间，工单有变化；变化列在旁边，您填写的内容没有改动。');
}

document.addEventListener('htmx:responseError', (event) => {
    const { xhr, elt } = event.detail;
    const form = formOf(elt);
    if (form && (xhr.status === 409 || xhr.status === 412)) compare(form);
});

/** The open ticket has changed: shown at once where nobody types, beside what they type where somebody does. */
async function changed(version) {
    const section = pane();
    if (!section?.dataset.number || version <= Number(section.dataset.version)) return;
    const form = typedForm();
    if (form) {
        if (form.dataset.busy === undefined) await compare(form);
        return;
    }
    if (document.querySelector('dialog[open]') || section.querySelector('form[data-busy], button[aria-disabled=true]')) return;
    const top = section.scrollTop;
    await window.htmx.ajax('GET', `${here}${section.dataset.again}`, { target: '#ticket', swap: 'outerHTML' });
    if (pane()) pane().scrollTop = top;
}

let look;
document.body.addEventListener('live:each', (event) => {
    const { subject, version } = event.detail || {};
    if (!subject || subject !== pane()?.dataset.number) return;
    clearTimeout(look); // several changes at once are looked at once
    look = setTimeout(() => changed(version), 200 + Math.random() * 400);
});

document.addEventListener('click', (event) => {
    if (!event.target.closest('[data-copy-typed]')) return;
    const form = event.target.closest('.beside').querySelector('form');
    const words = [...form.elements]
        .filter((field) => field.matches('textarea, input:not([type=hidden]):not([type=radio]):not([type=file])') && field.value)
        .map((field) => `${labelOf(field)}：${field.value}`)
        .join('\n');
    navigator.clipboard?.writeText(words).then(
        () => toast('已复制您填写的内容。'),
        () => toast('没有复制成功，请手工选中复制。', true),
    );
});

const labelOf = (field) => field.labels?.[0]?.querySelector('span')?.textContent || field.name;

/* ---- what the caller will read ---- */

let waiting;
document.addEventListener('input', (event) => {
    const form = event.target.form;
    const place = form?.querySelector('[data-preview]');
    if (!place) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => preview(form, place), 900);
});

async function preview(form, place) {
    const answer = await fetch(place.dataset.preview, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { 'HX-Request': 'true' },
    }).catch(() => null);
    if (answer?.ok && place.isConnected) place.replaceChildren(...new DOMParser().parseFromString(await answer.text(), 'text/html').body.childNodes);
}
