@NullMarked
package cn.hotline.intake.relay.http;

import org.jspecify.annotations.NullMarked;
