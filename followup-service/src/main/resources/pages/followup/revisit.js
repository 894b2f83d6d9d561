/* The questionnaire while somebody is on the phone: a digit answers and leads to the next question; the cause is asked
   for only where it is owed. Without this script all of it still works, only with more keys. */
const { composing } = await import(document.getElementById('ui').src);

const form = document.getElementById('verdict');
if (form) {
    const why = document.getElementById('why');
    const dissatisfied = () => /DISSATISFIED$/.test(form.elements.satisfaction.value);
    const askWhy = () => { why.hidden = !dissatisfied(); };
    const focusOn = (question) => (question.querySelector('input:checked') || question.querySelector('input')).focus();
    const questions = () => [...form.querySelectorAll('[data-digits]')].filter((question) => question.getClientRects().length);

    form.addEventListener('change', askWhy);
    askWhy();

    form.addEventListener('keydown', (event) => {
        const question = event.target.closest('[data-digits]');
        if (!question || !/^[1-9]$/.test(event.key) || event.ctrlKey || event.altKey || composing(event)) return;
        setTimeout(() => { // after the digit has chosen its answer
            const open = questions();
            const next = open[open.indexOf(question) + 1];
            if (question.querySelector('input:checked') && next) focusOn(next);
        });
    });

    focusOn(questions()[0]);
}

// A digit says what came of the call; the notice that it is recorded stands alone.
const attempt = document.getElementById('attempt');
if (attempt) {
    attempt.querySelector('input:checked').autofocus = true;
    document.addEventListener('htmx:load', (event) => event.detail.elt.matches('[data-reloads]') && attempt.close());
}

// What lies behind the notice is out of date.
document.addEventListener('close', (event) => event.target.matches('[data-reloads]') && location.reload(), true);
