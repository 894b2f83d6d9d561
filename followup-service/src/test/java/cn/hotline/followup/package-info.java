/** Tests of the service as a whole, and the story they tell. */
@NullMarked
package cn.hotline.followup;

import org.jspecify.annotations.NullMarked;
