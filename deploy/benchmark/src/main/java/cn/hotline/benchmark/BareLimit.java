package cn.hotline.benchmark;

import cn.hotline.benchmark.bare.BareHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The bare handler in a process of its own, on the store and the broker of the hotline that is measured. */
final class BareLimit implements AutoCloseable {

    private final Program program;
    private final Path output;
    private final URI address;

    private BareLimit(Program program, Path output, URI address) {
        this.program = program;
        this.output = output;
        this.address = address;
    }

    static BareLimit start(Hotline hotline) {
        Path output = output();
        int port = hotline.spare();
        URI address = URI.create("http://127.0.0.1:" + port + BareHandler.PATH);
        return new BareLimit(
                Program.start(
                        BareHandler.class, output, List.of(String.valueOf(port), hotline.mongo(), hotline.kafka())),
                output,
                address);
    }

    private static Path output() {
        try {
            return Files.createTempFile("bare", ".log");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void awaitReady() {
        program.awaitAnswer(address);
    }

    /** Where it takes registrations. */
    URI address() {
        return address;
    }

    /** Time it has spent on processors so far. */
    Duration cpu() {
        return program.cpu();
    }

    @Override
    public void close() {
        program.close();
        try {
            Files.delete(output);
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        }
    }
}
