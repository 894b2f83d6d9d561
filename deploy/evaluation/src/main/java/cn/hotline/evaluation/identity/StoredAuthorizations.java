package cn.hotline.evaluation.identity;

import cn.hotline.gateway.signin.Seal;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import reactor.core.publisher.Mono;

/**
 * Who has signed in for the gateway, with codes and refresh tokens: encrypted, found by digests of the tokens, so that
 * the store holds nothing anybody could sign in with. Blocks: this is the servlet side.
 *
 * <p>Tokens of programs (client credentials) are not kept: they cannot be renewed and end by themselves.
 */
final class StoredAuthorizations implements OAuth2AuthorizationService {

    private final MongoCollection<Document> collection;
    private final Seal seal;
    private final Duration lifetime;
    private final Clock clock;

    StoredAuthorizations(MongoCollection<Document> collection, Seal seal, Duration lifetime, Clock clock) {
        this.collection = collection;
        this.seal = seal;
        this.lifetime = lifetime;
        this.clock = clock;
        Mono.from(collection.createIndex(Indexes.ascending("tokens"), new IndexOptions().name("byToken")))
                .block();
        Mono.from(collection.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().name("byExpiry")))
                .block();
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (authorization.getAuthorizationGrantType().equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
            return;
        }
        long now = clock.millis();
        String id = authorization.getId();
        Document document = new Document("_id", id)
                .append("tokens", digests(authorization))
                .append("expiresAt", now + lifetime.toMillis())
                .append("sealed", new Binary(seal.close(bytes(authorization), place(id))));
        Mono.from(collection.replaceOne(Filters.eq(id), document, new ReplaceOptions().upsert(true)))
                .then(Mono.from(collection.deleteMany(Filters.lt("expiresAt", now))))
                .block();
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        Mono.from(collection.deleteOne(Filters.eq(authorization.getId()))).block();
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return read(Mono.from(collection.find(Filters.eq(id)).first()).block());
    }

    /** Whatever kind of token: values are random, so that one of another kind is never met. */
    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return read(
                Mono.from(collection.find(Filters.eq("tokens", digest(token))).first())
                        .block());
    }

    private @Nullable OAuth2Authorization read(@Nullable Document document) {
        if (document == null || document.getLong("expiresAt") < clock.millis()) {
            return null;
        }
        try {
            return authorization(
                    seal.open(document.get("sealed", Binary.class).getData(), place(document.getString("_id"))));
        } catch (GeneralSecurityException otherSeal) {
            return null;
        }
    }

    private static String place(String id) {
        return "authorization:" + id;
    }

    /** Java's own form is safe to read here: nothing gets this far that was not sealed by us. */
    private static OAuth2Authorization authorization(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (OAuth2Authorization) in.readObject();
        } catch (IOException | ClassNotFoundException otherVersion) {
            throw new IllegalStateException(otherVersion);
        }
    }

    private static byte[] bytes(OAuth2Authorization authorization) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(authorization);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static List<String> digests(OAuth2Authorization authorization) {
        Stream<String> tokens = Stream.of(
                        authorization.getToken(OAuth2AuthorizationCode.class),
                        authorization.getAccessToken(),
                        authorization.getRefreshToken(),
                        authorization.getToken(OidcIdToken.class))
                .filter(Objects::nonNull)
                .map(OAuth2Authorization.Token::getToken)
                .map(OAuth2Token::getTokenValue);
        String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
        return Stream.concat(tokens, Stream.ofNullable(state))
                .map(StoredAuthorizations::digest)
                .toList();
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
