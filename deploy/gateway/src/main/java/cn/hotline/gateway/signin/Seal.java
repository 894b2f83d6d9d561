package cn.hotline.gateway.signin;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * Encrypts what is kept of people who are signed in (AES-256-GCM by Tink), under a key that lies in a file of its own,
 * readable by its owner only. Whoever has the store without the file has nothing. Safe to use from many threads.
 */
public final class Seal {

    private final Aead aead;

    private Seal(Aead aead) {
        this.aead = aead;
    }

    /**
     * With the key of this file, which is made when it is not there: a lost key costs no data, everybody signs in anew.
     *
     * @throws IllegalStateException with a Chinese sentence, when it cannot be read or written or holds no key
     */
    public static Seal of(Path keyFile) {
        try {
            AeadConfig.register();
            if (Files.notExists(keyFile)) {
                create(keyFile);
            }
            KeysetHandle keys =
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(keyFile), InsecureSecretKeyAccess.get());
            return new Seal(keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("密钥文件 " + keyFile + " 不能使用：请检查权限；若已损坏可以删除，人员需重新登录。", unusable);
        }
    }

    /** Written whole under another name first, so that a second gateway never reads half a key. */
    private static void create(Path keyFile) throws IOException, GeneralSecurityException {
        Path folder = keyFile.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "key", ".new", ownerOnly());
        try {
            Files.writeString(
                    draft,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                            InsecureSecretKeyAccess.get()));
            place(draft, keyFile);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void place(Path draft, Path keyFile) throws IOException {
        try {
            Files.createLink(keyFile, draft);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            // Then that one's key is everybody's.
        } catch (UnsupportedOperationException noLinks) {
            Files.move(draft, keyFile, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** @param place what it is and whose, such as {@code session:4711}: it opens under the same words only */
    public byte[] close(byte[] content, String place) {
        try {
            return aead.encrypt(content, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws GeneralSecurityException when it was sealed with another key, for another place, or changed since */
    public byte[] open(byte[] sealed, String place) throws GeneralSecurityException {
        return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
    }
}
