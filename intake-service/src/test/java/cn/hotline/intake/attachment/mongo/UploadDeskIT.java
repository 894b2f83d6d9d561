package cn.hotline.intake.attachment.mongo;

import static cn.hotline.intake.Story.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.StoreInMemory;
import cn.hotline.intake.Story;
import cn.hotline.intake.attachment.UploadDesk;
import cn.hotline.intake.attachment.UploadDesk.Patience;
import cn.hotline.intake.attachment.UploadDesk.Taken;
import cn.hotline.intake.attachment.content.SampleFiles;
import cn.hotline.intake.attachment.model.Attachment;
import cn.hotline.intake.attachment.model.AttachmentRefusal;
import cn.hotline.intake.callers.InMemoryCallers;
import cn.hotline.intake.callers.KnownCaller;
import cn.hotline.intake.callers.model.Ciphertext;
import cn.hotline.intake.registration.InMemoryOwnership;
import cn.hotline.intake.registration.InMemoryTickets;
import cn.hotline.intake.registration.model.Attached;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Registration;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What becomes of files in the store as hours pass. */
class UploadDeskIT {

    private static final StoreInMemory STORE = new StoreInMemory();
    private static final TicketNumber ONE = Story.NUMBER;
    private static final TicketNumber OTHER = new TicketNumber("XN240618-000777");

    private final InMemoryCallers callers = new InMemoryCallers();
    private final InMemoryTickets tickets = new InMemoryTickets();
    private Instant now = Story.NOW;
    private DocumentStore<?> documents;
    private MongoAttachments attachments;
    private UploadDesk desk;
    private KnownCaller wang;

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @BeforeEach
    void open() {
        documents = STORE.documents();
        attachments = new MongoAttachments(documents);
        InstantSource time = () -> now;
        desk = new UploadDesk(
                attachments,
                callers,
                tickets,
                new InMemoryOwnership(),
                new Patience(Duration.ofHours(24), Duration.ofDays(60)),
                time.withZone(ZoneOffset.UTC));
        wang = done(callers.known(Story.PHONE));
    }

    @Test
    void whatNobodyAttachedGoesADayLater() {
        Taken photo = upload();
        now = Story.NOW.plus(Duration.ofHours(24));
        assertThat(done(desk.sweep())).isZero();
        now = Story.NOW.plus(Duration.ofHours(25)).plusSeconds(1);
        assertThat(done(desk.sweep())).isOne();
        assertThat(find(photo)).isNull();
        assertNothingIsKept();
        assertThat(callers.size()).as("the key of the upload is gone, too").isOne();
    }

    @Test
    void whatAUnitCollectsWaitsUntilItsAnswerIsWritten() {
        Person clerk = SignedIn.as(Role.UNIT);
        Taken photo = upload(clerk);
        now = Story.NOW.plus(Duration.ofHours(59 * 24));
        assertThat(done(desk.sweep())).isZero();
        assertThat(done(desk.give(List.of(photo.id()), ONE, wang)
                        .contextWrite(Cause.command(clerk.tenant(), clerk.account(), null, null)
                                .context())))
                .hasSize(1);
        now = Story.NOW.plus(Duration.ofDays(60)).plus(Duration.ofHours(2));
        assertThat(done(desk.sweep())).as("no ticket came to list it").isOne();
    }

    @Test
    void whatWasKeptBeforeTermsWereWrittenDownStaysADay() {
        Taken photo = upload();
        Bson asBefore = Updates.combine(Updates.set("loose", Story.NOW), Updates.unset("attachment.waitsUntil"));
        done(Mono.from(documents.collection("attachments", List.of()).updateOne(new BsonDocument(), asBefore)));
        now = Story.NOW.plus(Duration.ofHours(24));
        assertThat(done(desk.sweep())).isZero();
        assertThat(find(photo)).isNotNull();
        now = Story.NOW.plus(Duration.ofHours(25)).plusSeconds(1);
        assertThat(done(desk.sweep())).isOne();
    }

    @Test
    void whatItsTicketListsStays() {
        Taken photo = upload();
        List<Attached> given = done(desk.give(List.of(photo.id()), ONE, wang));
        opened(ONE, given);
        now = Story.NOW.plus(Duration.ofDays(3));
        assertThat(done(desk.sweep())).isZero();
        assertThat(find(photo)).isNotNull();
        assertThat(done(attachments.loose(now, 10).collectList()))
                .as("and is never looked at again")
                .isEmpty();
    }

    @Test
    void whatWasGivenToATicketThatNeverCameGoes() {
        Taken photo = upload();
        done(desk.give(List.of(photo.id()), ONE, wang));
        now = Story.NOW.plus(Duration.ofDays(3));
        assertThat(done(desk.sweep())).isOne();
        assertNothingIsKept();
        assertThat(done(callers.of(wang.token()))).as("the caller stays").isNotNull();
    }

