package cn.hotline.evaluation.broker;

/** Kafka servers that do not answer. */
public final class BrokerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerUnavailable(String servers, Exception cause) {
        super("Kafka at " + servers + " does not answer", cause);
    }
}
