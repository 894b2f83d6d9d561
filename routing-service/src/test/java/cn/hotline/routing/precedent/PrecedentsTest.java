package cn.hotline.routing.precedent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.precedent.model.ClosedTicket;
import cn.hotline.routing.precedent.model.Precedent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class PrecedentsTest {

    private static final ClosedTicket HEATING =
            new ClosedTicket("XN261101-000001", "家里暖气不热", "三号楼暖气一直不热，室温十五度。", "HC-HEATING", "供热", "城中区政府");
    private static final ClosedTicket BUS =
            new ClosedTicket("XN261101-000002", "公交车不来", "站台等了四十分钟没有公交车。", "TR-BUS", "公交出行", "市交通运输局");
    private static final ClosedTicket WAGES =
            new ClosedTicket("XN261101-000003", "工地拖欠工资", "包工头拖欠二十多人的工资。", "LS-WAGES", "欠薪", "市人社局");

    private static final Categories CATEGORIES = Categories.load(KnowledgeFiles.ofClassPath());

    private final AtomicInteger read = new AtomicInteger();
    private final Precedents precedents = new Precedents(
            () -> Flux.just(HEATING, BUS, WAGES).doOnSubscribe(reading -> read.incrementAndGet()),
            CATEGORIES,
            "630100");

    @Test
    void theTicketThatReadsLikeItComesFirstWithWhereItWent() {
        var found = like("楼上暖气不热", "室温只有十四度");

        assertThat(found.get(0).number()).isEqualTo(HEATING.number());
        assertThat(found.get(0).unit()).isEqualTo("城中区政府");
        assertThat(found.get(0).similarity()).isBetween(0.1, 1.0);
    }

    @Test
    void theSameTextIsWhollySimilar() {
        assertThat(like(BUS.title(), BUS.content()).get(0).percent()).isEqualTo(100);
    }

    @Test
    void ofAnotherFieldOnlyWhatReadsMuchAlikeIsSimilar() {
        var night = "夜里在站台边施工，打桩机吵得人睡不着，打了四十多分钟";

        assertThat(like("", night, "TR-BUS-WAIT")).extracting(Precedent::number).containsExactly(BUS.number());
        assertThat(like("", night, "EE-NOISE")).isEmpty();
        assertThat(like(BUS.title(), BUS.content(), "EE-NOISE"))
                .extracting(Precedent::number)
                .containsExactly(BUS.number());
    }

    @Test
    void whatSharesNothingIsNotSimilar() {
        assertThat(like("", "护照遗失怎样补办")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "啊", "hello", "<b></b>", "12345", "🚌🚌"})
    void strangeTextsFindNothing(String strange) {
        assertThat(like(strange, strange)).isEmpty();
    }

    @Test
    void asManyAreToldAsAreAskedFor() {
        var many = new Precedents(
                () -> Flux.fromStream(IntStream.range(0, 20)
                        .mapToObj(i -> new ClosedTicket("N" + i, "暖气不热", "室温低" + i, "HC-HEATING", "供热", "城中区政府"))
                        .toList()
                        .stream()),
                CATEGORIES,
                "630100");

        assertThat(many.like("暖气不热", "室温低", null, 3)
                        .contextWrite(cause("630100").context())
                        .block())
                .hasSize(3);
    }

    @Test
    void anotherTenantFindsNothing() {
        assertThat(precedents
                        .like(HEATING.title(), HEATING.content(), null, 5)
                        .contextWrite(cause("630200").context())
                        .block())
                .isEmpty();
    }

    @Test
    void ticketsAreReadOnceForManyQuestions() {
        like("暖气", "不热");
        like("公交", "不来");

        assertThat(read).hasValue(1);
    }

    private List<Precedent> like(String title, String content) {
        return like(title, content, null);
    }

    private List<Precedent> like(String title, String content, @Nullable String category) {
        return precedents
                .like(title, content, category, 5)
                .contextWrite(cause("630100").context())
                .block();
    }

    private static Cause cause(String tenant) {
        return Cause.command(tenant, "dispatcher", null, null);
    }
}
