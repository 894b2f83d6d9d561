package cn.hotline.routing.dispatch;

import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A ticket somebody acts on.
 *
 * @param version only if the document still has that version; null for any
 */
public record Holding(
        Viewer viewer, TicketNumber number, @Nullable Long version) {}
