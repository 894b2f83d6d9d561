package cn.hotline.chassis.mongo;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Stores a value of the domain, a record of one component called {@code value}, as that value: a ticket number is a
 * string in the document, not a document of its own. All other records are left to the driver's record codec.
 */
final class ValueRecordCodecs implements CodecProvider {

    @Override
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        if (!type.isRecord()) {
            return null;
        }
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value")
                ? new ValueRecordCodec<>(type, components[0], registry)
                : null;
    }

    private static final class ValueRecordCodec<T> implements Codec<T> {

        private final Class<T> type;
        private final Codec<Object> inner;
        private final MethodHandle read;
        private final MethodHandle make;

        @SuppressWarnings("unchecked")
        ValueRecordCodec(Class<T> type, RecordComponent component, CodecRegistry registry) {
            this.type = type;
            this.inner = (Codec<Object>) registry.get(component.getType());
            try {
                MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
                this.read = lookup.unreflect(component.getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
                this.make = lookup.findConstructor(type, MethodType.methodType(void.class, component.getType()))
                        .asType(MethodType.methodType(Object.class, Object.class));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(type + " cannot be opened", impossible);
            }
        }

        @Override
        public void encode(BsonWriter writer, T value, EncoderContext context) {
            try {
                inner.encode(writer, (Object) read.invokeExact((Object) value), context);
            } catch (Throwable e) {
                throw rethrown(e);
            }
        }

        @Override
        public T decode(BsonReader reader, DecoderContext context) {
            try {
                return type.cast((Object) make.invokeExact(inner.decode(reader, context)));
            } catch (Throwable e) {
                throw rethrown(e);
            }
        }

        @Override
        public Class<T> getEncoderClass() {
            return type;
        }

        private static RuntimeException rethrown(Throwable e) {
            if (e instanceof Error error) {
                throw error;
            }
            return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
        }
    }
}
