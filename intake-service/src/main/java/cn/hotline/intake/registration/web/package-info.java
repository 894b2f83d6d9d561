/** 登记 over HTTP. */
@NullMarked
package cn.hotline.intake.registration.web;

import org.jspecify.annotations.NullMarked;
