package cn.hotline.intake.callers.keys;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why a service does not start without its keys in a sentence instead of a stack trace. */
final class KeysFailureAnalyzer extends AbstractFailureAnalyzer<KeysUnavailable> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, KeysUnavailable cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
