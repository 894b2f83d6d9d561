@NullMarked
package cn.hotline.intake.relay;

import org.jspecify.annotations.NullMarked;
