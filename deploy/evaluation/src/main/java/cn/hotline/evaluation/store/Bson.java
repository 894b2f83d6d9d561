package cn.hotline.evaluation.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;

/** Documents as the bytes that are stored. Every reading makes a document of its own, which its reader may change. */
final class Bson {

    private static final int USUAL_SIZE = 4096;

    private Bson() {}

    static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer(USUAL_SIZE);
        BsonEncoder.encodeDocument(document, buffer);
        return Arrays.copyOf(buffer.array(), buffer.writerIndex());
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }
}
