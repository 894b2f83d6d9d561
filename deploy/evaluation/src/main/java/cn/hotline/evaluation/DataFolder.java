package cn.hotline.evaluation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything kept, owned by one instance at a time. The lock is the operating system's: it goes
 * with the process, however that ends.
 */
final class DataFolder implements AutoCloseable {

    private static final long NEEDED_MEGABYTES = 500;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * @throws Fault when it cannot be made or written, another instance holds it, or the disk is nearly full
     */
    static DataFolder open(Path folder) {
        return open(folder, NEEDED_MEGABYTES);
    }

    static DataFolder open(Path folder, long neededMegabytes) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            requireSpace(path, neededMegabytes);
            return new DataFolder(path, locked(path));
        } catch (IOException notWritable) {
            throw new Fault(
                    "数据文件夹 " + path + " 不能写入，请检查权限，或用 --data 另选一个。",
                    "The data folder " + path
                            + " cannot be written: check who owns it, or choose another with --data.");
        }
    }

    private static void requireSpace(Path path, long neededMegabytes) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace() >> 20;
        if (free < neededMegabytes) {
            throw new Fault(
                    "磁盘空间不足：" + path + " 只剩 " + free + " MB，至少需要 " + neededMegabytes + " MB。",
                    "The disk is nearly full: " + free + " MB free at " + path + ", " + neededMegabytes
                            + " MB are needed.");
        }
    }

    private static FileChannel locked(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new Fault(
                    "数据文件夹 " + path + " 正被另一个实例使用，请先停止它，或用 --data 另选一个。",
                    "The data folder " + path
                            + " is held by another instance: stop that one, or choose another with --data.");
        }
        return channel;
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    Path broker() {
        return path.resolve("kafka");
    }

    Path documents() {
        return path.resolve("documents");
    }

    /** Keys of what is kept encrypted; whoever takes the documents must not get these with them. */
    Path keys() {
        return path.resolve("keys");
    }

    /** The people of units as they are at the first start. */
    Path rosters() {
        return path.resolve("rosters");
    }

    Path log() {
        return path.resolve("logs").resolve("hotline.log");
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException nothingToSave) {
            // The operating system frees the lock with the process at the latest.
        }
    }
}
