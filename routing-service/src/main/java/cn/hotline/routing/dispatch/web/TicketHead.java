package cn.hotline.routing.dispatch.web;

import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.model.CategorySuggestion;
import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.classification.model.Tag;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent.Place;
import cn.hotline.routing.dispatch.model.Appeal;
import cn.hotline.routing.dispatch.model.Assignment;
import cn.hotline.routing.dispatch.model.Classification;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.Handling;
import cn.hotline.routing.dispatch.model.Topic;
import cn.hotline.ui.Choice;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a ticket is about, where it stands and who has it, in words. */
public final class TicketHead {

    private static final double SURE = 0.6;
    private static final Pattern MODEL = Pattern.compile("^MODEL-(\\d+)\\+");

    private final Dispatch dispatch;

    TicketHead(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    public String number() {
        return dispatch.number().value();
    }

    public String title() {
        return dispatch.appeal().title();
    }

    public String content() {
        return dispatch.appeal().content();
    }

    public String kind() {
        return dispatch.appeal().kind().term();
    }

    public String topic() {
        Topic topic = dispatch.classification().topic();
        return topic == null ? "未分类" : topic.term();
    }

    public @Nullable String topicCode() {
        Topic topic = dispatch.classification().topic();
        return topic == null ? null : topic.code();
    }

    public String urgency() {
        return dispatch.classification().urgency().term();
    }

    public String urgencyCode() {
        return dispatch.classification().urgency().name();
    }

    public String urgencyTone() {
        Urgency urgency = dispatch.classification().urgency();
        return urgency == Urgency.EMERGENCY ? "red" : urgency == Urgency.URGENT ? "yellow" : "";
    }

    public String status() {
        return dispatch.status().term();
    }

    public String statusTone() {
        return switch (dispatch.status()) {
            case PENDING_DISPATCH, RETURN_REVIEW, ARBITRATION, SUSPENDED, REPLIED, REWORK, SECOND_HANDLING -> "yellow";
            case DISPATCHED -> "blue";
            case ESCALATED -> "red";
            case IN_PROGRESS, CLOSED_UNSOLVABLE, WITHDRAWN, MERGED -> "";
            case PENDING_FOLLOWUP -> "violet";
            case CLOSED -> "green";
        };
    }

    /** Whether it is for named people only. */
    public boolean confidential() {
        return dispatch.appeal().confidential();
    }

    public boolean hazard() {
        return dispatch.appeal().hazard() != null;
    }

    /** Why the appeal wants care, such as 扬言与自伤; usually empty. */
    public List<SensitiveMark> sensitive() {
        return dispatch.classification().proposal().sensitive();
    }

    /** 催办、补充 by the caller; empty for none. */
    public List<String> pressed() {
        return Stream.of(
                        dispatch.marks().urged() == 0
                                ? null
                                : "催办 " + dispatch.marks().urged() + " 次",
                        dispatch.marks().supplemented() == 0
                                ? null
                                : "补充 " + dispatch.marks().supplemented() + " 次")
                .filter(Objects::nonNull)
                .toList();
    }

    /** Address as told, with the county it lies in. */
    public String where() {
        Place place = dispatch.classification().place();
        String known = place == null
                ? ""
                : Stream.of(place.county(), place.street(), place.community())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        String told = Objects.requireNonNullElse(dispatch.appeal().place(), "");
        if (told.isEmpty()) {
            return known.isEmpty() ? "未提供" : known;
        }
        return told.contains(known) ? told : known + " · " + told;
    }

    /** Place, grade, class, second handling and who has it in hand; under the title in a list. */
    public String note() {
        String again = dispatch.status() == DispatchStatus.SECOND_HANDLING
                ? "二次办理"
                : dispatch.status() == DispatchStatus.REWORK ? "退回重办" : null;
        return Stream.concat(
                        Stream.of(district(), urgency(), topic(), again, taker() == null ? null : taker() + "经办")
                                .filter(Objects::nonNull),
                        pressed().stream())
                .collect(Collectors.joining(" · "));
    }

    private String district() {
        Appeal appeal = dispatch.appeal();
        Place place = dispatch.classification().place();
        if (place != null) {
            return place.county() + Objects.requireNonNullElse(place.street(), "");
        }
        return appeal.place() == null ? "未提供地址" : appeal.place();
    }

    /** An emergency nobody could dispatch at once. */
    public boolean first() {
        return dispatch.turn().first();
    }

    /** Who leads; null while nobody has it. */
    public @Nullable String lead() {
        Assignment lead = held();
        return lead == null ? null : lead.unit().name();
    }

    /** The lead's code; null while nobody has it. */
    public @Nullable String leadCode() {
        Assignment lead = held();
        return lead == null ? null : lead.unit().code();
    }

    /** Who of that unit has it in hand; null for nobody. */
    public @Nullable String taker() {
        Assignment lead = held();
        return lead == null || lead.taker() == null ? null : lead.taker().name();
    }

    /** Who led it before it came back to the desk; null when nobody did, and while somebody leads. */
    public @Nullable String former() {
        Handling handling = dispatch.handling();
        return handling == null || held() != null
                ? null
                : handling.lead().unit().name();
    }

    /** Who helps, for a select. */
    public List<Choice> helping() {
        Handling handling = dispatch.handling();
        return handling == null
                ? List.of()
                : handling.helpers().stream()
                        .map(Assignment::unit)
                        .map(unit -> Choice.of(unit.code(), unit.name()))
                        .toList();
    }

    /** Their account, for a select; null for nobody. */
    public @Nullable String takerAccount() {
        Assignment lead = held();
        return lead == null || lead.taker() == null ? null : lead.taker().account();
    }

    public String helpers() {
        Handling handling = dispatch.handling();
        return handling == null
                ? ""
                : handling.helpers().stream()
                        .map(helper -> helper.unit().name())
                        .collect(Collectors.joining("、"));
    }

    /** Why this unit; null before a dispatch. */
    public @Nullable String ground() {
        Handling handling = dispatch.handling();
        return handling == null ? null : handling.rule().reason();
    }

    /** What else it can be found by, with the words that say so; usually a few. */
    public List<Tag> tags() {
        return dispatch.classification().tags();
    }

    /** The words that told the class; empty when a person chose it. */
    public List<String> evidence() {
        return chooser() == null ? dispatch.classification().evidence() : List.of();
    }

    /** Which person chose the class; null where words told it. */
    public @Nullable String chooser() {
        return switch (dispatch.classification().by()) {
            case CategorySuggestion.OPERATOR -> "登记时选定";
            case Classification.DISPATCHER -> "派单员选定";
            case Classification.UNIT -> "承办单位更正";
            default -> null;
        };
    }

    /** The words that told the urgency; empty when the class or a person gave it. */
    public List<String> urgencyEvidence() {
        return dispatch.classification().urgencyEvidence();
    }

    /** How sure the class is, where it was recognised. */
    public String confidence() {
        double confidence = dispatch.classification().confidence();
        return "把握 " + Math.round(confidence * 100) + "%，" + (confidence >= SURE ? "较有把握" : "供参考");
    }

    /** What recognised the class, such as 第 7 版模型和词库. */
    public String recogniser() {
        var model = MODEL.matcher(dispatch.classification().by());
        return model.find() ? "第 " + model.group(1) + " 版模型和词库判断" : "词库判断";
    }

    /** What else it may be about, likeliest first; empty when a person told. */
    public List<CategorySuggestion> others() {
        return chooser() == null ? dispatch.classification().proposal().others() : List.of();
    }

    /** The words that told the place; empty where it was given. */
    public List<String> placeEvidence() {
        return dispatch.classification().proposal().placeEvidence();
    }

    public List<UnitSuggestion> candidates() {
        return dispatch.classification().proposal().units();
    }

    /** The unit that would get it by 按建议派单; null where there is none. */
    public @Nullable UnitSuggestion proposed() {
        return dispatch.classification()
                .proposal()
                .choice()
                .flatMap(choice -> candidates().stream()
                        .filter(unit -> unit.code().equals(choice.lead().code()))
                        .findFirst())
                .orElse(null);
    }

    public List<String> doubts() {
        return dispatch.classification().proposal().doubts().stream()
                .map(doubt -> doubt.term())
                .toList();
    }

    private @Nullable Assignment held() {
        Handling handling = dispatch.handling();
        return handling == null || dispatch.status() == DispatchStatus.PENDING_DISPATCH ? null : handling.lead();
    }
}
