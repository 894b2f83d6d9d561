/* What the page says beside its text: short notices, and words for screen readers. */

/** Shows a notice; a red one stays until closed. */
export function toast(words, red = false) {
    const layer = [...document.querySelectorAll('dialog[open]')].pop(); // beside an open layer nothing is seen or read
    const place = layer || document.getElementById('toasts');
    for (const shown of place.querySelectorAll('.toast p')) if (shown.textContent === words) return;
    const box = document.createElement('div');
    box.className = red ? 'toast toast-red' : 'toast';
    const text = document.createElement('p');
    text.textContent = words;
    const close = document.createElement('button');
    close.type = 'button';
    close.dataset.close = '';
    close.setAttribute('aria-label', '关闭提示');
    close.textContent = '×';
    box.append(text, close);
    if (layer) box.setAttribute('role', 'status');
    if (layer && !red) leaveLater(box);
    place.append(box);
}

/** Has screen readers say it once, politely. */
export function announce(words) {
    const place = document.getElementById('announcer');
    if (!place) return;
    place.textContent = '';
    setTimeout(() => (place.textContent = words), 50);
}

// Notices that the server sent come the same way into #toasts, so their going is seen to here.
export function watchToasts() {
    const place = document.getElementById('toasts');
    if (!place) return;
    new MutationObserver((changes) => {
        for (const change of changes)
            for (const box of change.addedNodes)
                if (box.nodeType === 1 && !box.classList.contains('toast-red')) leaveLater(box);
    }).observe(place, { childList: true });
}

function leaveLater(box) {
    setTimeout(() => (box.matches(':hover, :focus-within') ? leaveLater(box) : box.remove()), 6000);
}
