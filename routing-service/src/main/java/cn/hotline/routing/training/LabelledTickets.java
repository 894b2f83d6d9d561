package cn.hotline.routing.training;

import cn.hotline.routing.learning.LabelledText;
import reactor.core.publisher.Flux;

/** Tickets of the tenant in force whose class somebody has chosen, or nobody objected to until they were closed. */
public interface LabelledTickets {

    /** The newest first; texts are masked, confidential tickets are not among them; the label is the code of the class. */
    Flux<LabelledText> newest();
}
