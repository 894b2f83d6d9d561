@NullMarked
package cn.hotline.intake.reveal.mongo;

import org.jspecify.annotations.NullMarked;
