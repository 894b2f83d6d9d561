/* 工单详情: files that come with what a caller adds. */
import { attach } from './files.js';

function begin() {
    const place = document.getElementById('supplement-files');
    if (!place || place.dataset.ready !== undefined) return;
    place.dataset.ready = '';
    attach(place.closest('form'), place);
}

begin();
document.addEventListener('htmx:afterSettle', begin);
