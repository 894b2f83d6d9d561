package cn.hotline.evaluation.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers one connection. Short commands run on the connection's event loop, long ones aside; what a command has written
 * is answered when it is durable.
 */
final class RequestHandler extends SimpleChannelInboundHandler<ClientRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

    private static final Set<String> READING = Set.of(
            "find",
            "getMore",
            "killCursors",
            "aggregate",
            "count",
            "distinct",
            "hello",
            "isMaster",
            "ismaster",
            "ping",
            "buildInfo",
            "buildinfo",
            "listDatabases",
            "listCollections",
            "listIndexes",
            "serverStatus",
            "dbStats",
            "dbstats",
            "collStats",
            "collstats",
            "endSessions",
            "connectionStatus",
            "getLog",
            "whatsmyuri");
    private static final Set<String> LONG = Set.of(
            "find",
            "getMore",
            "aggregate",
            "count",
            "distinct",
            "delete",
            "createIndexes",
            "drop",
            "dropIndexes",
            "dropDatabase",
            "collStats",
            "collstats",
            "dbStats",
            "dbstats");
    private static final Set<String> GROWING = Set.of("insert", "update", "findAndModify", "create", "createIndexes");

    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final int UNKNOWN_ERROR = 8;

    private final DocumentBackend backend;
    private final GroupCommit commits;
    private final Executor aside;
    private final BooleanSupplier isFull;
    private final AtomicInteger replies = new AtomicInteger();

    RequestHandler(DocumentBackend backend, GroupCommit commits, Executor aside, BooleanSupplier isFull) {
        this.backend = backend;
        this.commits = commits;
        this.aside = aside;
        this.isFull = isFull;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        if (request instanceof MongoMessage message) {
            if (LONG.contains(command(message))) {
                aside.execute(() -> answer(context, message));
            } else {
                answer(context, message);
            }
        } else if (request instanceof MongoQuery query) {
            context.writeAndFlush(new MongoReply(header(query), greeting(query)));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        backend.handleClose(context.channel());
        super.channelInactive(context);
    }

    /** A client that goes away is its own affair; anything else ends its connection. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.warn("A connection ends", cause);
        }
        context.close();
    }

    private void answer(ChannelHandlerContext context, MongoMessage message) {
        Document reply = reply(message);
        if (isReading(message)) {
            send(context, message, reply);
        } else {
            commits.whenDurable(failure -> send(context, message, failure == null ? reply : failed()));
        }
    }

    private Document reply(MongoMessage message) {
        if (commits.hasFailed()) {
            return failed();
        }
        if (GROWING.contains(command(message)) && isFull.getAsBoolean()) {
            return error(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "The disk is full; nothing was written.");
        }
        try {
            return backend.handleMessage(message);
        } catch (MongoServerError e) {
            LOG.debug("{} refused", command(message), e);
            return error(e.getCode(), e.getCodeName(), e.getMessageWithoutErrorCode());
        } catch (MongoServerException e) {
            LOG.debug("{} refused", command(message), e);
            return error(UNKNOWN_ERROR, "UnknownError", e.getMessageWithoutErrorCode());
        } catch (RuntimeException e) {
            LOG.warn("{} failed", command(message), e);
            return error(UNKNOWN_ERROR, "UnknownError", "The document store failed: " + e.getMessage());
        }
    }

    private static boolean isReading(MongoMessage message) {
        String command = command(message);
        return READING.contains(command) && !(command.equals("aggregate") && writesElsewhere(message.getDocument()));
    }

    private static boolean writesElsewhere(Document aggregate) {
        return aggregate.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.get(stages.size() - 1) instanceof Document last
                && (last.containsKey("$out") || last.containsKey("$merge"));
    }

    /** Why, {@link EvaluationStore#failure} has said. */
    private static Document failed() {
        return error(
                UNKNOWN_ERROR, "UnknownError", "The document store has failed; what was not acknowledged is lost.");
    }

    private static Document error(int code, String name, String sentence) {
        return new Document("ok", 0)
                .append("errmsg", sentence)
                .append("code", code)
                .append("codeName", name);
    }

    /** The first words of a driver come in the old form of the protocol. */
    private Document greeting(MongoQuery query) {
        Document words = query.getQuery();
        String command = words.keySet().iterator().next();
        return backend.handleCommand(query.getChannel(), query.getDatabaseName(), command, words);
    }

    private void send(ChannelHandlerContext context, MongoMessage message, Document reply) {
        context.writeAndFlush(new MongoMessage(message.getChannel(), header(message), reply));
    }

    private MessageHeader header(ClientRequest request) {
        return new MessageHeader(replies.incrementAndGet(), request.getHeader().getRequestID());
    }

    private static String command(MongoMessage message) {
        return message.getDocument().keySet().iterator().next();
    }
}
