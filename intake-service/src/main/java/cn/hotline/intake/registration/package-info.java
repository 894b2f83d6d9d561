/** 登记 registration: contacts become tickets and calls. */
@NullMarked
package cn.hotline.intake.registration;

import org.jspecify.annotations.NullMarked;
