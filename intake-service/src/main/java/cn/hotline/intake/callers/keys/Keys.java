package cn.hotline.intake.callers.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.intake.callers.model.Ciphertext;
import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.callers.model.Seal;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * 密钥: the keys that wrap the callers' data keys (AES-256-GCM), and the keys under which numbers are found again
 * (HMAC-SHA-256), each with an id. The first of either is in force; older ones still open and find what was written
 * under them. Immutable, in memory only; {@link KeyFile} keeps them.
 */
public final class Keys {

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private final KeysetHandle wrapping;
    private final KeysetHandle finding;
    private final Aead wrap;
    private final PrfSet find;

    private Keys(KeysetHandle wrapping, KeysetHandle finding) throws GeneralSecurityException {
        this.wrapping = wrapping;
        this.finding = finding;
        this.wrap = wrapping.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.find = finding.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    static Keys fresh() {
        return sure(() -> new Keys(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF)));
    }

    /** @throws GeneralSecurityException when these are no keys */
    static Keys read(String json) throws GeneralSecurityException {
        try {
            JsonNode both = JsonMapper.shared().readTree(json);
            return new Keys(keyset(both.path("wrapping")), keyset(both.path("finding")));
        } catch (JacksonException noJson) {
            throw new GeneralSecurityException("No JSON", noJson);
        }
    }

    /** As {@link #read} reads it. Everything is open to who has this text. */
    String written() {
        return sure(() -> {
            ObjectNode both = JsonMapper.shared().createObjectNode();
            both.set("wrapping", json(wrapping));
            both.set("finding", json(finding));
            return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(both);
        });
    }

    /** With a new key of either sort in force before those that are there. */
    Keys renewed() {
        return sure(() -> new Keys(
                KeysetHandle.newBuilder(wrapping)
                        .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                                .withRandomId()
                                .makePrimary())
                        .build(),
                KeysetHandle.newBuilder(finding)
                        .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedPrfParameters.HMAC_SHA256_PRF)
                                .withRandomId()
                                .makePrimary())
                        .build()));
    }

    /** Only the keys in force: what was written under others is lost. */
    Keys inForce() {
        return sure(() -> new Keys(primaryOf(wrapping), primaryOf(finding)));
    }

    public boolean holdsOlder() {
        return wrapping.size() > 1 || finding.size() > 1;
    }

    /** Id of the wrapping key in force. */
    public int wrappingId() {
        return wrapping.getPrimary().getId();
    }

    /** A number as the store knows it, {@code keyId:hash}, under the key in force. */
    public String hash(PhoneNumber phone) {
        return hash(find.getPrimaryId(), phone);
    }

    /** The same under every key, the one in force first. */
    public List<String> hashes(PhoneNumber phone) {
        return sure(() -> {
            List<String> all = new ArrayList<>(List.of(hash(phone)));
            for (int id : find.getPrfs().keySet()) {
                if (id != find.getPrimaryId()) {
                    all.add(hash(id, phone));
                }
            }
            return all;
        });
    }

    /** A new data key, not yet anybody's. */
    public static byte[] dataKey() {
        return Random.randBytes(32);
    }

    public byte[] wrap(byte[] dataKey, String owner) {
        return sure(() -> wrap.encrypt(dataKey, owner.getBytes(UTF_8)));
    }

    /** @throws IllegalStateException when none of these keys wrapped it for that owner */
    public byte[] unwrap(byte[] wrapped, String owner) {
        return sure(() -> wrap.decrypt(wrapped, owner.getBytes(UTF_8)));
    }

    public static Seal seal(byte[] dataKey) {
        return sure(() -> new AesSeal(new AesGcmJce(dataKey)));
    }

    private String hash(int key, PhoneNumber phone) {
        return sure(() -> HexFormat.of().toHexDigits(key) + ":"
                + HexFormat.of()
                        .formatHex(find.getPrfs().get(key).compute(phone.value().getBytes(UTF_8), 32)));
    }

    private static KeysetHandle keyset(JsonNode json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json.toString(), InsecureSecretKeyAccess.get());
    }

    private static JsonNode json(KeysetHandle keyset) throws GeneralSecurityException {
        return JsonMapper.shared()
                .readTree(TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
    }

    private static KeysetHandle primaryOf(KeysetHandle keyset) throws GeneralSecurityException {
        KeysetHandle.Builder only = KeysetHandle.newBuilder(keyset);
        for (int i = keyset.size() - 1; i >= 0; i--) {
            if (!keyset.getAt(i).isPrimary()) {
                only.deleteAt(i);
            }
        }
        return only.build();
    }

    private static <T> T sure(Cryptography<T> work) {
        try {
            return work.done();
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException("Cannot be opened with these keys", wrongKey);
        }
    }

    @FunctionalInterface
    private interface Cryptography<T> {

        T done() throws GeneralSecurityException;
    }

    private record AesSeal(AesGcmJce key) implements Seal {

        @Override
        public Ciphertext close(String place, String text) {
            return new Ciphertext(sure(() -> key.encrypt(text.getBytes(UTF_8), place.getBytes(UTF_8))));
        }

        @Override
        public String open(String place, Ciphertext sealed) {
            return new String(sure(() -> key.decrypt(sealed.value(), place.getBytes(UTF_8))), UTF_8);
        }
    }
}
