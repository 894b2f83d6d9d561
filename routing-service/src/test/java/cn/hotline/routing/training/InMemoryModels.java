package cn.hotline.routing.training;

import cn.hotline.routing.training.model.InUse;
import cn.hotline.routing.training.model.ModelVersion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Models of one tenant, as long as this lives. */
final class InMemoryModels implements Models {

    private final Map<Long, ModelVersion> versions = new HashMap<>();
    private final Map<String, byte[]> bytes = new HashMap<>();
    private InUse inUse = InUse.AT_FIRST;

    @Override
    public Mono<Boolean> keep(ModelVersion version, byte[] model) {
        return Mono.fromSupplier(() -> {
            bytes.put(version.key(), model);
            var before = versions.putIfAbsent(version.number(), version);
            return before == null || before.equals(version);
        });
    }

    @Override
    public Mono<ModelVersion> version(long number) {
        return Mono.fromSupplier(() -> versions.get(number));
    }

    @Override
    public Flux<ModelVersion> history(int limit) {
        return Flux.defer(() -> Flux.fromStream(versions.values().stream()
                .sorted(Comparator.comparing(ModelVersion::number).reversed())
                .limit(limit)));
    }

    @Override
    public Mono<byte[]> bytes(ModelVersion version) {
        return Mono.fromSupplier(() -> bytes.getOrDefault(version.key(), new byte[0]));
    }

    @Override
    public Mono<Void> forget(ModelVersion version) {
        return Mono.fromRunnable(() -> bytes.remove(version.key()));
    }

    @Override
    public Mono<InUse> inUse() {
        return Mono.fromSupplier(() -> inUse);
    }

    @Override
    public Mono<InUse> use(InUse next) {
        return Mono.fromSupplier(() -> inUse = next);
    }

    /** As a failing disk would. */
    void damage(ModelVersion version) {
        bytes.computeIfPresent(version.key(), (key, whole) -> {
            var damaged = whole.clone();
            damaged[whole.length / 2] ^= 1;
            return damaged;
        });
    }
}
