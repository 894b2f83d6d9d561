package cn.hotline.intake.callers.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.intake.callers.KeyWitness;
import cn.hotline.intake.callers.KeyWitness.Proof;
import cn.hotline.intake.callers.model.PhoneNumber;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * 密钥环: the keys in force in this process. Opened once before anything is served, and only with the keys the documents
 * were sealed with. Thread-safe.
 */
public final class KeyRing {

    private static final String OWNER_OF_THE_PROOF = "proof";
    private static final byte[] KNOWN = "12345".getBytes(UTF_8);
    private static final PhoneNumber NOBODY = new PhoneNumber("000");

    private final KeyFile file;
    private final KeyWitness witness;
    private volatile @Nullable Keys keys;

    public KeyRing(Path file, KeyWitness witness) {
        this.file = new KeyFile(file);
        this.witness = witness;
    }

    /**
     * Reads the keys; makes them where nothing was ever sealed.
     *
     * @return an error of {@link KeysUnavailable} when they are missing, or are not those of the documents
     */
    public Mono<Void> open() {
        return witness.proof()
                .map(this::proven)
                .switchIfEmpty(Mono.defer(this::first))
                .doOnNext(found -> keys = found)
                .then();
    }

    private Keys proven(Proof proof) {
        Keys found = file.read().orElseThrow(this::missing);
        if (!fits(found, proof)) {
            throw new KeysUnavailable(
                    "密钥文件 " + file.path() + " 不是封存这个数据库时用的密钥，请恢复原来的密钥文件后再启动。",
                    "The key file " + file.path()
                            + " does not hold the keys this database was sealed with: restore the original one, then"
                            + " start again.");
        }
        return found;
    }

    private KeysUnavailable missing() {
        return new KeysUnavailable(
                "找不到密钥文件 " + file.path() + "，没有它来电人资料无法读取；请恢复原来的密钥文件后再启动。",
                "The key file " + file.path()
                        + " is missing, and callers cannot be read without it: restore it, then start again.");
    }

    private Mono<Keys> first() {
        return witness.hasDocuments().flatMap(any -> {
            if (any) {
                return Mono.error(missing());
            }
            Keys made = file.read().orElseGet(file::create);
            return witness.keep(proof(made)).thenReturn(made);
        });
    }

    /**
     * New keys come into force before those there are; the file has them before anything is sealed with them. Where
     * somebody else has just put new ones there, those come into force.
     */
    public Mono<Keys> renew() {
        return witness.proof()
                .flatMap(proof -> blocking(() -> renewed(proof)))
                .delayUntil(renewed -> witness.keep(proof(renewed)));
    }

    private synchronized Keys renewed(Proof proof) {
        return file.alone(() -> {
            Keys there = proven(proof);
            return there.holdsOlder() ? take(there) : keep(there.renewed());
        });
    }

    /** Throws away the keys that are not in force: nothing may be left under them. */
    public Mono<Keys> dropOlder() {
        return Mono.fromSupplier(() -> keys().inForce())
                .delayUntil(left -> witness.keep(proof(left)))
                .flatMap(left -> blocking(() -> dropped(left)));
    }

    /** Where somebody else has put new keys there meanwhile, all of them stay. */
    private synchronized Keys dropped(Keys left) {
        return file.alone(() -> {
            Keys there = proven(proof(left));
            return there.wrappingId() == left.wrappingId() ? keep(left) : take(there);
        });
    }

    /** Takes up what somebody else has changed in the file since; a file that is not fit changes nothing. */
    public Mono<Void> refresh() {
        return blocking(file::isChanged)
                .filter(changed -> changed)
                .flatMap(changed -> witness.proof())
                .flatMap(proof -> blocking(() -> refreshed(proof)))
                .then();
    }

    private synchronized Keys refreshed(Proof proof) {
        return file.readIf(found -> fits(found, proof)).map(this::take).orElseGet(this::keys);
    }

    private static <T> Mono<T> blocking(Supplier<T> work) {
        return Mono.fromSupplier(work).subscribeOn(Schedulers.boundedElastic());
    }

    private Keys keep(Keys next) {
        file.save(next);
        return take(next);
    }

    private Keys take(Keys next) {
        keys = next;
        return next;
    }

    /** As they are at this moment; whoever takes several steps keeps to what was given at the first. */
    public Keys keys() {
        Keys open = keys;
        if (open == null) {
            throw new IllegalStateException("The keys are not open yet");
        }
        return open;
    }

    private static boolean fits(Keys keys, Proof proof) {
        try {
            return Arrays.equals(keys.unwrap(proof.wrapped(), OWNER_OF_THE_PROOF), KNOWN)
                    && keys.hashes(NOBODY).contains(proof.hash());
        } catch (IllegalStateException otherKeys) {
            return false;
        }
    }

    private static Proof proof(Keys keys) {
        return new Proof(keys.wrap(KNOWN, OWNER_OF_THE_PROOF), keys.hash(NOBODY));
    }
}
