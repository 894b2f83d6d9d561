package cn.hotline.evaluation;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/** What the person who started us reads: few lines, always in UTF-8 whatever the locale says. */
public final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private boolean lineOpen;

    /** @param terminal whether a line may be drawn over */
    Console(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** Of this process. That it is a terminal {@code ./hotline} says: {@link System#console()} differs between JDKs. */
    public Console() {
        this(stream(FileDescriptor.out), stream(FileDescriptor.err), Boolean.getBoolean("hotline.terminal"));
    }

    /** Something that prints for itself, on the streams of this process. */
    static <T> T printing(BiFunction<PrintStream, PrintStream, T> program) {
        return program.apply(stream(FileDescriptor.out), stream(FileDescriptor.err));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    public synchronized void say(String line) {
        endLine();
        out.println(line);
    }

    public synchronized void complain(String line) {
        endLine();
        err.println(line);
    }

    /**
     * Draws how far a piece of work has come, over and over in one line. Not at a terminal, only the beginning and the
     * end are written.
     */
    public synchronized void progress(String work, int done, int all) {
        boolean last = done >= all;
        if (!terminal && !last) {
            return;
        }
        int tenths = all == 0 ? 30 : (int) (30L * done / all);
        String bar = "█".repeat(tenths) + "░".repeat(30 - tenths);
        out.print((terminal ? "\r" : "") + work + " " + bar + " " + done + "/" + all);
        out.flush();
        lineOpen = true;
        if (last) {
            endLine();
        }
    }

    private void endLine() {
        if (lineOpen) {
            out.println();
            lineOpen = false;
        }
    }
}
