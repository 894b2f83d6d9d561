/** The rules of looking at what is sealed. Plain Java. */
@NullMarked
package cn.hotline.intake.reveal.model;

import org.jspecify.annotations.NullMarked;
