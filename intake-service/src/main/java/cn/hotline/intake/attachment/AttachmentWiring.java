package cn.hotline.intake.attachment;

import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.schedule.Repeatedly;
import cn.hotline.intake.IntakeProperties;
import cn.hotline.intake.attachment.UploadDesk.Patience;
import cn.hotline.intake.attachment.mongo.MongoAttachments;
import cn.hotline.intake.attachment.web.AttachmentController;
import cn.hotline.intake.attachment.web.AttachmentPage;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.registration.Ownership;
import cn.hotline.intake.registration.Tickets;
import cn.hotline.intake.reveal.BreakGlasses;
import cn.hotline.intake.reveal.TicketFiles;
import cn.hotline.intake.reveal.model.BreakGlass;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 附件. */
@Configuration(proxyBeanMethods = false)
@Import({AttachmentController.class, AttachmentPage.class})
public class AttachmentWiring {

    @Bean
    Attachments attachments(DocumentStore<IntakeEvent> store) {
        return new MongoAttachments(store);
    }

    @Bean
    UploadDesk uploadDesk(
            Attachments attachments,
            Callers callers,
            Tickets tickets,
            Ownership ownership,
            IntakeProperties properties,
            Clock clock) {
        Patience patience = new Patience(properties.looseAttachments(), properties.unitAttachments());
        return new UploadDesk(attachments, callers, tickets, ownership, patience, clock);
    }

    @Bean
    AttachmentDesk attachmentDesk(
            Attachments attachments,
            Callers callers,
            TicketFiles files,
            BreakGlasses glasses,
            BreakGlass.Terms terms,
            AuditLog audit,
            Clock clock) {
        return new AttachmentDesk(attachments, callers, files, glasses, terms, audit, clock);
    }

    @Bean
    Repeatedly looseFilesSweep(UploadDesk desk) {
        return new Repeatedly(
                "Looking for files that nobody attached", Duration.ofMinutes(1), Duration.ofHours(1), desk::sweep);
    }
}