    @Test
    void whenRegisteringFailedTheFileMayGoWithTheNextTry() {
        Taken photo = upload();
        done(desk.give(List.of(photo.id()), ONE, wang));
        List<Attached> given = done(desk.give(List.of(photo.id()), OTHER, wang));
        opened(OTHER, given);
        assertThat(refusal(desk.give(List.of(photo.id()), ONE, wang))).isEqualTo(AttachmentRefusal.ALREADY_ATTACHED);
    }

    @Test
    void givingItTwiceChangesNothing() {
        Taken photo = upload();
        List<Attached> first = done(desk.give(List.of(photo.id()), ONE, wang));
        Attachment after = find(photo);
        assertThat(done(desk.give(List.of(photo.id()), ONE, wang))).isEqualTo(first);
        assertThat(find(photo)).isEqualTo(after);
        assertThat(after.keeper()).isEqualTo(wang.token());
    }

    @Test
    void whenOneOfThemIsNotThereNoneIsGiven() {
        Taken photo = upload();
        assertThat(refusal(desk.give(List.of(photo.id(), "nowhere"), ONE, wang)))
                .isEqualTo(AttachmentRefusal.UNKNOWN_ATTACHMENT);
        assertThat(find(photo).ticket()).isNull();
    }

    @Test
    void aFileThatIsAboutToGoIsNotGiven() {
        Taken photo = upload();
        now = Story.NOW.plus(Duration.ofHours(24));
        assertThat(refusal(desk.give(List.of(photo.id()), ONE, wang)))
                .as("it could be taken away while the ticket is registered")
                .isEqualTo(AttachmentRefusal.UNKNOWN_ATTACHMENT);
        assertThat(done(attachments.condemn(find(photo)))).isTrue();
        assertThat(find(photo)).isNull();
    }

    @Test
    void whatAKilledProcessLeftGoesToo() {
        KnownCaller own = done(callers.unnumbered());
        Attachment begun =
                new Attachment("half", "operator", now, now, own.token(), new Ciphertext(new byte[1]), null, null);
        done(attachments.begin(begun).thenReturn(true));
        done(attachments.keepPart("half", 0, new byte[100]).thenReturn(true));
        assertThat(done(attachments.find("half").hasElement())).isFalse();
        now = Story.NOW.plus(Duration.ofDays(2));
        assertThat(done(desk.sweep())).isOne();
        assertNothingIsKept();
    }

    @Test
    void whatIsRefusedLeavesNothing() {
        assertThat(refusal(desk.upload("program.exe", Flux.just("MZ\0\0".getBytes()))
                        .contextWrite(SignedIn.as(Role.OPERATOR).context())))
                .isEqualTo(AttachmentRefusal.TYPE_NOT_TAKEN);
        assertThat(refusal(desk.upload("现场.jpg", large(Flux.error(new Refused(AttachmentRefusal.EMPTY))))
                        .contextWrite(SignedIn.as(Role.OPERATOR).context())))
                .as("a line that breaks after some parts")
                .isEqualTo(AttachmentRefusal.EMPTY);
        assertNothingIsKept();
        assertThat(callers.size()).isOne();
    }

    @Test
    void anotherTenantKnowsNoneOfThem() {
        Taken photo = upload();
        assertThat(done(attachments
                        .find(photo.id())
                        .hasElement()
                        .contextWrite(
                                Cause.command("620100", "operator", null, null).context())))
                .isFalse();
    }

    private Taken upload() {
        return upload(SignedIn.as(Role.OPERATOR));
    }

    private Taken upload(Person by) {
        return done(desk.upload("现场.jpg", large(Flux.empty())).contextWrite(by.context()));
    }

    private static Flux<byte[]> large(Flux<byte[]> then) {
        return Flux.just(SampleFiles.photo(700_000)).concatWith(then);
    }

    private @Nullable Attachment find(Taken file) {
        return done(attachments.find(file.id()).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .orElse(null);
    }

    private void opened(TicketNumber number, List<Attached> files) {
        Registration before = Story.registration(Decision.forward());
        Registration with =
                new Registration(before.arrival(), before.caller(), before.decision(), files, before.by(), before.at());
        done(tickets.open(Ticket.register(number, with, Story.ticket().matter(), null)));
    }

    private void assertNothingIsKept() {
        for (String collection : List.of("attachments", "attachment_parts")) {
            assertThat(done(Mono.from(
                            documents.collection(collection, List.of()).countDocuments())))
                    .as(collection)
                    .isZero();
        }
    }

    private static Refusal refusal(Mono<?> asked) {
        return catchThrowableOfType(Refused.class, () -> done(asked)).reason();
    }
}
