/* Input methods: while somebody composes 拼音, no request goes out and no key counts. Runs before htmx hears of it. */

/** Whether this keyboard or input event belongs to an unfinished composition. */
export const composing = (event) => event.isComposing || event.keyCode === 229;

const hold = (event) => {
    if (composing(event)) event.stopImmediatePropagation();
};

for (const kind of ['keydown', 'keyup', 'keypress', 'input']) window.addEventListener(kind, hold, true);

// Chromium sends the last input event before the composition ends, so it was held back: say it once more.
window.addEventListener('compositionend', (event) => {
    queueMicrotask(() => {
        event.target.dispatchEvent(new Event('input', { bubbles: true }));
        event.target.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
    });
}, true);
