package cn.hotline.routing.replycheck;

import cn.hotline.chassis.PersonalData;
import cn.hotline.routing.replycheck.ReplyWords.Use;
import cn.hotline.routing.replycheck.model.Asked;
import cn.hotline.routing.replycheck.model.Given;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import cn.hotline.routing.replycheck.model.ReplyDoubt.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * 个人信息: what the caller reads, and others may read too, names no caller, no number of theirs, no door and no plate. What
 * shows it is told masked.
 */
final class Privacy implements Rule {

    private static final String SURNAME =
            "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤马冶韩]";
    private static final String HAN = "\\p{IsHan}";

    /** 来电人王小明， 诉求人：王小明女士. */
    private static final Pattern NAMED = Pattern.compile("(?:来电人|诉求人|投诉人|举报人|反映人|信访人|来信人|求助人)[：:“\"（(]?(" + SURNAME
            + HAN + "{1,2})(?=[，,。；;：:、（()）”\"]|先生|女士|同志|系)");
    /** 王**: how intake writes a name. */
    private static final Pattern MASKED = Pattern.compile("(" + HAN + ")\\*\\*");
    /** 家住3号楼2单元501室. */
    private static final Pattern DOOR = Pattern.compile(
            "((?<=(?:住|家)[^，,。；;]{0,16})[0-9]+(?:号楼|栋|幢|#)(?:[0-9一二三四五六]单元)?[0-9]{3,4}(?:室|号|户)?|[0-9一二三四五六]单元[0-9]{3,4}室?)");

    private static final Pattern PLATE =
            Pattern.compile("([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]·?[A-Z0-9]{5,6})(?![A-Z0-9])");

    private static final Pattern CLAUSE = Pattern.compile("[，,。；;！!？?\\n]");

    private final ReplyWords words;

    Privacy(ReplyWords words) {
        this.words = words;
    }

    @Override
    public Optional<ReplyDoubt> doubt(Asked asked, Given given) {
        List<String> found = Stream.of(
                        numbers(given.publicReply()),
                        found(given.publicReply(), NAMED)
                                .filter(name -> !words.any(name, Use.NOBODY))
                                .map(PersonalData::maskName),
                        MASKED.matcher(asked.text())
                                .results()
                                .flatMap(name -> found(given.publicReply(), addressed(name.group(1))))
                                .map(PersonalData::maskName),
                        found(given.publicReply(), DOOR).map(Privacy::hidden),
                        found(given.publicReply(), PLATE).map(Privacy::hidden))
                .flatMap(some -> some)
                .distinct()
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReplyDoubt(Kind.PERSONAL_DATA, "公开答复含有姓名、号码、门牌或车牌等个人信息，请删去；核实用的信息请写在办理情况里。", found));
    }

    /** What is masked anyway before it is kept, as it reads then. */
    private static Stream<String> numbers(String text) {
        return Arrays.stream(CLAUSE.split(text))
                .filter(clause -> !PersonalData.mask(clause).equals(clause))
                .map(PersonalData::mask);
    }

    /** The name that begins so, where somebody is spoken to or of by it. */
    private static Pattern addressed(String surname) {
        return Pattern.compile("(" + surname + HAN + "{1,2}?)(?=先生|女士|同志|您好|你好|反映|来电|本人|的诉求)");
    }

    /** The first group of each match. */
    private static Stream<String> found(String text, Pattern pattern) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static String hidden(String whole) {
        return whole.substring(0, 2) + "***";
    }
}
