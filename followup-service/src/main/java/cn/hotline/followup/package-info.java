/** Followup (回访督办): was the caller served, and is somebody pressing? */
@NullMarked
package cn.hotline.followup;

import org.jspecify.annotations.NullMarked;
