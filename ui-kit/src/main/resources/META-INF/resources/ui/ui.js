/* Where the look's scripts come together. Pages ask for most things with data- attributes; README.md lists them. A
   page's own script imports the rest by the address in the page: import(document.getElementById('ui').src). */
import './ime.js';
import './form.js';
import './countdown.js';
import * as combobox from './combobox.js';
import * as draft from './draft.js';
import * as keys from './keys.js';
import * as layer from './layer.js';
import * as live from './live.js';
import * as person from './person.js';
import { watchToasts } from './say.js';

/** Readies a part of the page, at the start and whenever htmx put something in. */
function ready(root) {
    keys.mark(root);
    combobox.grow(root);
    draft.restore(root);
    layer.openMarked(root);
}

watchToasts();
draft.sweep();
ready(document);
live.start();
person.show();
document.addEventListener('htmx:load', (event) => event.detail.elt === document.body || ready(event.detail.elt));

export { register } from './keys.js';
export { open } from './layer.js';
export { announce, toast } from './say.js';
export { serverNow } from './countdown.js';
export { composing } from './ime.js';
export { proof } from './person.js';
