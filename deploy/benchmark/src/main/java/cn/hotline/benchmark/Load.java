package cn.hotline.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.hotline.evaluation.Fault;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends registrations over a fixed number of connections, one at a time on each, and takes the time of every answer.
 *
 * <p>One thread does all of it, so that the machine is left to what is measured: it shares the cores with it.
 */
final class Load implements AutoCloseable {

    static final int CONNECTIONS = 64;
    private static final int CREATED = 201;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long RECONNECT_MILLIS = 50;

    private final EventLoopGroup threads =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("load", true), NioIoHandler.newFactory());
    private final Deque<Lane> idle = new ArrayDeque<>();
    private final URI target;
    private final Supplier<String> authorization;
    private final LongFunction<byte[]> bodies;
    private long bodiesMade;
    private boolean closing;
    private @Nullable Round round;

    /**
     * @param target where to send; http on a port of this machine
     * @param authorization the header that says who sends, asked for once a round; empty for nobody
     * @param bodies of the i-th request
     * @throws Fault when nobody listens there
     */
    Load(URI target, Supplier<String> authorization, LongFunction<byte[]> bodies) {
        this.target = target;
        this.bodies = bodies;
        this.authorization = authorization;
        List<ChannelFuture> connecting = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            connecting.add(connect());
        }
        for (ChannelFuture connected : connecting) {
            if (!connected.awaitUninterruptibly().isSuccess()) {
                close();
                throw new Fault("连不上 " + target + "。", "Nobody answers at " + target + ".");
            }
        }
    }

    /**
     * Arrivals at a constant rate, whether or not earlier ones have been answered; latency counts from the instant an
     * arrival was due, so that a stall shows in all that came meanwhile (no coordinated omission).
     *
     * @param unmeasured first part of the round, for warming up
     * @param measured second part
     */
    Answers open(int perSecond, Duration unmeasured, Duration measured) {
        return run(new Round(1e9 / perSecond, unmeasured, measured));
    }

    /** As many as the connections can do: each sends anew as soon as it is answered. */
    Answers closed(Duration unmeasured, Duration measured) {
        return run(new Round(0, unmeasured, measured));
    }

    private Answers run(Round next) {
        threads.next().execute(() -> {
            round = next;
            next.go();
        });
        threads.next().schedule(next::giveUp, next.end + PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        return next.done.join();
    }

    private ChannelFuture connect() {
        Lane lane = new Lane();
        ChannelFuture connecting = new Bootstrap()
                .group(threads)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpResponseDecoder(), lane);
                    }
                })
                .connect(target.getHost(), target.getPort());
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                reconnectLater();
            }
        });
        return connecting;
    }

    private void reconnectLater() {
        if (!closing) {
            threads.next().schedule(this::connect, RECONNECT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        closing = true;
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private byte[] head() {
        String signedIn = authorization.get();
        return ("POST " + target.getPath() + " HTTP/1.1\r\nHost: " + target.getAuthority()
                        + (signedIn.isEmpty() ? "" : "\r\nAuthorization: " + signedIn)
                        + "\r\nContent-Type: application/json\r\nContent-Length: ")
                .getBytes(US_ASCII);
    }

    /** One connection. */
    private final class Lane extends SimpleChannelInboundHandler<HttpObject> {

        private @Nullable Channel channel;
        private @Nullable Round waiting;
        private long due;
        private int status;
        private String number = "";

        void send(Round round, byte[] body, long due) {
            byte[] head = round.head;
            this.waiting = round;
            this.due = due;
            ByteBuf request = channel.alloc().buffer(head.length + body.length + 16);
            request.writeBytes(head);
            request.writeCharSequence(Integer.toString(body.length), US_ASCII);
            request.writeCharSequence("\r\n\r\n", US_ASCII);
            request.writeBytes(body);
            channel.writeAndFlush(request, channel.voidPromise());
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            channel = context.channel();
            ready();
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
            if (part instanceof HttpResponse response) {
                status = response.status().code();
                String location = response.headers().get(HttpHeaderNames.LOCATION, "");
                number = location.substring(location.lastIndexOf('/') + 1);
            }
            if (part instanceof LastHttpContent && waiting != null) {
                Round answered = waiting;
                waiting = null;
                answered.answered(status, number, due);
                ready();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable broken) {
            context.close();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            idle.remove(this);
            if (waiting != null) {
                waiting.broken();
                waiting = null;
            }
            reconnectLater();
        }

        private void ready() {
            idle.add(this);
            if (round != null) {
                round.go();
            }
        }
    }

    /** One stretch of arrivals. Lives on the load's thread. All times are nanoseconds from its begin. */
    private final class Round {

        private final byte[] head = head();
        private final long began = System.nanoTime();
        private final double pause;
        private final long measuredFrom;
        private final long end;
        private final Answers answers = new Answers();
        private final CompletableFuture<Answers> done = new CompletableFuture<>();
        private long sent;
        private long inFlight;
        private boolean awake;

        /** @param pause between arrivals; 0 makes every arrival due at once */
        Round(double pause, Duration unmeasured, Duration measured) {
            this.pause = pause;
            this.measuredFrom = unmeasured.toNanos();
            this.end = unmeasured.plus(measured).toNanos();
        }

        private long now() {
            return System.nanoTime() - began;
        }

        private long due() {
            return pause == 0 ? now() : (long) (sent * pause);
        }

        /** Sends what is due as far as connections are free, and comes back when the next one is. */
        void go() {
            long due = due();
            while (due < end && due <= now() && !idle.isEmpty()) {
                inFlight++;
                sent++;
                idle.poll().send(this, bodies.apply(bodiesMade++), due);
                due = due();
            }
            if (due >= end && inFlight == 0) {
                finish();
            } else if (due < end && !idle.isEmpty() && !awake) {
                // With all connections busy, the next answer comes back here.
                awake = true;
                threads.next().schedule(this::wake, due - now(), TimeUnit.NANOSECONDS);
            }
        }

        private void wake() {
            awake = false;
            if (round == this) {
                go();
            }
        }

        void answered(int status, String number, long due) {
            if (round != this) {
                return;
            }
            inFlight--;
            if (status == CREATED) {
                answers.registered(number, due >= measuredFrom, (now() - due) / 1_000);
            } else {
                answers.failed("HTTP " + status);
            }
        }

        void broken() {
            if (round == this) {
                inFlight--;
                answers.failed("connection broken");
                go();
            }
        }

        void giveUp() {
            if (round == this) {
                finish();
            }
        }

        private void finish() {
            round = null;
            long planned = pause == 0 ? sent : (long) Math.ceil(end / pause);
            answers.close(Math.max(0, planned - sent), inFlight);
            done.complete(answers);
        }
    }
}
