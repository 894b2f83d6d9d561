package cn.hotline.intake.registration.web;

import java.util.stream.Collectors;

/**
 * 读号: how a ticket number is read out on the telephone, digit by digit; 1 is 幺, since 一 and 七 sound alike.
 *
 * @param digits what the digits 0 to 9 are called here, ten characters
 */
record SpokenNumber(String digits) {

    /** {@code XN240618} is {@code X N 二四零六幺八}. */
    String of(String group) {
        return group.chars().mapToObj(this::of).collect(Collectors.joining()).strip();
    }

    private String of(int c) {
        return Character.isDigit(c) ? digits.substring(c - '0', c - '0' + 1) : (char) c + " ";
    }
}
