package cn.hotline.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * Tickets to register: plain appeals of a city's daily life, written for this purpose, with the place and the number of
 * the house varied and a phone number of its own for each. The numbers (1xx0000xxxx) belong to nobody.
 */
final class Appeals {

    private static final int PHONES = 1_000_000;

    private static final List<Place> PLACES = List.of(
            new Place("城西区古城台街道", "630104"),
            new Place("城西区虎台街道", "630104"),
            new Place("城西区胜利路街道", "630104"),
            new Place("城东区八一路街道", "630102"),
            new Place("城东区周家泉街道", "630102"),
            new Place("城东区大众街街道", "630102"),
            new Place("城中区南滩街道", "630103"),
            new Place("城中区仓门街街道", "630103"),
            new Place("城北区朝阳街道", "630105"),
            new Place("城北区小桥大街街道", "630105"),
            new Place("湟中区鲁沙尔镇", "630106"),
            new Place("大通县桥头镇", "630121"),
            new Place("湟源县城关镇", "630123"));

    private static final List<Text> TEXTS = List.of(
            new Text("COMPLAINT", "反映%s%d号小区物业公司长期不作为，楼道卫生无人打扫，垃圾清运不及时，业主多次找物业经理都没有结果，希望有关部门督促物业服务尽快整改。"),
            new Text("COMPLAINT", "反映%s%d号院外工地夜间施工噪音扰民，打桩机到凌晨两点还在作业，老人和孩子无法入睡，已经持续一周，希望尽快制止夜间施工。"),
            new Text("HELP", "反映%s%d号楼供暖以来家里暖气不热，室温一直不到十六度，联系供热公司只说正在排查，至今没有人上门，家中有老人，希望尽快解决供热问题。"),
            new Text("COMPLAINT", "在%s%d号的健身房办理了年卡，现在商家关门跑路，会员卡余额不退，电话也打不通，一起办卡的有几十人，希望协助消费者退款维权。"),
            new Text("COMPLAINT", "反映%s%d号门前烧烤店油烟扰民，烟道直接对着居民楼窗户，每天晚上油烟味很重不敢开窗，希望督促商家安装油烟净化器。"),
            new Text("HELP", "反映%s%d号院自来水水压低，早晚高峰时三楼以上基本没水，供水公司来看过一次没有下文，请尽快查明供水管道的问题。"),
            new Text("COMPLAINT", "反映%s%d号单元电梯故障频繁，这个月已经停运四次，电梯年检标志也过期了，住户出行不便，希望督促维保单位检修电梯。"),
            new Text("SUGGESTION", "%s%d号附近早晚接送学生时车辆乱停乱放，道路堵得厉害，建议在路口增设停车位和隔离护栏，安排人员疏导，方便大家出行。"),
            new Text("COMPLAINT", "在%s%d号超市购买的牛奶已经过期，饮用后身体不适，找店家理论，店老板态度恶劣不予退款，希望市场监管部门查处过期食品。"),
            new Text("HELP", "反映%s%d号院里化粪池堵塞，污水外溢到院子里，气味难闻，社区说已经上报但一直没有人来处理，请尽快安排疏通下水管。"),
            new Text("CONSULTATION", "家住%s%d号，想咨询老旧小区改造什么时候轮到我们院，外墙保温改造和加装电梯需要多少户同意，应当向哪个部门提出申请。"),
            new Text("COMPLAINT", "反映%s%d号旁边的商铺每天用高音喇叭叫卖，声音特别大，从早上八点一直到晚上十点，严重影响休息，希望执法人员尽快制止噪音。"));

    private static final String CLOSING = "来电人要求承办单位联系本人核实情况，并在规定时限内答复处理结果。";

    private final long first;

    /** @param first which of a million phone numbers is the first; later ones follow */
    Appeals(long first) {
        this.first = first;
    }

    /** Body of the i-th request, some 500 bytes of JSON. */
    byte[] body(long i) {
        Place place = PLACES.get((int) (i % PLACES.size()));
        Text text = TEXTS.get((int) (i % TEXTS.size()));
        String content = text.words().formatted(place.name(), 1 + i % 389) + CLOSING;
        return """
                {"channel":"PHONE","kind":"%s","caller":{"name":"来电人","phone":"%s","wantsReply":true},"content":"%s",\
                "place":{"text":"%s","divisionCode":"%s"}}""".formatted(text.kind(), phone(first + i), content, place.name(), place.division())
                .getBytes(UTF_8);
    }

    private static String phone(long i) {
        long n = i % PHONES;
        return "1%02d0000%04d".formatted(n / 10_000, n % 10_000);
    }

    private record Place(String name, String division) {}

    /** @param words with a gap for the place and one for a number */
    private record Text(String kind, String words) {}
}
