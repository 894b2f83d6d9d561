package cn.hotline.routing.replycheck;

import cn.hotline.routing.replycheck.model.Asked;
import cn.hotline.routing.replycheck.model.Given;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import java.util.Optional;

/** One thing that is to be right about an answer. */
interface Rule {

    /** What speaks against it; empty when nothing does. */
    Optional<ReplyDoubt> doubt(Asked asked, Given given);
}
