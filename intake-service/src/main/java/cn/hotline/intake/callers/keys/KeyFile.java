package cn.hotline.intake.callers.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** 密钥文件: the keys as a file that only the service's own account may read, apart from the database. */
final class KeyFile {

    private static final Set<OpenOption> CREATE_OR_OPEN = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    /** A lock on a file is held by the whole process: within it, one waits for the other here. */
    private static final Object WITHIN_THIS_PROCESS = new Object();

    private final Path path;
    private volatile @Nullable FileTime seen;

    KeyFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    Path path() {
        return path;
    }

    /**
     * The keys; empty when there is no file.
     *
     * @throws KeysUnavailable when the file is no key file, or cannot be read
     */
    Optional<Keys> read() {
        try {
            seen = Files.getLastModifiedTime(path);
            return Optional.of(Keys.read(Files.readString(path)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (GeneralSecurityException | IOException damaged) {
            throw new KeysUnavailable(
                    "密钥文件 " + path + " 无法读取，请恢复原来的密钥文件后再启动。",
                    "The key file " + path + " cannot be read: restore the original one, then start again.");
        }
    }

    /** Whether the file was changed since it was last read or written; not when nobody can tell now. */
    boolean isChanged() {
        try {
            return !Files.getLastModifiedTime(path).equals(seen);
        } catch (IOException later) {
            return false;
        }
    }

    /** The keys, if they are fit; what is not, or cannot be read now, still counts as changed. */
    Optional<Keys> readIf(Predicate<Keys> fit) {
        FileTime before = seen;
        Optional<Keys> found = Optional.empty();
        try {
            found = read().filter(fit);
            return found;
        } catch (KeysUnavailable later) {
            return found;
        } finally {
            seen = found.isPresent() ? seen : before;
        }
    }

    /** Does what reads and writes the file while nobody else does, in this process or another. */
    <T> T alone(Supplier<T> change) {
        Path lock = path.resolveSibling(path.getFileName() + ".lock");
        synchronized (WITHIN_THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(lock, CREATE_OR_OPEN, onlyForTheOwner(lock))) {
                channel.lock();
                return change.get();
            } catch (IOException notWritable) {
                throw notWritable();
            }
        }
    }

    /** Writes the first keys, or reads those that somebody else wrote meanwhile. */
    Keys create() {
        Keys keys = Keys.fresh();
        try {
            Files.createDirectories(path.getParent());
            Files.createFile(path, onlyForTheOwner(path));
        } catch (FileAlreadyExistsException somebodyElse) {
            return read().orElseThrow();
        } catch (IOException notWritable) {
            throw notWritable();
        }
        save(keys);
        return keys;
    }

    /** Puts these keys in the place of those that are there, whole or not at all. */
    void save(Keys keys) {
        Path beside = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            Files.createFile(beside, onlyForTheOwner(path));
            Files.writeString(beside, keys.written(), StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            seen = Files.getLastModifiedTime(path);
        } catch (IOException notWritable) {
            throw notWritable();
        }
    }

    private KeysUnavailable notWritable() {
        return new KeysUnavailable(
                "密钥文件 " + path + " 不能写入，请检查权限。", "The key file " + path + " cannot be written: check who owns it.");
    }

    private static FileAttribute<?>[] onlyForTheOwner(Path path) {
        Set<String> views = path.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
