/** Whatever exchange gives the relay numbers, as it is called. */
@NullMarked
package cn.hotline.intake.relay.http;

import org.jspecify.annotations.NullMarked;
