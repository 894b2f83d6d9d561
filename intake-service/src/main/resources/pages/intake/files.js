/* 附件: files are sent as soon as they are chosen or dropped; the form carries their ids. What is taken off the list
   again, or never registered, the server takes away by itself. */
const { toast, announce } = await import(document.getElementById('ui').src);

const LARGEST = 20 * 1024 * 1024;
const MOST = 10;

export function attach(form, place) {
    const picker = place.querySelector('input[type=file]');
    const list = place.querySelector('ul');

    place.querySelector('button').addEventListener('click', () => picker.click());
    picker.addEventListener('change', () => {
        add([...picker.files]);
        picker.value = '';
    });
    const holdsFiles = (event) => [...(event.dataTransfer?.types || [])].includes('Files');
    form.addEventListener('dragover', (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        place.classList.add('is-over');
    });
    form.addEventListener('dragleave', (event) => {
        if (!form.contains(event.relatedTarget)) place.classList.remove('is-over');
    });
    form.addEventListener('drop', (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        place.classList.remove('is-over');
        add([...event.dataTransfer.files]);
    });
    form.addEventListener('reset', () => list.replaceChildren());
    // A ticket without the photo it speaks of is registered once and missed for ever.
    document.addEventListener('htmx:confirm', (event) => {
        if (event.detail.elt !== form || !list.querySelector('[data-state=sending]')) return;
        event.preventDefault();
        toast('附件还在上传，请稍等再登记。', true);
    });

    function add(files) {
        for (const file of files) {
            if (list.children.length >= MOST) return toast(`一张工单最多 ${MOST} 个附件。`, true);
            send(file);
        }
    }

    async function send(file) {
        const item = itemOf(file);
        list.append(item.element);
        if (file.size > LARGEST) return item.fail('附件太大：每个不能超过 20 MB，请压缩或分开后再上传。');
        const body = new FormData();
        body.append('file', file);
        const answer = await fetch(place.dataset.address, {
            method: 'POST',
            body,
            headers: { Accept: 'application/json' },
            signal: item.stop.signal,
        }).catch(() => null);
        if (!item.element.isConnected) return;
        const said = (await answer?.json().catch(() => null)) || {};
        if (answer?.ok) item.done(said);
        else item.fail(said.detail || '没有上传成功，请移除后再试一次。');
    }

    function itemOf(file) {
        const element = document.createElement('li');
        const name = part('span', 'file-name', file.name);
        const note = part('span', 'small muted', '正在上传…');
        const remove = part('button', 'btn btn-small', '移除');
        const stop = new AbortController();
        remove.type = 'button';
        remove.setAttribute('aria-label', `移除附件 ${file.name}`);
        remove.addEventListener('click', () => {
            stop.abort();
            element.remove();
            place.querySelector('button').focus();
        });
        element.dataset.state = 'sending';
        element.append(name, note, remove);
        return {
            element,
            stop,
            done({ id, size }) {
                const field = part('input', '', '');
                Object.assign(field, { type: 'hidden', name: 'attachments', value: id });
                element.dataset.state = 'sent';
                note.textContent = sizeOf(size);
                element.append(field);
                announce(`附件 ${file.name} 已上传`);
            },
            fail(words) {
                element.dataset.state = 'failed';
                note.className = 'small file-fault';
                note.textContent = words;
                announce(`附件 ${file.name} 没有上传：${words}`);
            },
        };
    }
}

function part(kind, className, words) {
    const element = document.createElement(kind);
    if (className) element.className = className;
    element.textContent = words;
    return element;
}

const sizeOf = (bytes) =>
    bytes < 1 << 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${Math.round((bytes * 10) / (1 << 20)) / 10} MB`;
