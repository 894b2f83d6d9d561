/* 佐证附件: a file is sent as soon as it is chosen, dropped or taken, with its own progress, and again when it failed; the
   form carries the ids, and so does its draft, which keeps no names: they may be those of people. What is taken off the
   list, or never sent with a form, intake takes away by itself. */
const { toast, announce, proof } = await import(document.getElementById('ui').src);

const LARGEST = 20 * 1024 * 1024;
const MOST = 10;

const holdsFiles = (event) => [...(event.dataTransfer?.types || [])].includes('Files');
const placeOf = (event) => event.target.closest?.('form')?.querySelector('[data-upload]');

document.addEventListener('click', (event) => {
    const place = event.target.closest('[data-upload]');
    if (event.target.closest('[data-picks]')) place.querySelector('[data-picker]').click();
    if (event.target.closest('[data-shoots]')) place.querySelector('[data-camera]').click();
});

document.addEventListener('change', (event) => {
    if (!event.target.matches('[data-upload] input[type=file]')) return;
    add(event.target.closest('[data-upload]'), [...event.target.files]);
    event.target.value = '';
});

document.addEventListener('dragover', (event) => {
    const place = placeOf(event);
    if (!place || !holdsFiles(event)) return;
    event.preventDefault();
    place.classList.add('is-over');
});
document.addEventListener('dragleave', (event) => {
    const place = placeOf(event);
    if (place && !place.closest('form').contains(event.relatedTarget)) place.classList.remove('is-over');
});
document.addEventListener('drop', (event) => {
    const place = placeOf(event);
    if (!place || !holdsFiles(event)) return;
    event.preventDefault();
    place.classList.remove('is-over');
    add(place, [...event.dataTransfer.files]);
});

// A reply without the photo it speaks of would be read so for ever.
document.addEventListener('htmx:confirm', (event) => {
    const { elt, verb } = event.detail;
    if (verb === 'get' || !elt.querySelector?.('[data-upload] [data-state=sending]')) return;
    event.preventDefault();
    toast('附件还在上传，请稍等再提交。', true);
});

/* ---- what is there already: brought back by a draft, or shown by the unit below in its report ---- */

function restore(place) {
    const kept = JSON.parse(place.dataset.kept || '[]');
    const reported = (place.dataset.reported || '').split(' ').filter((id) => id && !kept.some((file) => file.id === id));
    kept.forEach(({ id, size }, at) => bring(place, `附件 ${at + 1}`, id, size));
    reported.forEach((id, at) => bring(place, `下级上报的附件 ${at + 1}`, id));
}

function bring(place, name, id, size) {
    const list = place.querySelector('ul');
    if ([...list.querySelectorAll('[name=attachments]')].some((field) => field.value === id)) return;
    const item = new Item(place, { name, size }, `${place.dataset.address}/${encodeURIComponent(id)}`);
    list.append(item.element);
    item.show({ id, size });
}

function keep(place) {
    const sent = [...place.querySelectorAll('li')].filter((item) => item.dataset.state === 'sent');
    const kept = sent.map((item) => ({ id: item.querySelector('[name=attachments]').value, size: Number(item.dataset.size) || undefined }));
    if (kept.length) place.dataset.kept = JSON.stringify(kept);
    else delete place.dataset.kept;
    place.querySelector('[data-picker]').dispatchEvent(new Event('input', { bubbles: true })); // the form has changed
}

function add(place, files) {
    const list = place.querySelector('ul');
    for (const file of files) {
        if (list.children.length >= MOST) return toast(`最多 ${MOST} 个附件。`, true);
        const item = new Item(place, file);
        list.append(item.element);
        item.send();
    }
}

/** One file on its way. */
class Item {
    /** @param address where it can be looked at; none for what was chosen just now */
    constructor(place, file, address) {
        this.place = place;
        this.file = file;
        this.element = part('li', '');
        this.note = part('span', 'upload-note', '');
        this.bar = part('progress', '');
        this.bar.max = 1;
        this.bar.setAttribute('aria-label', `${file.name} 上传进度`);
        this.again = button('重试', `重新上传 ${file.name}`, () => this.send());
        const remove = button('移除', `移除附件 ${file.name}`, () => this.remove());
        const name = part('span', 'upload-name', address ? '' : file.name);
        if (address) name.append(link(file.name, address));
        name.append(' ', this.note);
        const row = part('span', 'btn-row');
        row.append(this.again, remove);
        this.element.append(name, row, this.bar);
    }

    send() {
        if (this.file.size > LARGEST) return this.failed('附件太大：每个不能超过 20 MB，请压缩或分开后再上传。', false);
        this.state('sending', '正在上传…');
        const request = (this.request = new XMLHttpRequest());
        request.upload.addEventListener('progress', (event) => this.moved(event.loaded, event.total));
        request.addEventListener('load', () => this.answered(request));
        request.addEventListener('error', () => this.failed('网络不通，没有上传成功，请重试。'));
        request.open('POST', this.place.dataset.address);
        request.setRequestHeader('Accept', 'application/json');
        request.setRequestHeader(proof.header, proof.value());
        const body = new FormData();
        body.append('file', this.file);
        request.send(body);
    }

    moved(loaded, total) {
        this.bar.value = total ? loaded / total : 0;
        this.note.textContent = `正在上传 ${Math.round(this.bar.value * 100)}%`;
    }

    answered(request) {
        const said = parsed(request.responseText);
        if (request.status < 300 && said.id) return this.done(said);
        // What is refused for what it is will be refused again.
        this.failed(said.detail || '没有上传成功，请重试。', request.status >= 500 || request.status === 429 || request.status === 401);
    }

    done(said) {
        this.show(said);
        keep(this.place);
        announce(`附件 ${this.file.name} 已上传`);
    }

    /** It is with intake. */
    show({ id, size = this.file.size }) {
        this.state('sent', size ? sizeOf(size) : '');
        this.element.dataset.size = size || '';
        const field = part('input', '');
        Object.assign(field, { type: 'hidden', name: 'attachments', value: id });
        this.element.append(field);
    }

    failed(words, mayTryAgain = true) {
        this.state('failed', words);
        this.again.hidden = !mayTryAgain;
        announce(`附件 ${this.file.name} 没有上传：${words}`);
    }

    state(state, words) {
        this.element.dataset.state = state;
        this.note.textContent = words;
        this.bar.hidden = state !== 'sending';
        this.bar.value = 0;
        this.again.hidden = true;
    }

    remove() {
        this.request?.abort();
        this.element.remove();
        keep(this.place);
        this.place.querySelector('[data-picks]').focus();
    }
}

function parsed(text) {
    try {
        return JSON.parse(text) || {};
    } catch {
        return {};
    }
}

function part(kind, className, words) {
    const element = document.createElement(kind);
    if (className) element.className = className;
    if (words) element.textContent = words;
    return element;
}

function link(words, address) {
    const element = part('a', '', words);
    Object.assign(element, { href: address, download: '' });
    return element;
}

function button(words, name, run) {
    const element = part('button', 'btn btn-small', words);
    element.type = 'button';
    element.setAttribute('aria-label', name);
    element.addEventListener('click', run);
    return element;
}

const sizeOf = (bytes) =>
    bytes < 1 << 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${Math.round((bytes * 10) / (1 << 20)) / 10} MB`;

const restoreAll = (root) => root.querySelectorAll('[data-upload]').forEach(restore);

document.addEventListener('draft:restored', (event) => restoreAll(event.target));
document.addEventListener('htmx:load', (event) => restoreAll(event.detail.elt)); // a page that was renewed by itself
restoreAll(document); // what was there before this was
