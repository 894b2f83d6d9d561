package cn.hotline.benchmark;

import cn.hotline.evaluation.Fault;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the four services have read what they tell each other. */
final class Readers implements AutoCloseable {

    private static final List<String> TOPICS = List.of("hotline.intake", "hotline.routing", "hotline.followup");

    /** Who reads which topics. */
    private static final Map<String, List<String>> GROUPS = Map.of(
            "intake", List.of("hotline.routing", "hotline.followup"),
            "routing", List.of("hotline.intake", "hotline.followup"),
            "followup", List.of("hotline.intake", "hotline.routing"),
            "reporting", List.of("hotline.intake", "hotline.routing", "hotline.followup"));

    private static final int PATIENCE_SECONDS = 30;

    private final Admin admin;
    private final List<TopicPartition> partitions;

    /** @throws Fault when there is no such broker */
    Readers(String servers) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers));
        partitions = got(admin.describeTopics(TOPICS).allTopicNames()).values().stream()
                .flatMap(Readers::partitions)
                .toList();
    }

    private static java.util.stream.Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(one -> new TopicPartition(topic.name(), one.partition()));
    }

    /** What has been told and read up to now. */
    Position position() {
        Map<TopicPartition, Long> read = got(admin.listConsumerGroupOffsets(GROUPS.keySet().stream()
                                .collect(Collectors.toMap(
                                        Function.identity(), group -> new ListConsumerGroupOffsetsSpec())))
                        .all())
                .values()
                .stream()
                .flatMap(group -> group.entrySet().stream())
                .filter(entry -> entry.getValue() != null
                        && TOPICS.contains(entry.getKey().topic()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset(), Long::sum));
        Map<TopicPartition, Long> told = got(admin.listOffsets(partitions.stream()
                                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
        long toRead = told.entrySet().stream()
                .mapToLong(entry -> entry.getValue() * readersOf(entry.getKey().topic()))
                .sum();
        return new Position(
                told.values().stream().mapToLong(Long::longValue).sum(),
                toRead,
                read.values().stream().mapToLong(Long::longValue).sum());
    }

    private static long readersOf(String topic) {
        return GROUPS.values().stream().filter(topics -> topics.contains(topic)).count();
    }

    private static <T> T got(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Fault("已中断。", "Interrupted.");
        } catch (ExecutionException | TimeoutException away) {
            throw new Fault("连不上 Kafka，或缺少主题。", "Kafka does not answer, or lacks the topics.");
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    /**
     * A moment of the log.
     *
     * @param told records in all topics
     * @param toRead the same, each as often as there are services that read it
     * @param read of these
     */
    record Position(long told, long toRead, long read) {

        long unread() {
            return toRead - read;
        }
    }
}
