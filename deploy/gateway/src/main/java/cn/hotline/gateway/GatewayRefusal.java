package cn.hotline.gateway;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A "no" of the gateway itself, before any service was asked. */
public final class GatewayRefusal extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String sentence;

    /**
     * @param code stable, in capitals
     * @param sentence in Chinese, what to do
     */
    public GatewayRefusal(HttpStatus status, String code, String sentence) {
        super(status);
        this.code = code;
        this.sentence = sentence;
    }

    String code() {
        return code;
    }

    String sentence() {
        return sentence;
    }

    /** Neither session nor token. */
    public static GatewayRefusal unauthenticated() {
        return new GatewayRefusal(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "请先登录。");
    }

    /** A browser's write that no page of ours sent. */
    public static GatewayRefusal forged() {
        return new GatewayRefusal(HttpStatus.FORBIDDEN, "FORGED_REQUEST", "请求不是由本系统的页面发出的，已拒绝。请刷新页面后再试。");
    }

    /** The identity provider does not answer. */
    public static GatewayRefusal signInAway() {
        return new GatewayRefusal(
                HttpStatus.SERVICE_UNAVAILABLE, "SIGN_IN_UNREACHABLE", "登录服务暂时联系不上，请稍后再试。已经登录的人员不受影响。");
    }

    static GatewayRefusal tooMany() {
        return new GatewayRefusal(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", "请求过于频繁，请稍后再试。");
    }
}
