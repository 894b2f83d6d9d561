package cn.hotline.routing.unitsystem.kafka;

import static org.apache.kafka.clients.admin.ScramMechanism.SCRAM_SHA_256;
import static org.apache.kafka.clients.admin.ScramMechanism.SCRAM_SHA_512;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import cn.hotline.chassis.Refused;
import cn.hotline.routing.unitsystem.BrokerAccess;
import cn.hotline.routing.unitsystem.model.Line;
import cn.hotline.routing.unitsystem.model.UnitSystemRefusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.ResourceNotFoundException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Topics, SCRAM passwords, access rules and quotas by Kafka's own administration. Rules come before the password: where a
 * broker checks none, nobody is let in.
 */
public final class KafkaBrokerAccess implements BrokerAccess {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaBrokerAccess.class);
    private static final int ROUNDS = 8_192;
    private static final int PATIENCE = 15_000;
    private static final String ANYWHERE = "*";

    /** What a system did not read in a month it fetches over HTTP. */
    private static final Map<String, String> DISPATCHES =
            Map.of("retention.ms", String.valueOf(Duration.ofDays(30).toMillis()));

    /** Acts are read within seconds; what people wrote need not lie there for long, nor fill a disk. */
    private static final Map<String, String> ACTS = Map.of(
            "retention.ms", String.valueOf(Duration.ofDays(7).toMillis()), "retention.bytes", String.valueOf(1L << 30));

    /** Bytes a second that one unit may write, and read. */
    private static final Map<String, Double> QUOTAS =
            Map.of("producer_byte_rate", (double) (1 << 20), "consumer_byte_rate", (double) (10 << 20));

    private final Map<String, Object> settings;

    /** @param settings of somebody who may do all this */
    public KafkaBrokerAccess(Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE);
        this.settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE / 3);
    }

    @Override
    public Mono<Void> open(Line line, String password) {
        return asked(admin -> made(admin, line)
                .then(known(admin, line, SCRAM_SHA_512, password))
                .then(known(admin, line, SCRAM_SHA_256, password)));
    }

    @Override
    public Mono<Void> keep(Line line) {
        return asked(admin -> made(admin, line));
    }

    @Override
    public Mono<Void> close(Line line) {
        return asked(
                admin -> done(() -> admin.deleteAcls(List.of(rulesOf(line))).all())
                        .then(forgotten(admin, line, SCRAM_SHA_256))
                        .then(forgotten(admin, line, SCRAM_SHA_512)));
    }

    private static Mono<Void> made(Admin admin, Line line) {
        return done(() -> admin.createAcls(rules(line)).all())
                .then(done(() -> admin.alterClientQuotas(List.of(quotas(line))).all()))
                .then(topic(admin, line.dispatchTopic(), DISPATCHES))
                .then(topic(admin, line.handlingTopic(), ACTS));
    }

    private static Mono<Void> topic(Admin admin, String name, Map<String, String> config) {
        NewTopic topic = new NewTopic(name, Optional.of(1), Optional.empty()).configs(config);
        return done(() -> admin.createTopics(List.of(topic)).all())
                .onErrorResume(TopicExistsException.class, there -> Mono.empty());
    }

    private static List<AclBinding> rules(Line line) {
        return Stream.of(
                        Stream.of(READ, DESCRIBE).map(may -> rule(line, topic(line.dispatchTopic()), may)),
                        Stream.of(WRITE, DESCRIBE).map(may -> rule(line, topic(line.handlingTopic()), may)),
                        Stream.of(rule(
                                line,
                                new ResourcePattern(ResourceType.GROUP, line.groupPrefix(), PatternType.PREFIXED),
                                READ)))
                .flatMap(Function.identity())
                .toList();
    }

    private static ResourcePattern topic(String name) {
        return new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL);
    }

    private static AclBinding rule(Line line, ResourcePattern what, AclOperation may) {
        return new AclBinding(what, new AccessControlEntry(principal(line), ANYWHERE, may, AclPermissionType.ALLOW));
    }

    private static AclBindingFilter rulesOf(Line line) {
        return new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter(principal(line), null, AclOperation.ANY, AclPermissionType.ANY));
    }

    private static String principal(Line line) {
        return "User:" + line.user();
    }

    private static ClientQuotaAlteration quotas(Line line) {
        return new ClientQuotaAlteration(
                new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, line.user())),
                QUOTAS.entrySet().stream()
                        .map(quota -> new ClientQuotaAlteration.Op(quota.getKey(), quota.getValue()))
                        .toList());
    }

    /** One mechanism a request: the broker refuses two alterations of one user in the same. */
    private static Mono<Void> known(Admin admin, Line line, ScramMechanism how, String password) {
        var credential = new UserScramCredentialUpsertion(line.user(), new ScramCredentialInfo(how, ROUNDS), password);
        return done(() -> admin.alterUserScramCredentials(List.of(credential)).all());
    }

    private static Mono<Void> forgotten(Admin admin, Line line, ScramMechanism how) {
        return done(() -> admin.alterUserScramCredentials(List.of(new UserScramCredentialDeletion(line.user(), how)))
                        .all())
                .onErrorResume(ResourceNotFoundException.class, never -> Mono.empty());
    }

    private static Mono<Void> done(Supplier<KafkaFuture<?>> asked) {
        return Mono.fromCompletionStage(() -> asked.get().toCompletionStage())
                .onErrorMap(Exceptions::unwrap)
                .then();
    }

    private Mono<Void> asked(Function<Admin, Mono<Void>> work) {
        return Mono.using(
                        () -> Admin.create(settings),
                        admin -> work.apply(admin).publishOn(Schedulers.boundedElastic()),
                        admin -> admin.close(Duration.ZERO))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(KafkaBrokerAccess::refusal);
    }

    private static Throwable refusal(Throwable problem) {
        if (problem instanceof SecurityDisabledException) {
            return new Refused(UnitSystemRefusal.BROKER_UNGUARDED);
        }
        LOG.warn("The broker does not give access to a unit's system", problem);
        return new Refused(UnitSystemRefusal.BROKER_AWAY);
    }
}
