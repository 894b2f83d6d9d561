/** Tests. */
@NullMarked
package cn.hotline.intake.registration.mongo;

import org.jspecify.annotations.NullMarked;
