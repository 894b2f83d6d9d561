package cn.hotline.intake.callers.keys;

import static cn.hotline.intake.Story.PHONE;
import static cn.hotline.intake.Story.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.intake.callers.KeyWitness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class KeyRingIT {

    @TempDir
    Path folder;

    private final Witness witness = new Witness();

    @Test
    void theFirstStartMakesAFileThatOnlyItsOwnerReads() throws IOException {
        Path file = folder.resolve("keys").resolve("intake.json");
        opened(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theNextStartFindsTheSameKeys() {
        Path file = folder.resolve("keys.json");
        byte[] wrapped = opened(file).keys().wrap(new byte[] {1, 2}, "c-1");
        assertThat(opened(file).keys().unwrap(wrapped, "c-1")).containsExactly(1, 2);
    }

    @Test
    void aMissingFileIsSaidInBothLanguages() throws IOException {
        Path file = folder.resolve("keys.json");
        opened(file);
        Files.delete(file);
        assertThat(refusal(file)).contains("找不到密钥文件 " + file, "is missing", " / ");
    }

    @Test
    void theKeysOfAnotherDatabaseAreRefused() {
        opened(folder.resolve("keys.json"));
        Path other = folder.resolve("other.json");
        new KeyFile(other).create();
        assertThat(refusal(other)).contains("不是封存这个数据库时用的密钥", "does not hold the keys");
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        Path file = folder.resolve("keys.json");
        for (String damaged : new String[] {"", "{}", "no json", "{\"wrapping\":{\"key\":[]},\"finding\":1}"}) {
            Files.writeString(file, damaged);
            assertThat(refusal(file)).contains("无法读取", "cannot be read");
        }
    }

    @Test
    void documentsWithoutProofAreNotSealedAnew() {
        witness.documents = true;
        assertThat(refusal(folder.resolve("keys.json"))).contains("找不到密钥文件");
    }

    @Test
    void aFilePutThereBeforeTheFirstStartIsTaken() {
        Path file = folder.resolve("keys.json");
        Keys prepared = new KeyFile(file).create();
        assertThat(opened(file).keys().hash(PHONE)).isEqualTo(prepared.hash(PHONE));
    }

    @Test
    void renewedKeysStillOpenAndFindWhatIsOlder() {
        Path file = folder.resolve("keys.json");
        KeyRing ring = opened(file);
        Keys before = ring.keys();
        byte[] wrapped = before.wrap(new byte[] {1}, "c-1");
        Keys after = done(ring.renew());
        assertThat(after.unwrap(wrapped, "c-1")).containsExactly(1);
        assertThat(after.wrappingId()).isNotEqualTo(before.wrappingId());
        assertThat(after.hashes(PHONE)).containsExactly(after.hash(PHONE), before.hash(PHONE));
        assertThat(opened(file).keys().hashes(PHONE)).isEqualTo(after.hashes(PHONE));
    }

    @Test
    void olderKeysAreThrownAwayForGood() {
        Path file = folder.resolve("keys.json");
        KeyRing ring = opened(file);
        done(ring.renew());
        done(ring.dropOlder());
        assertThat(ring.keys().holdsOlder()).isFalse();
        assertThat(opened(file).keys().hashes(PHONE))
                .containsExactly(ring.keys().hash(PHONE));
    }

    @Test
    void whoRenewsAtTheSameMomentKeepsWhatTheOtherSealed() {
        Path file = folder.resolve("keys.json");
        List<KeyRing> processes = List.of(opened(file), opened(file), opened(file));
        List<byte[]> wrapped = done(Flux.range(0, 12)
                .flatMap(i -> processes.get(i % 3).renew().map(keys -> keys.wrap(new byte[] {1}, "c-1")), 12)
                .collectList());
        Keys kept = opened(file).keys();
        assertThat(wrapped).hasSize(12).allSatisfy(one -> assertThat(kept.unwrap(one, "c-1"))
                .containsExactly(1));
        assertThat(processes)
                .extracting(ring -> ring.keys().wrappingId())
                .as("they took the other's")
                .containsOnly(kept.wrappingId());
    }

    @Test
    void whatSomebodyElseBroughtMeanwhileIsNotThrownAway() {
        Path file = folder.resolve("keys.json");
        KeyRing ring = opened(file);
        Keys newer = done(ring.renew()).renewed();
        new KeyFile(file).save(newer);
        assertThat(done(ring.dropOlder()).wrappingId()).isEqualTo(newer.wrappingId());
        assertThat(opened(file).keys().hashes(PHONE)).isEqualTo(newer.hashes(PHONE));
    }

    @Test
    void aFileWithOtherKeysIsNeitherTakenUpNorWrittenOver() {
        Path file = folder.resolve("keys.json");
        KeyRing ring = opened(file);
        Keys ours = ring.keys();
        Keys others = Keys.fresh();
        new KeyFile(file).save(others);

        done(ring.refresh().thenReturn(true));
        assertThat(ring.keys()).isSameAs(ours);
        for (Mono<Keys> change : List.of(ring.renew(), ring.dropOlder())) {
            assertThat(catchThrowableOfType(KeysUnavailable.class, () -> done(change)))
                    .hasMessageContaining("不是封存这个数据库时用的密钥");
        }
        assertThat(ring.keys()).isSameAs(ours);
        assertThat(new KeyFile(file).read().orElseThrow().wrappingId()).isEqualTo(others.wrappingId());

        Keys restored = ours.renewed();
        new KeyFile(file).save(restored);
        done(ring.refresh().thenReturn(true));
        assertThat(ring.keys().wrappingId()).isEqualTo(restored.wrappingId());
    }

    private KeyRing opened(Path file) {
        KeyRing ring = new KeyRing(file, witness);
        done(ring.open().thenReturn(true));
        return ring;
    }

    private String refusal(Path file) {
        return catchThrowableOfType(KeysUnavailable.class, () -> opened(file)).getMessage();
    }

    private static final class Witness implements KeyWitness {

        private volatile Mono<Proof> proof = Mono.empty();
        private boolean documents;

        @Override
        public Mono<Proof> proof() {
            return proof;
        }

        @Override
        public Mono<Void> keep(Proof kept) {
            return Mono.fromRunnable(() -> proof = Mono.just(kept));
        }

        @Override
        public Mono<Boolean> hasDocuments() {
            return Mono.just(documents);
        }
    }
}
