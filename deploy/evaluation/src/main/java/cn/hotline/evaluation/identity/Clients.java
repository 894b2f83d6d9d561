package cn.hotline.evaluation.identity;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** The programs that may ask for tokens; unlike the library's own list, several may have the same secret. */
final class Clients implements RegisteredClientRepository {

    private final Map<String, RegisteredClient> byName;

    /** @param all whose id is their name */
    Clients(List<RegisteredClient> all) {
        byName = all.stream().collect(Collectors.toUnmodifiableMap(RegisteredClient::getId, Function.identity()));
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("They are given at the start");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return byName.get(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String name) {
        return byName.get(name);
    }
}
