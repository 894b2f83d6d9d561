/** Pages that show every part of the look; run {@code SampleApplication} to see them. */
@NullMarked
package cn.hotline.ui.sample;

import org.jspecify.annotations.NullMarked;
