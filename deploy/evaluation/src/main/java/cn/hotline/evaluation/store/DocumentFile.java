package cn.hotline.evaluation.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;

/** The file that holds all documents: one ordered map a collection, named {@code database.collection}. */
final class DocumentFile implements AutoCloseable {

    /** What MVStore may hold unwritten before it writes without being asked. Not 0: its own upkeep needs it. */
    private static final int UNWRITTEN_KILOBYTES = 32 * 1024;

    private static final int FILL_WANTED_PERCENT = 60;
    private static final int COPIED_AT_ONCE_BYTES = 2 * 1024 * 1024;
    /** What writes leave free of the disk, so that what has been begun can be ended. */
    private static final long RESERVE_BYTES = 64 << 20;

    private static final long ROOM_CHECK_NANOS = 200_000_000;

    private final Path path;
    private final MVStore store;
    private final ToLongFunction<Path> room;

    private volatile boolean full;
    private long roomCheckedAt = System.nanoTime() - ROOM_CHECK_NANOS;

    private DocumentFile(Path path, MVStore store, ToLongFunction<Path> room) {
        this.path = path;
        this.store = store;
        this.room = room;
    }

    /**
     * Opens the file, or makes it.
     *
     * @param cacheMegabytes how much of it may be kept in memory
     * @param room how many bytes can still be written where a path is
     * @throws StoreUnavailable in use elsewhere, not writable, damaged, no room
     */
    static DocumentFile open(Path path, int cacheMegabytes, ToLongFunction<Path> room) {
        try {
            Files.createDirectories(path.getParent());
        } catch (IOException e) {
            throw new StoreUnavailable("The data folder " + path.getParent() + " cannot be created.", e);
        }
        if (!Files.isWritable(Files.exists(path) ? path : path.getParent())) {
            throw new StoreUnavailable("The data folder " + path.getParent() + " is not writable.");
        }
        if (room.applyAsLong(path.getParent()) < RESERVE_BYTES) {
            throw new StoreUnavailable("The disk that holds " + path.getParent() + " is full.");
        }
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(path.toString())
                    .cacheSize(cacheMegabytes)
                    .autoCommitDisabled()
                    .autoCommitBufferSize(UNWRITTEN_KILOBYTES)
                    .open();
            // Chunks of five versions back may be overwritten; each version is synced before the next is begun.
            store.setRetentionTime(0);
            return new DocumentFile(path, store, room);
        } catch (MVStoreException e) {
            throw new StoreUnavailable(sentence(path, e), e);
        }
    }

    private static String sentence(Path path, MVStoreException e) {
        return switch (e.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED ->
                "The data folder " + path.getParent() + " is in use by another running instance.";
            case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                "The document file " + path + " is damaged and cannot be opened.";
            default -> "The document file " + path + " cannot be opened.";
        };
    }

    Path path() {
        return path;
    }

    MVMap<Key, byte[]> documents(String fullName) {
        return store.openMap(
                fullName,
                new MVMap.Builder<Key, byte[]>().keyType(KeyType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    }

    void remove(MVMap<Key, byte[]> documents) {
        store.removeMap(documents);
    }

    /** Databases there are documents of. */
    Set<String> databases() {
        Set<String> databases = new TreeSet<>();
        store.getMapNames().forEach(name -> databases.add(name.substring(0, name.indexOf('.'))));
        return databases;
    }

    /** Reads while no version that is now there is given up. */
    <T> T read(Supplier<T> reading) {
        MVStore.TxCounter version = store.registerVersionUsage();
        try {
            return reading.get();
        } finally {
            store.deregisterVersionUsage(version);
        }
    }

    /** Writes what has changed to the file. */
    void commit() {
        store.commit();
    }

    /**
     * Makes everything committed survive a power cut. Goes through the store's own queue of file operations: a plain
     * sync could overtake a chunk that is still being written.
     */
    void sync() {
        store.executeFilestoreOperation(store.getFileStore()::sync);
    }

    /**
     * Copies what is still needed out of the emptiest parts of the file, some milliseconds long, so that their space can
     * be used again and the file does not grow for ever.
     *
     * @return whether there may be more to do
     */
    boolean tidy() {
        return store.compact(FILL_WANTED_PERCENT, COPIED_AT_ONCE_BYTES);
    }

    /** Bytes. */
    long size() {
        return store.getFileStore().size();
    }

    /** Whether the reserve is touched. Told with some delay. */
    boolean isFull() {
        return full;
    }

    /** Looks, now and then, how full the disk is. For the committing thread. */
    void checkRoom() {
        if (System.nanoTime() - roomCheckedAt >= ROOM_CHECK_NANOS) {
            full = room.applyAsLong(path) < RESERVE_BYTES;
            roomCheckedAt = System.nanoTime();
        }
    }

    /** Bytes that can still be written where a path is; 0 if that cannot be told. */
    static long room(Path place) {
        return place.toFile().getUsableSpace();
    }

    @Override
    public void close() {
        store.close();
    }
}
