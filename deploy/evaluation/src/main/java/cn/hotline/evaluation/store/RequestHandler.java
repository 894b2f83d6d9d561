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
            if (Command.of(message).isLong()) {
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
        if (Command.of(message).reads()) {
            send(context, message, reply);
        } else {
            commits.whenDurable(failure -> send(context, message, failure == null ? reply : failed()));
        }
    }

    private Document reply(MongoMessage message) {
        if (commits.hasFailed()) {
            return failed();
        }
        if (Command.of(message).grows() && isFull.getAsBoolean()) {
            return error(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "The disk is full; nothing was written.");
        }
        try {
            return backend.handleMessage(message);
        } catch (MongoServerError e) {
            LOG.debug("{} refused", Command.of(message).name(), e);
            return error(e.getCode(), e.getCodeName(), e.getMessageWithoutErrorCode());
        } catch (MongoServerException e) {
            LOG.debug("{} refused", Command.of(message).name(), e);
            return error(UNKNOWN_ERROR, "UnknownError", e.getMessageWithoutErrorCode());
        } catch (RuntimeException e) {
            LOG.warn("{} failed", Command.of(message).name(), e);
            return error(UNKNOWN_ERROR, "UnknownError", "The document store failed: " + e.getMessage());
        }
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
}
