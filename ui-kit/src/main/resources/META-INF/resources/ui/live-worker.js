/* The one connection of all tabs to one service's signals. Also imported as a module where there is no SharedWorker. */

const RETRY = 5000;
const SILENCE = 45000; // the server sends a "beat" every 15 s; three missed mean the line is dead, whatever TCP thinks

/** A connection that comes back by itself, and says 'on', 'off' and 'signal'. */
export class Line {
    constructor(address, tell) {
        this.address = address;
        this.tell = tell;
        this.source = null;
        this.on = false;
    }

    open() {
        if (this.source) return;
        clearTimeout(this.retry);
        const source = (this.source = new EventSource(this.address));
        source.onopen = () => this.alive();
        source.onmessage = (event) => this.signal(event.data);
        source.addEventListener('beat', () => this.alive());
        source.onerror = () => this.lost();
        this.listen();
    }

    close() {
        clearTimeout(this.retry);
        clearTimeout(this.silence);
        this.source?.close();
        this.source = null;
        this.on = false;
    }

    alive() {
        this.listen();
        if (this.on) return;
        this.on = true;
        this.tell({ type: 'on' });
    }

    signal(data) {
        this.alive();
        try {
            const signal = JSON.parse(data);
            this.tell({ type: 'signal', kind: signal.kind, signal });
        } catch {
            this.tell({ type: 'signal', kind: 'refetch' }); // not understood: better to look once more than to miss it
        }
    }

    listen() {
        clearTimeout(this.silence);
        this.silence = setTimeout(() => this.lost(), SILENCE);
    }

    lost() {
        this.close();
        this.tell({ type: 'off' });
        this.retry = setTimeout(() => this.open(), RETRY);
    }
}

if (typeof SharedWorkerGlobalScope !== 'undefined') {
    const ports = new Set();
    let line = null;
    const tellAll = (message) => ports.forEach((port) => port.postMessage(message));

    self.onconnect = (event) => {
        const port = event.ports[0];
        port.onmessage = ({ data }) => {
            if (data.type === 'leave') {
                ports.delete(port);
                if (!ports.size) line?.close();
                return;
            }
            ports.add(port);
            line = line || new Line(data.address, tellAll);
            line.open();
            if (line.on) port.postMessage({ type: 'on' });
        };
        port.start();
    };
}
