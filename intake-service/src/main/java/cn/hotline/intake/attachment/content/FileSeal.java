package cn.hotline.intake.attachment.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.intake.callers.keys.Keys;
import cn.hotline.intake.callers.model.Ciphertext;
import cn.hotline.intake.callers.model.Seal;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Closes and opens the parts of one file with its data key (AES-256-GCM). A part opens only in its place: neither left
 * out, nor moved, nor put into another file, nor cut off behind it does the file open.
 */
public final class FileSeal {

    private final String file;
    private final byte[] key;
    private final AesGcmJce aes;

    private FileSeal(String file, byte[] key) {
        this.file = file;
        this.key = key;
        try {
            this.aes = new AesGcmJce(key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With a new data key. */
    public static FileSeal fresh(String file) {
        return new FileSeal(file, Keys.dataKey());
    }

    /** With the data key that was closed for that file. */
    public static FileSeal open(String file, Ciphertext closedKey, Seal keeper) {
        return new FileSeal(file, Base64.getDecoder().decode(keeper.open(place(file), closedKey)));
    }

    /** Id of the file. */
    public String file() {
        return file;
    }

    /** The data key, closed for whoever keeps the file. */
    public Ciphertext closedKey(Seal keeper) {
        return keeper.close(place(file), Base64.getEncoder().encodeToString(key));
    }

    public byte[] close(int part, boolean last, byte[] plain) {
        try {
            return aes.encrypt(plain, place(part, last));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalStateException when it is not that part of that file, or was changed since */
    public byte[] open(int part, boolean last, byte[] closed) {
        try {
            return aes.decrypt(closed, place(part, last));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("Part " + part + " of a file cannot be opened", wrong);
        }
    }

    public Ciphertext closeName(String name) {
        return Keys.seal(key).close(file + "/name", name);
    }

    public String openName(Ciphertext name) {
        return Keys.seal(key).open(file + "/name", name);
    }

    private byte[] place(int part, boolean last) {
        return (file + "/" + part + (last ? "/last" : "")).getBytes(UTF_8);
    }

    private static String place(String file) {
        return file + "/key";
    }
}
