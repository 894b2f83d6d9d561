/* Drafts of forms marked data-draft="name", kept in this browser for twelve hours so that no word is lost when a tab
   closes. Never kept: fields marked data-personal, names and numbers of people, passwords, files. A part of a form with a
   state of its own, marked data-draft-part="name", says in its data-kept what is kept of it, and finds it there again. The
   server keeps whole drafts where a service offers it; this is the net below. */

const HOURS = 12;
const PREFIX = 'hotline.draft.';
const PERSONAL = '[data-personal], [type=password], [type=file], [type=tel], [type=email], [type=hidden], [autocomplete=name], [autocomplete=tel]';

const slot = (form) => (form.dataset?.draft ? PREFIX + form.dataset.draft : null);

/* Storage may be full or forbidden; a draft that cannot be kept must not stop the work. */
function read(name) {
    try {
        const kept = JSON.parse(localStorage.getItem(name));
        return kept && Date.now() - kept.at < HOURS * 3600e3 ? kept : null;
    } catch {
        return null;
    }
}

function fieldsOf(form) {
    return [...form.elements].filter((field) => field.name && !field.matches(PERSONAL) && !field.matches('button, fieldset'));
}

const partsOf = (form) => form.querySelectorAll('[data-draft-part]');

/** Keeps what the form holds now. */
export function save(form) {
    const name = slot(form);
    if (!name) return;
    const fields = {};
    for (const field of fieldsOf(form)) {
        if (field.type === 'checkbox') fields[field.name] = field.checked;
        else if (field.type !== 'radio') fields[field.name] = field.value;
        else if (field.checked) fields[field.name] = field.value;
    }
    const parts = {};
    for (const part of partsOf(form)) if (part.dataset.kept) parts[part.dataset.draftPart] = part.dataset.kept;
    try {
        localStorage.setItem(name, JSON.stringify({ at: Date.now(), fields, parts, keys: form.idempotencyKeys || {} }));
        said(form, `草稿 ${new Date().toTimeString().slice(0, 8)} 已保存`);
    } catch {
        said(form, '草稿未能保存，请尽快提交');
    }
}

/** The Idempotency-Keys kept with a draft: after a reload the same sending is still the same sending. */
export function keys(form) {
    const name = slot(form);
    return (name && read(name)?.keys) || {};
}

/** Throws the draft away. */
export function forget(form) {
    const name = slot(form);
    if (!name) return;
    clearTimeout(form.draftTimer);
    localStorage.removeItem(name);
    said(form, '');
}

function said(form, words) {
    const place = document.querySelector(form.dataset.draftSays || '[data-draft-says]');
    if (place) place.textContent = words;
}

/** Puts drafts back into forms that are still empty, and keeps them from now on. */
export function restore(root) {
    for (const form of root.querySelectorAll('form[data-draft]')) {
        if (form.draftReady) continue;
        form.draftReady = true;
        const kept = read(slot(form));
        if (kept) fill(form, kept);
        form.addEventListener('input', () => {
            clearTimeout(form.draftTimer);
            form.draftTimer = setTimeout(() => save(form), 800);
        });
        form.addEventListener('reset', () => forget(form));
    }
}

function fill(form, kept) {
    let any = false;
    for (const field of fieldsOf(form)) {
        if (!(field.name in kept.fields)) continue;
        const value = kept.fields[field.name];
        if (field.type === 'checkbox') field.checked = value;
        else if (field.type === 'radio') field.checked = field.value === value;
        else if (field.matches('select')) choose(field, value);
        else if (!field.value && value) [field.value, any] = [value, true]; // what the server filled in stands
    }
    for (const part of partsOf(form)) {
        const had = kept.parts?.[part.dataset.draftPart];
        if (had) [part.dataset.kept, any] = [had, true];
    }
    if (any) said(form, `已恢复 ${new Date(kept.at).toTimeString().slice(0, 5)} 的草稿`);
    form.dispatchEvent(new CustomEvent('draft:restored', { bubbles: true }));
}

function choose(select, value) {
    if ([...select.options].some((option) => option.value === value)) select.value = value;
}

/** Removes drafts nobody came back for. */
export function sweep() {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX) && !read(name)) localStorage.removeItem(name);
}
