package cn.hotline.evaluation;

import java.time.Duration;

/** What is said when everything runs: where the desks are, where the data is, how to stop. */
final class Greeting {

    private Greeting() {}

    static String of(Options options, DataFolder data, Duration after) {
        Ports ports = new Ports(options.port());
        String origin = "http://localhost:" + ports.gateway();
        String kafka = options.kafka() == null ? "127.0.0.1:" + ports.broker() : options.kafka();
        String mongo = options.mongo() == null ? "mongodb://127.0.0.1:" + ports.documents() : "--mongo";
        return String.join(
                "\n",
                "12345 热线已就绪，用时 " + after.toSeconds() + " 秒 / ready after " + after.toSeconds() + " s",
                "  工作台   Start page     " + origin + "/",
                "  受理台   Call desk      " + origin + "/intake/call",
                "  收件箱   Unit inbox     " + origin + "/routing/inbox",
                "  回访     Revisits       " + origin + "/followup/revisits",
                "  登录     Sign in        账号 operator、dispatcher、unit-630104 等，密码 hotline（名单见登录页）"
                        + " / accounts such as operator, password hotline",
                "  今日日报 Today's report " + origin + "/reporting/daily/today",
                "  服务     Services       127.0.0.1:" + ports.intake() + "–" + ports.reporting() + "  Kafka " + kafka
                        + "  MongoDB " + mongo,
                "  数据     Data           " + data.path(),
                "  日志     Log            " + data.log(),
                "按 Ctrl+C 停止 / Ctrl+C stops");
    }
}
