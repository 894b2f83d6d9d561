/** 登记 in the document store. */
@NullMarked
package cn.hotline.intake.registration.mongo;

import org.jspecify.annotations.NullMarked;
