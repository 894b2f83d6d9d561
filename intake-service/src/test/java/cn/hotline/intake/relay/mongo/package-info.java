@NullMarked
package cn.hotline.intake.relay.mongo;

import org.jspecify.annotations.NullMarked;
